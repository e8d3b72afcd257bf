"""Headers: the names columns have in files, and the facts they tell."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from unicodedata import normalize

from olapp.exchange.book import Value
from olapp.exchange.mapping import FieldChoice
from olapp.exchange.tables import table
from olapp.forms.spec import Label

_STANDARDISED = "[标]"
_MOST = 8
"""So many columns of one field are asked."""
ATTRIBUTE = "attributes."
"""Before the name of a fact that only this office knows."""


_LONGEST = 200
"""Nothing that is compared is longer; cells may be."""


def folded(header: str) -> str:
    """Give a header as it is compared: half width, lower case, no blanks, no [标], no star."""
    return _folded(header[:_LONGEST])


@lru_cache(maxsize=4096)
def _folded(header: str) -> str:
    plain = normalize("NFKC", header).replace("_x000d_", "").casefold()
    plain = "".join(each for each in plain if not each.isspace() and each.isprintable())
    return plain.removeprefix(_STANDARDISED).strip("*:")


def is_standardised(header: str) -> bool:
    """Whether a header says that names under it are standardised by the vendor."""
    return "".join(header.split()).startswith(_STANDARDISED)


@cache
def fields() -> tuple[FieldChoice, ...]:
    """Give all that a column can be mapped to, in the order a person looks for it."""
    return tuple(
        FieldChoice(each["path"], Label(each["zh"], each["en"]))
        for each in table("headers.toml")["field"]
    )


@cache
def _known() -> Mapping[str, tuple[str, int]]:
    """Folded names, each with the field it tells and its rank among the names of the field."""
    found: dict[str, tuple[str, int]] = {}
    for each in table("headers.toml")["field"]:
        for rank, name in enumerate(each["names"]):
            found.setdefault(folded(name), (each["path"], rank))
    return MappingProxyType(found)


@cache
def _never() -> frozenset[str]:
    return frozenset(map(folded, table("headers.toml")["never"]))


def may_be_read(header: str) -> bool:
    """Whether a column may be read at all; data about the dispatch of letters may not."""
    return folded(header) not in _never()


def field_of(header: Value) -> str | None:
    """Give the field a header names; None when it is not known."""
    known = _known().get(folded(header)) if isinstance(header, str) else None
    return known[0] if known else None


def columns(headers: Iterable[Value]) -> tuple[tuple[int, str], ...]:
    """Give the columns that are known, the preferred ones of each field first.

    Of repeated headers and of several names of one field, all stay: what is empty in the first
    is taken from the next.
    """
    found = []
    for index, header in enumerate(headers):
        known = _known().get(folded(header)) if isinstance(header, str) else None
        if known is not None:
            found.append((known[1], is_standardised(str(header)), index, known[0]))
    taken = Counter[str]()
    kept = []
    for _, _, index, path in sorted(found):
        taken[path] += 1
        if taken[path] <= _MOST:
            kept.append((index, path))
    return tuple(kept)
