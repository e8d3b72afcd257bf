"""Keys under which one and the same patent is found, however its numbers were typed."""

from stdnum.exceptions import ValidationError

from olapp.domain import matching
from olapp.domain.holding import Holding
from olapp.domain.matching import CHINA
from olapp.domain.numbers import patent, publication


def application_key(number: str | None, country: str = CHINA) -> str | None:
    """Give the key of an application number in any spelling; None when there is none.

    >>> application_key("ZL 2020 1 0123456.2"), application_key("10,123,456", "US")
    ('2020101234562', 'US:10,123,456')
    """
    if not number:
        return None
    if country != CHINA:
        return matching.application_key(patent.folded(number), country)
    try:
        return patent.compact(number)
    except ValidationError:
        return publication.compact(number)


def publication_key(number: str | None) -> str | None:
    """Give the key of a publication number in any spelling, without a letter that tells nothing.

    >>> publication_key("CN 112345678 B"), publication_key("CN112345678A")
    ('CN112345678', 'CN112345678')
    """
    return matching.publication_key(publication.compact(number)) if number else None


def keys_of(holding: Holding) -> tuple[str, ...]:
    """Give all keys of a holding, as `matching.keys` does for numbers that are compact."""
    bare = holding.patent
    published = (publication_key(holding.published_as), publication_key(bare.publication_number))
    found = [key for key in published if key]
    own = application_key(bare.number, holding.country)
    if own and (holding.country == CHINA or not found):
        found.insert(0, own)
    return tuple(dict.fromkeys(found))
