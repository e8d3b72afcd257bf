"""Deadlines of all holdings, by day."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, exists, func, select

from olapp import codec
from olapp.domain.deadline import Deadline, DeadlineKind
from olapp.domain.finding import Source
from olapp.domain.holding import RightState
from olapp.domain.money import Yuan
from olapp.persistence.holding_query import conditions, source
from olapp.persistence.kept_portfolio import ALL_HOLDINGS, DeadlineRow, HoldingQuery
from olapp.persistence.portfolio_tables import deadline_sources, deadlines, holdings

_SHOWN = (
    *(holdings.c[name] for name in ("number", "title", "department")),
    *deadlines.columns,
    deadline_sources.c.body,
)


class Deadlines:
    """The deadlines of one unit of work. They are written with their holding's index."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def due(
        self,
        query: HoldingQuery = ALL_HOLDINGS,
        *,
        after: date | None = None,
        until: date | None = None,
        kinds: Collection[DeadlineKind] = (),
        offset: int = 0,
        limit: int = 1000,
    ) -> tuple[DeadlineRow, ...]:
        """Give the deadlines of a query's holdings after one day and until another, first first.

        The day that counts is the moved one where it is known, else the nominal one.
        """
        found = select(*_SHOWN).select_from(_joined(query))
        found = found.where(*conditions(query, self._connection), *_due(after, until, kinds))
        page = found.order_by(deadlines.c.due_on, holdings.c.number, deadlines.c.key)
        rows = self._connection.execute(page.offset(offset).limit(limit)).all()
        return tuple(_row(row) for row in rows)

    def count(
        self,
        query: HoldingQuery = ALL_HOLDINGS,
        *,
        after: date | None = None,
        until: date | None = None,
        kinds: Collection[DeadlineKind] = (),
    ) -> int:
        """Count what `due` would give without a limit."""
        counting = select(func.count()).select_from(_joined(query))
        wanted = (*conditions(query, self._connection), *_due(after, until, kinds))
        return self._connection.execute(counting.where(*wanted)).scalar_one()

    def without_any(self, states: Collection[RightState]) -> int:
        """Count the holdings in one of these states that have no deadline at all."""
        has_any = exists().where(deadlines.c.holding_id == holdings.c.id)
        wanted = select(func.count()).select_from(holdings)
        wanted = wanted.where(holdings.c.state.in_([state.value for state in states]), ~has_any)
        return self._connection.execute(wanted).scalar_one()


def _due(
    after: date | None, until: date | None, kinds: Collection[DeadlineKind]
) -> Iterator[ColumnElement[bool]]:
    if after is not None:
        yield deadlines.c.due_on > after.isoformat()
    if until is not None:
        yield deadlines.c.due_on <= until.isoformat()
    if kinds:
        yield deadlines.c.kind.in_([kind.value for kind in kinds])


def _joined(query: HoldingQuery) -> FromClause:
    of_holding = deadlines.c.holding_id == holdings.c.id
    return source(query).join(deadlines, of_holding).join(deadline_sources)


def _row(row: Row[Any]) -> DeadlineRow:
    return DeadlineRow(
        holding_id=row.holding_id,
        number=row.number or "",
        title=row.title or "",
        department=row.department or "",
        deadline=Deadline(
            key=row.key,
            kind=DeadlineKind(row.kind),
            nominal=date.fromisoformat(row.nominal),
            rolled=date.fromisoformat(row.rolled) if row.rolled else None,
            source=codec.unpack(Source, row.body),
            year=row.year,
            amount=Yuan.of(row.amount) if row.amount else None,
            is_assumed=bool(row.is_assumed),
        ),
    )
