"""Text into strips of a column, and the record of what could not be drawn."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from olapp.domain.printed import MissingGlyph
from olapp.pdf.fonts import Fonts
from olapp.pdf.galley import Galley, Line, Span, paragraphs, set_galley
from olapp.pdf.lines import break_lines
from olapp.pdf.sheet import TEXT, Type, Words
from olapp.pdf.strip import Strip


class Column(NamedTuple):
    """Where text may stand, in millimetres from the left edge of the page."""

    x: float
    width: float
    bleed: float = 0.0
    """How far the rules of a table may reach beyond it on both sides."""

    def inset(self, left: float, right: float = 0.0) -> "Column":
        """Give a narrower column."""
        return Column(self.x + left, self.width - left - right)


class Composer:
    """Sets text with the fonts at hand."""

    def __init__(self, fonts: Fonts) -> None:
        """Start with an empty record; Trouble when a bundled font cannot be read."""
        fonts.open_bundled()
        self._fonts = fonts
        self._missing: dict[MissingGlyph, None] = {}
        self._widths: dict[str, float] = {}

    @property
    def missing(self) -> tuple[MissingGlyph, ...]:
        """Each character that no font has, once for each field."""
        return tuple(self._missing)

    def width(self, text: str) -> float:
        """Give the width of a line of ordinary type in millimetres."""
        if text not in self._widths:
            galley = set_galley([Span(text)], self._fonts, _ignore)
            self._widths[text] = TEXT.length(galley.width(0, len(galley.text)))
        return self._widths[text]

    def lines(
        self,
        text: str | Sequence[Span],
        column: Column,
        *,
        field: str = "",
        kind: Type = TEXT,
        indent: float = 0.0,
        mark: str = "",
    ) -> list[Strip]:
        """Break text into lines; ``indent`` moves the first line of each paragraph.

        ``mark`` names what is drawn before the first one.
        """
        strips: list[Strip] = []
        for spans in _split([Span(text)] if isinstance(text, str) else text):
            galley = replace(self._galley(spans, field), mark="" if strips else mark)
            first, rest = kind.units(column.width - indent), kind.units(column.width)
            for line in break_lines(galley, first, rest):
                moved = column.inset(0.0 if line[0] else indent)
                strips.append(_strip(galley, line, moved, kind))
        return without_orphans(strips)

    def words(self, text: str, x: float, y: float, kind: Type = TEXT) -> Words:
        """Set one line that stays whole, at a place."""
        galley = self._galley([Span(text)], "")
        return _words(galley, (0, len(galley.text)), x, y, kind)

    def repeated(self, text: str, width: float, x: float, y: float) -> Words:
        """Set one line at a place, cut to a width; its text stands elsewhere in full.

        So what no font has in it is not recorded again.
        """
        galley = set_galley([Span(text)], self._fonts, _ignore)
        if TEXT.length(galley.width(0, len(galley.text))) > width:
            room = TEXT.units(width - TEXT.body)
            _, stop = break_lines(galley, room, room)[0]
            galley = set_galley([Span(galley.text[:stop] + "…")], self._fonts, _ignore)
        return _words(galley, (0, len(galley.text)), x, y, TEXT)

    def _galley(self, spans: Sequence[Span], field: str) -> Galley:
        def report(character: str) -> None:
            self._missing[MissingGlyph(character=character, field=field)] = None

        return set_galley(spans, self._fonts, report)


def _ignore(_: str) -> None:
    """Tell nobody: what is only measured is not yet printed."""


def _split(spans: Sequence[Span]) -> list[list[Span]]:
    """Cut spans into paragraphs at the line breaks in their texts."""
    found: list[list[Span]] = [[]]
    for span in spans:
        first, *others = paragraphs(span.text)
        found[-1].append(replace(span, text=first))
        found += [[replace(span, text=other)] for other in others]
    return found


def _words(galley: Galley, line: Line, x: float, y: float, kind: Type) -> Words:
    return Words(x, y, kind, galley, line)


def _strip(galley: Galley, line: Line, column: Column, kind: Type) -> Strip:
    """Put a line in the middle of its strip, half of the gap above it."""
    words = _words(galley, line, column.x, kind.gap / 2, kind)
    return Strip(kind.pitch, (words,) if line[0] < line[1] else ())


def without_orphans(strips: list[Strip]) -> list[Strip]:
    """Keep the first two lines together, and the last two."""
    for at in {0, len(strips) - 2} if len(strips) > 1 else ():
        strips[at] = replace(strips[at], keep=True)
    return strips


def middled(strips: list[Strip], column: Column) -> list[Strip]:
    """Move each line to the middle of a column."""
    return [
        replace(
            strip,
            words=tuple(
                word._replace(x=column.x + (column.width - word.width) / 2) for word in strip.words
            ),
        )
        for strip in strips
    ]
