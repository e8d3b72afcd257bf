"""Resident identity numbers (GB 11643): the check through python-stdnum, the date by ourselves.

The place code is not checked: lists of counties age, and refusing a true number is the worse error.

>>> is_valid("11010519491231002x")
True
>>> mask("11010519491231002X")
'1****************X'
"""

import re
from datetime import date

from stdnum.cn import ric
from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidFormat, ValidationError

from olapp.domain.numbers.patent import folded

_SHAPE = re.compile(r"[0-9]{17}[0-9X]")
_WITHIN = re.compile(r"(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])")
_OPEN_ENDS = 4
"""Shorter numbers than this are masked whole."""


def compact(text: str) -> str:
    """Half-width, upper case, without white space."""
    return folded(text)


def born(number: str) -> date:
    """Give the date of birth inside a compact number; InvalidComponent when it is no date."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        raise InvalidComponent from None


def validate(text: str, today: date | None = None) -> str:
    """Give the compact number, or raise InvalidFormat, InvalidComponent or InvalidChecksum."""
    number = compact(text)
    if _SHAPE.fullmatch(number) is None:
        raise InvalidFormat
    if today is not None and born(number) > today:
        raise InvalidComponent
    born(number)
    if ric.calc_check_digit(number) != number[-1]:
        raise InvalidChecksum
    return number


def is_valid(text: str, today: date | None = None) -> bool:
    """Whether shape, date and check digit fit; with ``today``, also that the date is not ahead."""
    try:
        validate(text, today)
    except ValidationError:
        return False
    return True


def format(text: str) -> str:  # noqa: A001 - the interface of python-stdnum
    """Write the number as cards do: 18 characters in one run."""
    return compact(text)


def mask(text: str) -> str:
    """Show only the ends of an identity number."""
    if len(text) <= _OPEN_ENDS:
        return "*" * len(text)
    return text[0] + "*" * (len(text) - 2) + text[-1]


def masked_within(text: str) -> str:
    """Show a text with every identity number that stands in it masked.

    >>> masked_within("110105194912310 02X, 11010519491231002X")
    '110105194912310 02X, 1****************X'
    """
    return _WITHIN.sub(lambda found: mask(found[0]) if is_valid(found[0]) else found[0], text)
