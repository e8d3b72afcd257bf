"""Rules on the printed pack: paper, type, margins, page numbers (Guidelines Part V Ch. 1)."""

from collections.abc import Iterator
from decimal import Decimal

from olapp.domain.finding import Severity
from olapp.domain.printed import PrintedPack, PrintedPage
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import guidelines_five, tool
from olapp.law.entries import UNPRINTABLE
from olapp.law.rule import Setting, Spot, rule

_CUT = Decimal("0.5")
"""How far a sheet may be off, in millimetres: trimming and rounding to points."""
_MEASURED = Decimal("0.01")
"""How exactly a margin is measured, in millimetres."""
_SIDES = (N_("top margin"), N_("left margin"), N_("right margin"), N_("bottom margin"))


def _pages(pack: PrintedPack) -> Iterator[tuple[str, int, PrintedPage]]:
    for index, page in enumerate(pack.pages):
        yield f"pages.{index}", index + 1, page


@rule(
    "OL-PRT-01",
    "Page {page} measures {width} by {height} mm and is not A4 portrait.",
    remedy=N_("Print on A4, 210 by 297 mm, portrait, on one side."),
    severity=Severity.ERROR,
    on=PrintedPack,
    sources=(guidelines_five("1", "4.2, 5.3"),),
)
def page_is_not_a4(pack: PrintedPack, at: Setting) -> Iterator[Spot]:
    """Papers are A4, upright; half a millimetre either way is the cut of the sheet."""
    size = at.limit("paper.size")
    for place, number, page in _pages(pack):
        sides = zip((page.width, page.height), size or (), strict=False)
        if any(abs(side - wanted) > _CUT for side, wanted in sides):
            yield Spot(place, page=number, width=page.width, height=page.height)


@rule(
    "OL-PRT-02",
    "On page {page} the smallest character is {height} mm high, under {least} mm.",
    remedy=N_("Print larger: text that does not fit goes on a continuation sheet."),
    severity=Severity.ERROR,
    on=PrintedPack,
    sources=(guidelines_five("1", "5.2"),),
)
def character_is_too_small(pack: PrintedPack, at: Setting) -> Iterator[Spot]:
    """Characters are at least 3.5 mm high; exactly that is in order."""
    least = at.limit("paper.character-height")
    for place, number, page in _pages(pack):
        if least is not None and page.smallest_character < least:
            height = page.smallest_character
            yield Spot(f"{place}.smallest_character", page=number, height=height, least=least)


@rule(
    "OL-PRT-03",
    "Page {page} is printed in {fonts}, which is not Song, FangSong or Kai.",
    remedy=N_("Choose a Song, FangSong or Kai type."),
    severity=Severity.WARNING,
    on=PrintedPack,
    sources=(guidelines_five("1", "5.2"),),
)
def font_is_not_allowed(pack: PrintedPack, at: Setting) -> Iterator[Spot]:
    """Papers are in 宋体, 仿宋 or 楷体; which families are such is a list in the act's file."""
    families = at.limit("paper.fonts")
    known = tuple(name.casefold() for name in families or ())
    for place, number, page in _pages(pack):
        others = tuple(font for font in page.fonts if not font.casefold().startswith(known))
        if known and others:
            yield Spot(f"{place}.fonts", page=number, fonts=others)


@rule(
    "OL-PRT-04",
    "Page {page} has too small a margin: {margins}.",
    remedy=N_("Keep 25 mm free at top and left, 15 mm at right and bottom."),
    severity=Severity.WARNING,
    on=PrintedPack,
    sources=(guidelines_five("1", "4.3"),),
)
def margins_are_too_small(pack: PrintedPack, at: Setting) -> Iterator[Spot]:
    """Margins are at least 25, 25, 15 and 15 mm at top, left, right and bottom."""
    least = at.limit("paper.margins")
    for place, number, page in _pages(pack):
        if narrow := tuple(_narrow(page, least or ())):
            yield Spot(f"{place}.margins", page=number, margins=narrow)


def _narrow(page: PrintedPage, least: tuple[int, ...]) -> Iterator[Sentence]:
    text = N_("{side} {free} mm instead of {least} mm")
    for side, free, wanted in zip(_SIDES, page.margins, least, strict=False):
        if free < wanted - _MEASURED:
            values = {"side": Sentence(side), "free": free, "least": wanted}
            yield Sentence(text, values)


@rule(
    "OL-PRT-05",
    "Page {page} has no page number at the bottom, in the middle.",
    remedy=N_("Number the pages of each paper in Arabic figures, bottom centre."),
    severity=Severity.WARNING,
    on=PrintedPack,
    sources=(guidelines_five("1", "5.6"),),
)
def page_number_is_missing(pack: PrintedPack, _at: Setting) -> Iterator[Spot]:
    """Each paper numbers its own pages, at the bottom centre."""
    for place, number, page in _pages(pack):
        if not page.number_is_bottom_centre:
            yield Spot(f"{place}.number_is_bottom_centre", page=number)


@rule(
    "OL-PRT-06",
    "Page {page} holds more than one paper: {papers}.",
    remedy=N_("Begin each paper on a page of its own."),
    severity=Severity.ERROR,
    on=PrintedPack,
    sources=(guidelines_five("1", "5.3"),),
)
def papers_share_a_page(pack: PrintedPack, _at: Setting) -> Iterator[Spot]:
    """One page holds one kind of paper."""
    for place, number, page in _pages(pack):
        papers = tuple(dict.fromkeys((page.paper, *page.papers)))
        if len(papers) > 1:
            yield Spot(f"{place}.papers", page=number, papers=papers)


@rule(
    "OL-PRT-07",
    "No font at hand has {characters}.",
    remedy=N_("Install or name a font that has it, or write it another way if the register does."),
    severity=Severity.ERROR,
    on=PrintedPack,
    sources=(tool(),),
)
def glyph_is_missing(pack: PrintedPack, _at: Setting) -> Iterator[Spot]:
    """A character that cannot be drawn is named with its code point, never printed as a box.

    Signs that nobody could see anyway are told by OL-ENT-02.
    """
    by_field: dict[str, list[str]] = {}
    for glyph in (each for each in pack.missing if not UNPRINTABLE.search(each.character)):
        named = f"{glyph.character} ({glyph.code_point})"
        by_field.setdefault(glyph.field, []).append(named)
    for field, named_ones in by_field.items():
        yield Spot(field, characters=tuple(dict.fromkeys(named_ones)))
