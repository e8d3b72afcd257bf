"""A holding to its row and back: what lists show, and the packed body."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from olapp import codec
from olapp.domain.holding import Holding, RightState
from olapp.domain.patent import PatentKind
from olapp.persistence.bulk import Values
from olapp.persistence.columns import written
from olapp.persistence.holding_keys import application_key, publication_key
from olapp.persistence.kept_portfolio import HoldingRow, Index, KeptHolding
from olapp.persistence.portfolio_tables import holdings, verdicts
from olapp.persistence.searched import shown, stored_number
from olapp.persistence.troubles import UnreadableHolding

_FIXED = ("id", "version", "made_at", "changed_at", "made_by")
DERIVED = tuple(column.name for column in holdings.columns if column.name not in _FIXED)
"""Columns that a holding and its index decide, in the order of `derived`."""
INDEXED = ("expires_on", "fee_due_on", "fee_year", "fee_fen")
"""Those of them that the index alone decides, in the order of `indexed`."""
SHOWN = (
    *(
        holdings.c[name]
        for name in ("id", "version", "number", "title", "kind", "state", "filed_on", "granted_on")
    ),
    *(holdings.c[name] for name in ("expires_on", "owners", "applicants", "inventors")),
    *(holdings.c[name] for name in ("department", "reference", "tags", "main_class")),
    *(holdings.c[name] for name in ("published_as", "publication_number", "country")),
    *(holdings.c[name] for name in ("fee_due_on", "fee_year", "fee_fen", "as_of", "changed_at")),
    verdicts.c.verdict,
    verdicts.c.judged_on,
)
"""Columns of a list."""
_NAMES = tuple(column.name for column in SHOWN)
_DAYS = ("filed_on", "granted_on", "expires_on", "fee_due_on", "judged_on", "as_of")
_SEVERAL = ("owners", "applicants", "inventors", "tags")
_TEXTS = (
    *("number", "title", "department", "reference"),
    *("main_class", "published_as", "publication_number", "country"),
)
_LONGEST_NUMBER = 80
_REMEMBERED = 20_000


def fixed(kept: KeptHolding) -> Values:
    """Give the columns before the derived ones."""
    return (
        kept.id,
        kept.version,
        written(kept.made_at),
        written(kept.changed_at),
        kept.made_by,
    )


def derived(holding: Holding, index: Index) -> Values:
    """Give the derived columns; what is not known is None."""
    patent = holding.patent
    return (
        _key(application_key(patent.number, holding.country)),
        _key(publication_key(patent.publication_number)),
        _key(publication_key(holding.published_as)),
        stored_number(patent.number) if patent.number else None,
        _shown(patent.title),
        patent.kind and patent.kind.value,
        holding.state and holding.state.value,
        _day(patent.filed_on),
        _day(patent.granted_on),
        _day(index.expires_on),
        _lines(owner.name for owner in holding.owners if owner.until is None),
        _lines(holding.applicants),
        _lines(holding.inventors),
        _shown(holding.department),
        _shown(holding.reference),
        tag_lines(holding.tags),
        _shown(patent.main_class),
        _shown(holding.published_as, _LONGEST_NUMBER),
        _shown(patent.publication_number, _LONGEST_NUMBER),
        _shown(holding.country, 10),
        _day(index.fee_due_on),
        index.fee_year,
        index.fee_fen,
        _day(max((each.as_of for each in holding.origins if each.as_of), default=None)),
    )


def indexed(index: Index) -> Values:
    """Give the columns that the index alone decides."""
    return (_day(index.expires_on), _day(index.fee_due_on), index.fee_year, index.fee_fen)


def tag_lines(tags: Iterable[str]) -> str | None:
    """Give tags one a line, with a line break before and behind each; None without any."""
    text = "\n".join(filter(None, map(_line, tags)))
    return f"\n{text}\n" if text else None


def holding_row(row: Sequence[Any]) -> HoldingRow:
    """Give what a list shows of the columns SHOWN."""
    told = dict(zip(_NAMES, row, strict=True))
    for name in _DAYS:
        told[name] = _date(told[name])
    for name in _TEXTS:
        told[name] = told[name] or ""
    for name in _SEVERAL:
        told[name] = _split(told[name])
    told["kind"] = told["kind"] and PatentKind(told["kind"])
    told["state"] = told["state"] and RightState(told["state"])
    return HoldingRow(**told)


def decoded(body: str, where: str) -> Holding:
    """Read a body back; UnreadableHolding when it is no holding that we know."""
    try:
        return codec.unpack(Holding, body)
    except codec.UnreadableDocument as error:
        raise UnreadableHolding(where, body) from error


def moment(text: str | datetime) -> datetime:
    """Read a moment that came past the types of columns."""
    return datetime.fromisoformat(text) if isinstance(text, str) else text


def _key(key: str | None) -> str | None:
    return key and key[:_LONGEST_NUMBER]


def _shown(text: str | None, length: int | None = None) -> str | None:
    return (_line(text)[:length] or None) if text else None


def _lines(names: Iterable[str]) -> str | None:
    return "\n".join([_line(name) for name in names if name]) or None


@lru_cache(maxsize=_REMEMBERED)
def _line(text: str) -> str:
    """Give a text as lists show it; names and places come again and again."""
    return shown(text)


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(text.strip("\n").split("\n")) if text else ()


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
