"""Money and rates: the one door to Decimal."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, InvalidOperation
from functools import total_ordering
from typing import Self

_UNITS = {"": 0, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8}
_AMOUNT = re.compile(
    r"(?P<sign>[-+]?)(?P<figure>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?P<unit>千|十万|百万|千万|万|亿|)"
)
_RATE = re.compile(r"[-+]?(?:[0-9]{1,9}(?:\.[0-9]{1,12})?|\.[0-9]{1,12})")
_GROUPED = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])")
_FEN = Decimal("0.01")
LARGEST = Decimal(10) ** 15
"""Amounts in yuan stay below this."""
_PLACES = 18
"""Most digits before the point, and most behind it, of a figure that is taken in."""
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP, traps=[InvalidOperation, Inexact])
_TO_THE_FEN = Context(prec=400, rounding=ROUND_HALF_UP, traps=[InvalidOperation])


def _exact(value: Decimal | int | str) -> Decimal:
    """Read an exact decimal; a float, NaN or infinity is refused."""
    if isinstance(value, float):
        raise TypeError("money and rates are never floats")
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise ValueError(f"not a number: {value!r}") from None
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value!r}")
    return number.copy_abs() if number.is_zero() else number


def _taken_in(value: Decimal | int | str) -> Decimal:
    """Read an exact decimal of a sane length."""
    number = _exact(value)
    exponent = number.as_tuple().exponent
    if number.adjusted() >= _PLACES or (isinstance(exponent, int) and exponent < -_PLACES):
        raise ValueError(f"too long a number: {value!r}")
    return number


def _plain(text: str) -> str:
    """Half-width, without white space, grouping commas checked and dropped."""
    folded = unicodedata.normalize("NFKC", text).replace("，", ",")
    folded = "".join(folded.split()).replace("−", "-")
    return _GROUPED.sub(lambda match: match[0].replace(",", ""), folded)


@total_ordering
class _Exact:
    """An exact number with a unit: equal, ordered and hashed by its value alone."""

    __slots__ = ("_number",)

    def __init__(self, number: Decimal | int | str) -> None:
        """Refuse floats and numbers that are none."""
        self._number = _exact(number)

    def __repr__(self) -> str:
        return f"{type(self).__name__}.of('{self._number}')"

    def __hash__(self) -> int:
        return hash((type(self), self._number))

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._number == other._number

    def __lt__(self, other: Self) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._number < other._number


class Yuan(_Exact):
    """An amount in yuan at full precision; rounded only by :meth:`rounded`."""

    __slots__ = ()

    @property
    def value(self) -> Decimal:
        """The exact figure."""
        return self._number

    @classmethod
    def of(cls, value: Decimal | int | str) -> Self:
        """Make an amount from an exact number or its text, of 18 digits each side of the point.

        >>> Yuan.of("1200.50").rounded()
        Decimal('1200.50')
        """
        return cls(_taken_in(value))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what a person types; ValueError when it is no amount below 10^15.

        >>> Yuan.parse("￥1,200.50元").value
        Decimal('1200.50')
        >>> Yuan.parse("5万").value
        Decimal('50000')
        """
        plain = re.sub(r"^(?:人民币|RMB|CNY|[¥￥])|(?:元整?|圆整?|CNY)$", "", _plain(text))
        match = _AMOUNT.fullmatch(plain)
        if match is None:
            raise ValueError(text)
        figure = _taken_in(match["sign"] + match["figure"])
        amount = _EXACT.multiply(figure, Decimal(10) ** _UNITS[match["unit"]])
        if abs(amount) >= LARGEST:
            raise ValueError(text)
        return cls.of(amount)

    @classmethod
    def of_fen(cls, fen: int) -> Self:
        """Make an amount from whole fen, as the database holds it.

        >>> Yuan.of_fen(120050).rounded()
        Decimal('1200.50')
        """
        return cls.of(Decimal(fen).scaleb(-2))

    def in_fen(self) -> int:
        """Give the amount in whole fen, rounded half up."""
        return int(self.rounded().scaleb(2))

    def rounded(self) -> Decimal:
        """Give the figure rounded half up to the fen, for screens, papers and files."""
        return _exact(self.value.quantize(_FEN, context=_TO_THE_FEN))

    def __str__(self) -> str:
        """Give the rounded figure with grouping, as ``1,200.50``."""
        return f"{self.rounded():,}"

    def canonical(self) -> str:
        """Give the exact text that stores and reads back equal."""
        return format(self.value, "f")

    def __add__(self, other: "Yuan") -> "Yuan":
        return Yuan(_EXACT.add(self.value, other.value))

    def __sub__(self, other: "Yuan") -> "Yuan":
        return Yuan(_EXACT.subtract(self.value, other.value))

    def __mul__(self, factor: Decimal | int) -> "Yuan":
        return Yuan(_EXACT.multiply(self.value, _exact(factor)))


ZERO = Yuan(Decimal(0))


def total(amounts: Iterable[Yuan]) -> Yuan:
    """Add amounts; nothing adds up to zero."""
    return sum(amounts, ZERO)


class Rate(_Exact):
    """A rate in per cent: ``Rate.of(3)`` is 3 %."""

    __slots__ = ()

    @property
    def percent(self) -> Decimal:
        """The exact figure in per cent."""
        return self._number

    @classmethod
    def of(cls, percent: Decimal | int | str) -> Self:
        """Make a rate from its per cent figure, of 18 digits each side of the point."""
        return cls(_taken_in(percent))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``3``, ``3%``, ``３％`` or ``百分之3``; ValueError when it is no rate.

        >>> Rate.parse("2.5％").percent
        Decimal('2.5')
        """
        plain = re.sub(r"^百分之|%$", "", _plain(text))
        if _RATE.fullmatch(plain) is None:
            raise ValueError(text)
        return cls(Decimal(plain))

    def __str__(self) -> str:
        """Give the rate with its sign, without idle zeros."""
        return self.canonical()

    def canonical(self) -> str:
        """Give the exact text that stores and reads back equal, as ``2.5%``."""
        text = format(self.percent, "f")
        return (text.rstrip("0").rstrip(".") if "." in text else text) + "%"

    def on(self, base: Yuan) -> Yuan:
        """Apply the rate to a base amount, unrounded."""
        return Yuan(_EXACT.multiply(base.value, self.percent).scaleb(-2, _EXACT))
