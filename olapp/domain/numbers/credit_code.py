"""Unified social credit codes (GB 32100), through python-stdnum, with the inner organisation code.

Some codes given out in early trials do not fit their check character: warn, never refuse.
"""

import re

from stdnum.cn import uscc
from stdnum.exceptions import InvalidFormat, ValidationError

from olapp.domain.numbers.patent import folded

_SHAPE = re.compile(r"[0-9A-HJ-NP-RTUW-Y]{2}[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{10}")
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def compact(text: str) -> str:
    """Half-width, upper case, without white space and hyphens."""
    return folded(text).replace("-", "")


def has_shape(text: str) -> bool:
    """Whether length and alphabet fit, whatever the check character says."""
    return _SHAPE.fullmatch(compact(text)) is not None


def validate(text: str) -> str:
    """Give the compact code, or raise InvalidFormat, InvalidLength or InvalidChecksum."""
    if not has_shape(text):
        raise InvalidFormat
    return str(uscc.validate(compact(text)))


def is_valid(text: str) -> bool:
    """Whether shape and check character fit."""
    try:
        validate(text)
    except ValidationError:
        return False
    return True


def format(text: str) -> str:  # noqa: A001 - the interface of python-stdnum
    """Write the code as licences do: 18 characters in one run."""
    return compact(text)


def organisation_check_fits(text: str) -> bool:
    """Whether characters 9 to 17 carry a right organisation-code check (GB 11714)."""
    if not has_shape(text):
        return False
    inner = compact(text)[8:17]
    sum_ = sum(w * int(c, 36) for w, c in zip(_ORGANISATION_WEIGHTS, inner[:8], strict=True))
    check = 11 - sum_ % 11
    return inner[8] == {10: "X", 11: "0"}.get(check, str(check))
