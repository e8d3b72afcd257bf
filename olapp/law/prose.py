"""The texts of a declaration by kind: what is prose, what a name, what is quoted from elsewhere."""

import re
from collections.abc import Iterator
from functools import lru_cache

from olapp.domain.declaration import Declaration
from olapp.domain.party import Origin
from olapp.domain.paths import texts

LONGEST_PROSE = 20_000
"""Characters; ten times the longest text the Guidelines speak of."""
LONGEST_LINE = 500
LONGEST_NAME = 200

_NAME = re.compile(
    r"(?:.+\.)?(?:name|original_name|licensee|pledgee|representative)|patent\.register\.owners\.\d+"
)
_OTHERS_WORDS = re.compile(r"contact\..+|unreadable\..+|(?:.+\.)?address|fee\.payee")
_CODE = re.compile(
    r"form_code|(?:.+\.)?(?:number|patent_number|publication_number|main_class|credit_code"
    r"|identity_number|nationality|postcode|code|qualification|phone|general_power_number|currency)"
)
_PROSE = re.compile(
    r"own_working|explanation|other_terms|patent\.other_obstacle|agency\.scope"
    r"|fee\.(?:base_definition|inspection|remarks|payee)"
)
_FOREIGN_ADDRESS = re.compile(r"patentees\.(\d+)\.address")
_FOREIGN_TITLE = re.compile(r"enclosures\.(\d+)\.title")
_TERMS = ("fee.remarks", "explanation", "other_terms")


@lru_cache(maxsize=1024)
def is_name(path: str) -> bool:
    """Whether a place holds the name of a party."""
    return _NAME.fullmatch(path) is not None


@lru_cache(maxsize=1024)
def _is_own_wording(path: str) -> bool:
    others = is_name(path) or _OTHERS_WORDS.fullmatch(path) or _CODE.fullmatch(path)
    return not others


@lru_cache(maxsize=1024)
def bound(path: str) -> int:
    """How many characters a sane text of this place has at most."""
    if is_name(path):
        return LONGEST_NAME
    return LONGEST_PROSE if _PROSE.fullmatch(path) else LONGEST_LINE


def filed_texts(declaration: Declaration) -> Iterator[tuple[str, str]]:
    """Give every text that goes to the office; unreadable entries do not."""
    return (each for each in texts(declaration) if not each[0].startswith("unreadable."))


def own_wording(declaration: Declaration) -> Iterator[tuple[str, str]]:
    """Give the texts the declarant words: no names, codes, addresses, no contact, no bank."""
    return (
        (path, text[:LONGEST_PROSE]) for path, text in texts(declaration) if _is_own_wording(path)
    )


def terms(declaration: Declaration) -> Iterator[tuple[str, str]]:
    """Give the texts that can set terms for licensees, with their places."""
    found = (declaration.fee.remarks, declaration.explanation, declaration.other_terms)
    for path, text in zip(_TERMS, found, strict=True):
        if text:
            yield path, text[:LONGEST_PROSE]


def chinese_texts(declaration: Declaration) -> Iterator[tuple[str, str]]:
    """Give the texts that have to be in standard Chinese.

    Names may carry any character; addresses abroad and titles of foreign papers stand as they are.
    """
    for path, text in filed_texts(declaration):
        if not (is_name(path) or path == "contact.email" or _is_foreign(declaration, path)):
            yield path, text[:LONGEST_PROSE]


def _is_foreign(declaration: Declaration, path: str) -> bool:
    if match := _FOREIGN_ADDRESS.fullmatch(path):
        return declaration.patentees[int(match[1])].origin is Origin.FOREIGN
    if match := _FOREIGN_TITLE.fullmatch(path):
        return declaration.enclosures[int(match[1])].is_foreign_language is True
    return False
