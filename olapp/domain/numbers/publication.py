"""Chinese publication numbers: ``CN`` , seven to nine digits, a kind letter, perhaps a figure.

>>> validate("CN 109352307 A")
'CN109352307A'
>>> first_digit_fits("CN201234567U")
True
"""

import re

from stdnum.exceptions import InvalidFormat, ValidationError

from olapp.domain.numbers.patent import folded

_SHAPE = re.compile(r"CN(?P<digits>[0-9]{7,9})(?P<letter>[ABCDUYS])[0-9]?")
_SERIES = {"A": "1", "B": "1", "C": "1", "U": "2", "Y": "2", "S": "3", "D": "3"}
_APPLICATION_ERA_LENGTH = 8


def compact(text: str) -> str:
    """Drop white space and hyphens, half-width, upper case."""
    return folded(text).replace("-", "")


def validate(text: str) -> str:
    """Give the compact form, or raise InvalidFormat."""
    number = compact(text)
    if _SHAPE.fullmatch(number) is None:
        raise InvalidFormat
    return number


def is_valid(text: str) -> bool:
    """Whether the text has the shape of a publication number."""
    try:
        validate(text)
    except ValidationError:
        return False
    return True


def format(text: str) -> str:  # noqa: A001 - the interface of python-stdnum
    """Write the number as the gazette does."""
    return validate(text)


def letter(number: str) -> str:
    """Give the kind letter of a valid number."""
    match = _SHAPE.fullmatch(compact(number))
    if match is None:
        raise InvalidFormat
    return match["letter"]


def first_digit_fits(text: str) -> bool:
    """Whether series digit and kind letter agree; in the years 1985 to 1988 there is no series."""
    match = _SHAPE.fullmatch(compact(text))
    if match is None:
        raise InvalidFormat
    if len(match["digits"]) == _APPLICATION_ERA_LENGTH:
        return True
    return match["digits"][0] == _SERIES[match["letter"]]
