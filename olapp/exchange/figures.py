"""Figures of spreadsheets, which are binary fractions there and nowhere else."""

from decimal import Decimal
from math import isfinite

_LARGEST_EXACT = 2**53
_DIGITS = 15
"""Significant digits a spreadsheet shows; those behind are noise of binary fractions."""


def number(cell: float) -> int | Decimal | str:
    """Give the figure a spreadsheet shows: whole ones as ``int``, others exact to 15 digits.

    What is no number at all is given as its text.
    """
    if not isfinite(cell):
        return str(cell)
    if cell.is_integer() and abs(cell) < _LARGEST_EXACT:
        return int(cell)
    figure = Decimal(f"{cell:.{_DIGITS}g}")
    return int(figure) if figure == figure.to_integral_value() else figure
