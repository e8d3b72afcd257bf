"""Matching: the keys under which two tellings are known to be of one patent."""

import re

from olapp.domain.holding import Holding
from olapp.domain.numbers import patent

CHINA = "CN"
_CHINESE = re.compile(r"CN([0-9]{7,9})([A-Z][0-9]?)?")
_DIGITS_SHARED = 9
"""Length of number from which digits alone name the document: A and B share them, and the series
of utility models (2) and designs (3) are numbered once each (ST.1 and formats, 1.10)."""
_APPLICATION_ERA = 8
"""Length of number from 1985 to 1988, when publications bore the number of the application."""


def keys(holding: Holding) -> tuple[str, ...]:
    """Give every key of a holding; two holdings that share one are one patent. Empty: no number.

    A Chinese application number is its own key, with check digit. A publication number is keyed
    with its country, and without its kind letter where the letter tells nothing apart. Documents
    of other countries are one each: only without a publication number does the application count.
    """
    bare = holding.patent
    published = tuple(
        number for number in (holding.published_as, bare.publication_number) if number
    )
    found = tuple(publication_key(number) for number in published)
    if bare.number is not None and (holding.country == CHINA or not found):
        found = (application_key(bare.number, holding.country), *found)
    return tuple(dict.fromkeys(found))


def application_key(number: str, country: str = CHINA) -> str:
    """Give the key of a compact application number."""
    return number if country == CHINA else f"{country}:{number}"


def publication_key(number: str) -> str:
    """Give the key of a compact publication number.

    >>> publication_key("CN104331929B"), publication_key("CN1712522A"), publication_key("EP1A1")
    ('CN104331929', 'CN1712522A', 'EP1A1')
    >>> publication_key("CN85100312A")
    '851003125'
    """
    match = _CHINESE.fullmatch(number)
    if match is None:
        return number
    digits = match[1]
    if len(digits) == _APPLICATION_ERA:
        return digits + patent.calc_check_digit(digits)
    return f"CN{digits}" if len(digits) == _DIGITS_SHARED else number
