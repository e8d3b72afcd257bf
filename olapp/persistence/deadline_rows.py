"""Deadlines of all holdings, by day."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection

from olapp.domain.deadline import DeadlineKind
from olapp.domain.holding import RightState
from olapp.persistence.kept_portfolio import DeadlineRow, HoldingQuery

_ALL = HoldingQuery()


class Deadlines:
    """The deadlines of one unit of work. They are written with their holding's index."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def due(
        self,
        query: HoldingQuery = _ALL,
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
        raise NotImplementedError

    def count(
        self,
        query: HoldingQuery = _ALL,
        *,
        after: date | None = None,
        until: date | None = None,
        kinds: Collection[DeadlineKind] = (),
    ) -> int:
        """Count what `due` would give without a limit."""
        raise NotImplementedError

    def without_any(self, states: Collection[RightState]) -> int:
        """Count the holdings in one of these states that have no deadline at all."""
        raise NotImplementedError
