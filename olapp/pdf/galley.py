"""Text measured character by character, whatever faces it takes, ready to be broken into lines."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from operator import itemgetter
from unicodedata import category

from olapp.pdf.face import Face
from olapp.pdf.fonts import LINE_BREAKS, SPACE, Fonts, Weight

Report = Callable[[str], None]
"""Told each character that no font can draw."""

Line = tuple[int, int]
"""Where a line starts and stops in the text of its galley."""

_BREAK = re.compile(f"\r\n|[{LINE_BREAKS}]")
_TAB = "    "


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Galley:
    """One paragraph: its text as printed, where each character ends, the face of each stretch."""

    text: str
    ends: "array[float]"
    """Right edge of each character, in thousandths of the size."""
    stops: tuple[int, ...]
    """Where each stretch of one face stops."""
    faces: tuple[Face, ...]
    mark: str = ""
    """What is drawn before the text as lines, for programs that read or search the PDF."""

    def width(self, start: int, stop: int) -> float:
        """Give the width of a part, in thousandths of the size."""
        if start >= stop:
            return 0.0
        return self.ends[stop - 1] - (self.ends[start - 1] if start else 0.0)

    def runs(self, start: int, stop: int) -> tuple[tuple[Face, str], ...]:
        """Cut a part into what each face draws."""
        if start >= stop:
            return ()
        at = bisect_right(self.stops, start)
        found = []
        while start < stop:
            end = min(stop, self.stops[at])
            found.append((self.faces[at], self.text[start:end]))
            start, at = end, at + 1
        return tuple(found)


def paragraphs(text: str) -> list[str]:
    """Cut a text at its line breaks."""
    return _BREAK.split(text)


def set_galley(spans: Sequence[Span], fonts: Fonts, report: Report) -> Galley:
    """Measure a paragraph without line breaks; what no font has is shown by its code point."""
    texts: list[str] = []
    widths: list[float] = []
    stops: list[int] = []
    faces: list[Face] = []
    for span in spans:
        weight = fonts.bold if span.bold else fonts.regular
        text = printable(span.text, weight, report)
        for face, length in _stretches(text, weight):
            stops.append((stops[-1] if stops else 0) + length)
            faces.append(face)
        widths.extend(map(weight.advances.__getitem__, text))
        texts.append(text)
    return Galley("".join(texts), array("d", accumulate(widths)), tuple(stops), tuple(faces))


def printable(text: str, weight: Weight, report: Report) -> str:
    """Replace what cannot be drawn: tabs by spaces, the rest by a code point in brackets."""
    if weight.own_characters.issuperset(text):
        return text
    instead: dict[int, str] = {ord("\t"): _TAB}
    for character in sorted(set(text) - weight.own_characters - {"\t"}):
        if weight.face_of(character) is None:
            instead[ord(character)] = _stand_in(character, report)
    return text.translate(instead)


def _stand_in(character: str, report: Report) -> str:
    if category(character) == SPACE:
        return " "
    report(character)
    return f"〔U+{ord(character):04X}〕"


def _stretches(text: str, weight: Weight) -> Iterator[tuple[Face, int]]:
    """Give each stretch that one face draws, and its length."""
    if weight.own_characters.issuperset(text):
        if text:
            yield weight.own, len(text)
        return
    faces = ((weight.face_of(character), character) for character in text)
    for face, stretch in groupby(faces, key=itemgetter(0)):
        if face is not None:
            yield face, sum(1 for _ in stretch)
