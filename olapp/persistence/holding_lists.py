"""Lists of holdings: found, sorted, counted and added up by the database."""

from array import array
from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, UnaryExpression, func, select
from sqlalchemy.sql.operators import custom_op

from olapp.persistence.bulk import PAGE, pages
from olapp.persistence.holding_query import JUDGED, conditions, sorted_by, source
from olapp.persistence.holding_rows import SHOWN, holding_row
from olapp.persistence.kept_portfolio import HoldingQuery, HoldingRow, Totals
from olapp.persistence.portfolio_tables import holdings, verdicts

_NULLABLE = {column.name for column in holdings.columns if column.nullable} | {
    "verdict",
    "judged_on",
}


def found_ids(
    connection: Connection, query: HoldingQuery, order: str, is_reversed: bool
) -> "array[int]":
    """Give the keys of all that a query finds, sorted; not known comes last either way."""
    wanted = conditions(query, connection)
    column = _unindexed(sorted_by(order), connection) if wanted else sorted_by(order)
    place: ColumnElement[object] = column.desc() if is_reversed else column.asc()
    if order in _NULLABLE:
        place = place.nulls_last()
    then = holdings.c.id.desc() if is_reversed else holdings.c.id.asc()
    listing = select(holdings.c.id).select_from(source(query, order)).where(*wanted)
    # Past all types of columns: a key is a number.
    found = connection.execute(listing.order_by(place, then)).cursor.fetchall()
    return array("q", [key for (key,) in found])


def _unindexed(column: ColumnElement[Any], connection: Connection) -> ColumnElement[Any]:
    """Give a column of which SQLite uses no index.

    To go through a filtered list in the order of an index takes a leap for every row, ten times as
    long as to go through the table and sort what is found.
    """
    if connection.dialect.name != "sqlite":
        return column
    return UnaryExpression(column, operator=custom_op("+"))


def listed(connection: Connection, ids: Sequence[int]) -> tuple[HoldingRow, ...]:
    """Give the rows of these keys in this order, those no longer there left out."""
    found: dict[int, HoldingRow] = {}
    for page in pages(ids, PAGE):
        wanted = select(*SHOWN).select_from(JUDGED).where(holdings.c.id.in_(page))
        found |= {row[0]: holding_row(row) for row in connection.execute(wanted)}
    return tuple(found[key] for key in ids if key in found)


def counted(connection: Connection, query: HoldingQuery) -> int:
    """Count what a query finds."""
    wanted = select(func.count()).select_from(source(query)).where(*conditions(query, connection))
    return connection.execute(wanted).scalar_one()


def added_up(connection: Connection, query: HoldingQuery) -> Totals:
    """Count and add up what a query finds, in one pass over it."""
    groups = (holdings.c.state, holdings.c.kind, verdicts.c.verdict, holdings.c.department)
    wanted = (
        select(*groups, func.count(), func.coalesce(func.sum(holdings.c.fee_fen), 0))
        .select_from(JUDGED)
        .where(*conditions(query, connection))
        .group_by(*groups)
    )
    counts: tuple[Counter[str], ...] = (Counter(), Counter(), Counter(), Counter())
    count, fen = 0, 0
    for *keys, number, fees in connection.execute(wanted):
        count, fen = count + number, fen + int(fees)
        for key, counter in zip(keys, counts, strict=True):
            counter[key or ""] += number
    by_state, by_kind, by_verdict, by_department = counts
    return Totals(
        count=count,
        by_state=by_state,
        by_kind=by_kind,
        by_verdict=by_verdict,
        by_department=by_department,
        fee_fen=fen,
    )


def departments(connection: Connection) -> tuple[str, ...]:
    """Give all departments, sorted."""
    place = holdings.c.department
    found = connection.execute(select(place).where(place.is_not(None)).distinct().order_by(place))
    return tuple(found.scalars())


def tags(connection: Connection) -> tuple[str, ...]:
    """Give all tags, sorted."""
    place = holdings.c.tags
    found = connection.execute(select(place).where(place.is_not(None)).distinct())
    return tuple(sorted({tag for text in found.scalars() for tag in text.strip("\n").split("\n")}))
