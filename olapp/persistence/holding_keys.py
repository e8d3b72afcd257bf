"""Keys under which one and the same patent is found, whichever source names it."""

import re

from olapp.domain.holding import Holding
from olapp.persistence.searched import number_key

_KIND = re.compile(r"(?<=\d)[a-z]\d?$")


def application_key(number: str | None) -> str | None:
    """Give the key of an application number in any spelling; None when there is none.

    >>> application_key("ZL 2020 1 0123456.2"), application_key("US 10,123,456")
    ('a:2020101234562', 'a:us10123456')
    """
    key = _plain(number)
    return f"a:{key}" if key else None


def publication_key(number: str | None) -> str | None:
    """Give the key of a publication number, without the letter of its kind.

    >>> publication_key("CN 112345678 B"), publication_key("CN112345678A")
    ('p:112345678', 'p:112345678')
    """
    key = _KIND.sub("", _plain(number))
    return f"p:{key}" if key else None


def keys_of(holding: Holding) -> tuple[str, ...]:
    """Give all keys of a holding: by application, by grant, by publication."""
    keys = (
        application_key(holding.patent.number),
        publication_key(holding.patent.publication_number),
        publication_key(holding.published_as),
    )
    return tuple(dict.fromkeys(key for key in keys if key))


def _plain(number: str | None) -> str:
    return number_key(number).replace(",", "") if number else ""
