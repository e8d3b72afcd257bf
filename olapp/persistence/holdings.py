"""Holdings: kept with every change, found by anything written on them, put back when undone."""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, func, or_, select

from olapp.domain.holding import Holding
from olapp.persistence import holding_lists as lists
from olapp.persistence import holding_undo as undoing
from olapp.persistence import holding_writing as writing
from olapp.persistence.bulk import pages
from olapp.persistence.holding_keys import keys_of
from olapp.persistence.holding_rows import decoded
from olapp.persistence.kept_portfolio import (
    ALL_HOLDINGS,
    HoldingQuery,
    HoldingRow,
    Index,
    KeptHolding,
    PastHolding,
    PutBack,
    Totals,
)
from olapp.persistence.portfolio_tables import holding_bodies, holdings
from olapp.persistence.troubles import HoldingGone, StaleHolding

_KEYS = (holdings.c.application_key, holdings.c.grant_key, holdings.c.publication_key)
_WHOLE = (
    *(holdings.c[name] for name in ("id", "version", "made_at", "changed_at", "made_by")),
    holding_bodies.c.body,
)


class Holdings:
    """The holdings of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def ids(
        self, query: HoldingQuery = ALL_HOLDINGS, order: str = "number", is_reversed: bool = False
    ) -> "array[int]":
        """Give the keys of all that a query finds, sorted by a column; not known comes last."""
        return lists.found_ids(self._connection, query, order, is_reversed)

    def rows(self, ids: Sequence[int]) -> tuple[HoldingRow, ...]:
        """Give what a list shows of these, in this order; those no longer there are left out."""
        return lists.listed(self._connection, ids)

    def count(self, query: HoldingQuery = ALL_HOLDINGS) -> int:
        """Count what a query finds."""
        return lists.counted(self._connection, query)

    def totals(self, query: HoldingQuery = ALL_HOLDINGS) -> Totals:
        """Count and add up what a query finds."""
        return lists.added_up(self._connection, query)

    def departments(self) -> tuple[str, ...]:
        """Give all departments, sorted."""
        return lists.departments(self._connection)

    def tags(self) -> tuple[str, ...]:
        """Give all tags, sorted."""
        return lists.tags(self._connection)

    def get(self, holding_id: int) -> KeptHolding:
        """Give a holding; Gone when it is not there."""
        for kept in self._present([holding_id]):
            return kept
        raise HoldingGone(str(holding_id))

    def by_keys(self, keys: Iterable[str]) -> dict[str, KeptHolding]:
        """Give the holdings that have these keys (`holding_keys.keys_of`), each under its key."""
        wanted = dict.fromkeys(keys)
        found: dict[str, KeptHolding] = {}
        for page in pages(wanted):
            for kept in self._read(_having(page, self._connection)):
                found |= {key: kept for key in keys_of(kept.holding) if key in wanted}
        return found

    def iterate(
        self, query: HoldingQuery = ALL_HOLDINGS, ids: Sequence[int] | None = None
    ) -> Iterator[KeptHolding]:
        """Give holdings page by page: those of the keys in their order, else what is found."""
        for page in pages(self.ids(query) if ids is None else ids):
            there = {kept.id: kept for kept in self._present(page)}
            yield from (there[key] for key in page if key in there)

    def add_many(
        self,
        items: Iterable[tuple[Holding, Index]],
        *,
        at: datetime,
        import_id: int | None = None,
    ) -> range:
        """Keep new holdings, version 1; gives their keys in order."""
        first = writing.next_id(self._connection)
        new = (
            (_new(first + place, holding, at, import_id), index)
            for place, (holding, index) in enumerate(items)
        )
        return range(first, first + writing.insert_holdings(self._connection, new))

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
        self.keep_many([(kept, holding, index)], at=at, import_id=import_id, edit_id=edit_id)
        return self.get(kept.id)

    def keep_many(
        self,
        changes: Iterable[tuple[KeptHolding, Holding, Index]],
        *,
        at: datetime,
        import_id: int | None = None,
        edit_id: int | None = None,
    ) -> None:
        """Keep many changes, as `keep` does; the unit of work makes it all or none."""
        for page in pages(changes):
            there = {kept.id: kept for kept in self._present([kept.id for kept, _, _ in page])}
            fresh = []
            for kept, holding, index in page:
                present = _unmoved(kept, holding, there.get(kept.id))
                if holding != present.holding:
                    after = replace(
                        present, version=present.version + 1, changed_at=at, holding=holding
                    )
                    fresh.append((present, after, index))
            past = (present for present, _, _ in fresh)
            writing.insert_past(self._connection, past, import_id, edit_id)
            writing.update_holdings(self._connection, fresh)

    def index_many(self, indexes: Iterable[tuple[int, Index]]) -> None:
        """Write anew what the law derives; the holdings themselves and their versions stay."""
        writing.update_indexes(self._connection, indexes)

    def remove_many(self, ids: Sequence[int], *, edit_id: int) -> None:
        """Take holdings out; `undo` of the edit brings them back with their history."""
        for page in pages(ids):
            present = list(self._present(page))
            writing.insert_past(self._connection, present, None, edit_id)
            writing.delete_holdings(self._connection, present)

    def next_edit(self) -> int:
        """Give a number for an edit of many holdings at once."""
        return undoing.last_edit(self._connection) + 1

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
        return undoing.undo(self._connection, self._present, index, import_id, edit_id)

    def past(self, holding_id: int) -> tuple[PastHolding, ...]:
        """Give the states that were replaced, the oldest first; the present one is not among."""
        return undoing.states(self._connection, holding_id)

    def rebuild_search(self) -> None:
        """Write the full text of all holdings anew, as after a rescue."""
        writing.rebuild_search(self._connection, self.iterate())

    def _present(self, ids: Iterable[int]) -> Iterator[KeptHolding]:
        """Give the holdings of at most a page of keys, those that are there, in any order."""
        return self._read(holdings.c.id.in_(list(ids)))

    def _read(self, condition: ColumnElement[bool]) -> Iterator[KeptHolding]:
        joined = holdings.join(holding_bodies)
        wanted = select(*_WHOLE).select_from(joined).where(condition)
        found = self._connection.execute(wanted.order_by(holdings.c.id.desc())).all()
        return map(_kept, found)


def _having(keys: list[str], connection: Connection) -> ColumnElement[bool]:
    """Give the condition that a holding has one of these keys."""
    if connection.dialect.name != "sqlite":
        return or_(*(column.in_(keys) for column in _KEYS))
    # One value to the database, and a statement that is made once: imports ask for every row.
    values = select(func.json_each(bindparam("keys", json.dumps(keys))).table_valued("value").c[0])
    return or_(*(column.in_(values) for column in _KEYS))


def _kept(row: Sequence[Any]) -> KeptHolding:
    key, version, made_at, changed_at, made_by, body = row
    return KeptHolding(
        id=key,
        version=version,
        holding=decoded(body, str(key)),
        made_at=made_at,
        changed_at=changed_at,
        made_by=made_by,
    )


def _new(key: int, holding: Holding, at: datetime, import_id: int | None) -> KeptHolding:
    return KeptHolding(
        id=key, version=1, holding=holding, made_at=at, changed_at=at, made_by=import_id
    )


def _unmoved(kept: KeptHolding, mine: Holding, present: KeptHolding | None) -> KeptHolding:
    """Give the present state; a trouble when it is not the one a change was made on."""
    where = kept.holding.patent.number or kept.holding.patent.title or str(kept.id)
    if present is None:
        raise HoldingGone(where)
    if (present.version, present.holding) != (kept.version, kept.holding):
        raise StaleHolding(where, mine, present)
    return present
