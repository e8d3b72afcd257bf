"""What a printed pack turned out to be, measured, so that the rules on paper can judge it."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingGlyph:
    """A character that no font at hand can draw, and the place it stands in."""

    character: str
    field: str

    @property
    def code_point(self) -> str:
        """The Unicode code point, as ``U+20BB7``."""
        return f"U+{ord(self.character):04X}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPage:
    """One page as it was laid out; lengths in millimetres."""

    paper: str
    """Key of the paper the page belongs to; more than one key is a fault."""
    papers: tuple[str, ...]
    """Keys of all papers with content on the page."""
    width: Decimal
    height: Decimal
    margins: tuple[Decimal, Decimal, Decimal, Decimal]
    """Free space at top, left, right, bottom, the page number apart."""
    smallest_character: Decimal
    """Height of the smallest character."""
    fonts: tuple[str, ...]
    """Families drawn with, as ``Noto Serif SC``."""
    number_is_bottom_centre: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPack:
    """All pages of a pack, and the characters that could not be drawn."""

    pages: tuple[PrintedPage, ...] = ()
    missing: tuple[MissingGlyph, ...] = ()
