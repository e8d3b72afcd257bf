"""Chinese application and patent numbers of both eras.

A patent number is ``ZL`` and the application number with its check digit. Up to 30 September 2003:
two-digit year, kind, five digits, check; since then: four-digit year, kind, seven digits, check.
Kinds: 1 invention, 2 utility model, 3 design, 8 PCT invention, 9 PCT utility model.

>>> format("zl 202010123456.2")
'ZL202010123456.2'
>>> compact("ＺＬ95115608．x")
'95115608X'
"""

import re
import unicodedata
from itertools import cycle
from operator import mul

from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidFormat, ValidationError

_BODY = re.compile(
    r"(?P<body>(?:[0-9]{4}[12389][0-9]{7})|(?:[0-9]{2}[12389][0-9]{5}))\.?(?P<check>[0-9X])"
)
_WEIGHTS = range(2, 10)
_NEW_SINCE = 2003
_FIRST_YEAR = 1985
_NEW_LENGTH = 12


def folded(text: str) -> str:
    """Half-width, upper case, without any white space or invisible marks."""
    if text.isascii() and text.isalnum():  # what files hold, by the hundred thousand
        return text.upper()
    plain = unicodedata.normalize("NFKC", text).upper().replace("。", ".")
    return "".join(
        mark for mark in plain if not mark.isspace() and unicodedata.category(mark) != "Cf"
    )


def compact(text: str) -> str:
    """Give the body and check digit alone; InvalidFormat when the text has neither shape."""
    match = _BODY.fullmatch(text) or _BODY.fullmatch(re.sub(r"^(?:ZL|CN)", "", folded(text)))
    if match is None:
        raise InvalidFormat
    return match["body"] + match["check"]


def calc_check_digit(body: str) -> str:
    """Compute the check digit of an 8- or 12-digit body: weights 2 to 9 repeating, modulo 11.

    >>> calc_check_digit("201710601862"), calc_check_digit("95115608")
    ('3', 'X')
    """
    remainder = sum(map(mul, cycle(_WEIGHTS), map(int, body))) % 11
    return "X" if remainder == 10 else str(remainder)


def validate(text: str) -> str:
    """Give the compact form, or raise InvalidFormat, InvalidComponent (year) or InvalidChecksum."""
    number = compact(text)
    first = _NEW_SINCE if len(number) > _NEW_LENGTH else _FIRST_YEAR
    last = 9999 if len(number) > _NEW_LENGTH else _NEW_SINCE
    if not first <= year(number) <= last:
        raise InvalidComponent
    if calc_check_digit(number[:-1]) != number[-1]:
        raise InvalidChecksum
    return number


def is_valid(text: str) -> bool:
    """Whether the text is a whole and right number."""
    try:
        validate(text)
    except ValidationError:
        return False
    return True


def format(text: str) -> str:  # noqa: A001 - the interface of python-stdnum
    """Write the number as papers do: ``ZL202010123456.2``."""
    number = compact(text)
    return f"ZL{number[:-1]}.{number[-1]}"


def year(number: str) -> int:
    """Give the four-digit year inside a compact number."""
    if len(number) >= _NEW_LENGTH:
        return int(number[:4])
    two = int(number[:2])
    return 2000 + two if two <= _NEW_SINCE - 2000 else 1900 + two


def kind_digit(number: str) -> str:
    """Give the kind digit inside a compact number."""
    return number[4] if len(number) >= _NEW_LENGTH else number[2]
