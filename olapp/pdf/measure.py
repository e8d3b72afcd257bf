"""What a sheet turned out to be, measured from the words and strokes on it."""

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal

from olapp.domain.printed import PrintedPage
from olapp.pdf.sheet import Sheet, Words

_HUNDREDTH = Decimal("0.01")
_NEAR = 1.0
_LOWEST_BAND = 25.0


def measure(sheet: Sheet, paper: str, width: float, height: float) -> PrintedPage:
    """Measure a page of this width and height; lengths in millimetres, rounded down."""
    words = _all_words(sheet)
    extents = list(_extents(sheet))
    margins = (
        min((top for _, top, _, _ in extents), default=height),
        min((left for left, _, _, _ in extents), default=width),
        width - max((right for _, _, right, _ in extents), default=0.0),
        height - max((bottom for _, _, _, bottom in extents), default=0.0),
    )
    return PrintedPage(
        paper=paper,
        papers=tuple(sheet.papers),
        width=_exact(width),
        height=_exact(height),
        margins=(_exact(margins[0]), _exact(margins[1]), _exact(margins[2]), _exact(margins[3])),
        smallest_character=_exact(min((word.type.body for word in words), default=0.0)),
        fonts=tuple(
            dict.fromkeys(face.family for word in words for face, _ in word.galley.runs(*word.line))
        ),
        number_is_bottom_centre=_is_bottom_centre(sheet, width, height),
    )


def _all_words(sheet: Sheet) -> list[Words]:
    return [*sheet.words, sheet.number] if sheet.number else sheet.words


def _extents(sheet: Sheet) -> Iterator[tuple[float, float, float, float]]:
    """Give left, top, right and bottom of everything but the page number."""
    for word in sheet.words:
        yield word.x, word.y, word.x + word.width, word.y + word.type.body
    for x0, y0, x1, y1, weight in sheet.strokes:
        half = weight / 2
        yield min(x0, x1) - half, min(y0, y1) - half, max(x0, x1) + half, max(y0, y1) + half


def _is_bottom_centre(sheet: Sheet, width: float, height: float) -> bool:
    """Whether there is a number, in the middle, and under everything else."""
    number = sheet.number
    if number is None or not any(character.isdigit() for character in number.galley.text):
        return False
    lowest = max((bottom for _, _, _, bottom in _extents(sheet)), default=0.0)
    off_centre = abs(number.x + number.width / 2 - width / 2)
    return off_centre < _NEAR and number.y >= max(lowest, height - _LOWEST_BAND)


def _exact(millimetres: float) -> Decimal:
    return Decimal(repr(millimetres)).quantize(_HUNDREDTH, ROUND_DOWN)
