"""Queries for holdings as conditions of SQL."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    and_,
    bindparam,
    column,
    false,
    func,
    or_,
    select,
    table,
    union,
)
from sqlalchemy.sql.elements import KeyedColumnElement

from olapp.persistence.kept_portfolio import COLUMNS, NOT_JUDGED, HoldingQuery
from olapp.persistence.portfolio_tables import (
    deadlines,
    holding_bodies,
    holding_past,
    holdings,
    verdicts,
)
from olapp.persistence.searched import folded, matches, number_key, shown
from olapp.persistence.searching import expression

JUDGED = holdings.outerjoin(
    verdicts,
    and_(verdicts.c.holding_id == holdings.c.id, verdicts.c.version == holdings.c.version),
)
"""Holdings with the verdicts on their present facts."""
_OF_VERDICTS = {"verdict", "judged_on"}
_SOUGHT = table("holdings_sought", column("rowid"), column("holdings_sought"))
_NUMBERS = {"number", "published_as", "publication_number"}
_DAYS = {"filed_on", "granted_on", "expires_on", "fee_due_on", "judged_on", "as_of", "changed_at"}
_YEAR = re.compile(r"\d{1,3}")
_CHOICES = {"kind", "state", "verdict"}


def sorted_by(order: str) -> KeyedColumnElement[Any]:
    """Give the column of a list; ValueError for what is none."""
    if order not in COLUMNS:
        raise ValueError(order)
    return (verdicts if order in _OF_VERDICTS else holdings).c[order]


def source(query: HoldingQuery, order: str = "") -> FromClause:
    """Give the tables a query needs: verdicts are joined only where they are asked for."""
    asked = query.verdict is not None or _OF_VERDICTS & {order, *query.columns}
    return JUDGED if asked else holdings


def conditions(query: HoldingQuery, connection: Connection) -> list[ColumnElement[bool]]:
    """Give all conditions of a query, on the tables of `source`."""
    found = list(_simple(query))
    found += [_contains(name, text) for name, text in query.columns.items() if text.strip()]
    if query.ids is not None:
        found.append(_among(query.ids, connection))
    sought = _sought(query.text, connection)
    return found if sought is None else [*found, sought]


def _simple(query: HoldingQuery) -> Iterator[ColumnElement[bool]]:
    if query.state is not None:
        yield holdings.c.state == query.state.value
    if query.kind is not None:
        yield holdings.c.kind == query.kind.value
    if query.verdict == NOT_JUDGED:
        yield verdicts.c.verdict.is_(None)
    elif query.verdict is not None:
        yield verdicts.c.verdict == str(query.verdict)
    if query.department is not None:
        name = shown(query.department)
        yield holdings.c.department == name if name else holdings.c.department.is_(None)
    if query.tag is not None:
        yield holdings.c.tags.contains(f"\n{shown(query.tag)}\n", autoescape=True)
    if query.due_before is not None:
        day = deadlines.c.due_on <= query.due_before.isoformat()
        yield holdings.c.id.in_(select(deadlines.c.holding_id).where(day))
    if query.import_id is not None:
        made = select(holdings.c.id).where(holdings.c.made_by == query.import_id)
        changed = select(holding_past.c.holding_id)
        yield holdings.c.id.in_(
            union(made, changed.where(holding_past.c.import_id == query.import_id))
        )


def _among(ids: tuple[int, ...], connection: Connection) -> ColumnElement[bool]:
    """Give the condition that a holding is one of these; all as one value: they may be many."""
    if connection.dialect.name != "sqlite":
        keys: BindParameter[list[int]] = bindparam(
            "ids", list(ids), expanding=True, literal_execute=True
        )
        return holdings.c.id.in_(keys)
    values = func.json_each(json.dumps(ids)).table_valued("value")
    return holdings.c.id.in_(select(values.c.value))


def _sought(text: str, connection: Connection) -> ColumnElement[bool] | None:
    if connection.dialect.name != "sqlite":
        search = matches(holding_bodies.c.sought, text)
        if search is None:
            return None
        return holdings.c.id.in_(select(holding_bodies.c.holding_id).where(search))
    wanted = expression(text)
    if wanted is None:
        return None
    found = select(_SOUGHT.c.rowid).where(_SOUGHT.c.holdings_sought.op("MATCH")(wanted))
    return holdings.c.id.in_(found)


def _contains(name: str, text: str) -> ColumnElement[bool]:
    """Give the condition of a cell of the filter row."""
    place = sorted_by(name)
    if name in _CHOICES:
        return place == text.strip()
    if name == "fee_year":
        return place == int(text) if _YEAR.fullmatch(text.strip()) else false()
    if name == "fee_fen":
        return _amount(place, text)
    if name in _DAYS:
        return place.startswith(_day(text), autoescape=True)
    if name in _NUMBERS:
        key = number_key(text)
        return func.lower(place).contains(key, autoescape=True)
    either = {shown(text), folded(text)} - {""}
    return or_(false(), *(place.contains(each, autoescape=True) for each in sorted(either)))


def _amount(place: KeyedColumnElement[Any], text: str) -> ColumnElement[bool]:
    try:
        fen = Decimal(folded(text).strip(" ¥元").replace(",", "")).scaleb(2)
    except InvalidOperation:
        return false()
    return place == int(fen) if fen.is_finite() and fen == int(fen) else false()


def _day(text: str) -> str:
    """Read the beginning of a day in any of the usual spellings: 2024, 2024.3, 2024年3月5日."""
    figures = [figure for figure in re.split(r"\D+", folded(text)) if figure]
    return "-".join(figure if len(figure) > 1 else f"0{figure}" for figure in figures)
