"""Holdings: kept with every change, found by anything written on them, put back when undone."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection

from olapp.domain.holding import Holding
from olapp.persistence.kept_portfolio import (
    HoldingQuery,
    HoldingRow,
    Index,
    KeptHolding,
    PastHolding,
    PutBack,
    Totals,
)

ALL_HOLDINGS = HoldingQuery()


class Holdings:
    """The holdings of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def ids(
        self, query: HoldingQuery = ALL_HOLDINGS, order: str = "number", is_reversed: bool = False
    ) -> "array[int]":
        """Give the keys of all that a query finds, sorted by a column; not known comes last."""
        raise NotImplementedError

    def rows(self, ids: Sequence[int]) -> tuple[HoldingRow, ...]:
        """Give what a list shows of these, in this order; those no longer there are left out."""
        raise NotImplementedError

    def count(self, query: HoldingQuery = ALL_HOLDINGS) -> int:
        """Count what a query finds."""
        raise NotImplementedError

    def totals(self, query: HoldingQuery = ALL_HOLDINGS) -> Totals:
        """Count and add up what a query finds."""
        raise NotImplementedError

    def departments(self) -> tuple[str, ...]:
        """Give all departments, sorted."""
        raise NotImplementedError

    def tags(self) -> tuple[str, ...]:
        """Give all tags, sorted."""
        raise NotImplementedError

    def get(self, holding_id: int) -> KeptHolding:
        """Give a holding; Gone when it is not there."""
        raise NotImplementedError

    def by_keys(self, keys: Iterable[str]) -> dict[str, KeptHolding]:
        """Give the holdings that have these keys (`holding_keys.keys_of`), each under its key."""
        raise NotImplementedError

    def iterate(
        self, query: HoldingQuery = ALL_HOLDINGS, ids: Sequence[int] | None = None
    ) -> Iterator[KeptHolding]:
        """Give holdings page by page: those of the keys in their order, else what is found."""
        raise NotImplementedError

    def add_many(
        self,
        items: Iterable[tuple[Holding, Index]],
        *,
        at: datetime,
        import_id: int | None = None,
    ) -> range:
        """Keep new holdings, version 1; gives their keys in order."""
        raise NotImplementedError

    def keep(
        self,
        kept: KeptHolding,
        holding: Holding,
        index: Index,
        *,
        at: datetime,
        import_id: int | None = None,
        edit_id: int | None = None,
    ) -> KeptHolding:
        """Keep a change made on top of what was kept, and give the new state.

        A holding equal to the one kept makes no new version. StaleHolding, which carries both,
        when another one was kept meanwhile; Gone when it was removed.
        """
        raise NotImplementedError

    def keep_many(
        self,
        changes: Iterable[tuple[KeptHolding, Holding, Index]],
        *,
        at: datetime,
        import_id: int | None = None,
        edit_id: int | None = None,
    ) -> None:
        """Keep many changes, as `keep` does; the unit of work makes it all or none."""
        raise NotImplementedError

    def index_many(self, indexes: Iterable[tuple[int, Index]]) -> None:
        """Write anew what the law derives; the holdings themselves and their versions stay."""
        raise NotImplementedError

    def remove_many(self, ids: Sequence[int], *, at: datetime, edit_id: int) -> None:
        """Take holdings out; `undo` of the edit brings them back with their history."""
        raise NotImplementedError

    def next_edit(self) -> int:
        """Give a number for an edit of many holdings at once."""
        raise NotImplementedError

    def undo(
        self,
        index: Callable[[Holding], Index],
        *,
        import_id: int | None = None,
        edit_id: int | None = None,
    ) -> PutBack:
        """Undo an import or an edit: what it made goes, what it replaced or removed comes back.

        What has been changed since is left as it is.
        """
        raise NotImplementedError

    def past(self, holding_id: int) -> tuple[PastHolding, ...]:
        """Give the states that were replaced, the oldest first; the present one is not among."""
        raise NotImplementedError
