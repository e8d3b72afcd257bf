"""Deadlines written with the index of their holding."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, delete, select
from sqlalchemy import insert as insert_one

from olapp import codec
from olapp.domain.deadline import Deadline
from olapp.domain.finding import Source
from olapp.persistence.bulk import Values, delete_many, insert_many
from olapp.persistence.kept_portfolio import Index
from olapp.persistence.portfolio_tables import deadline_sources, deadlines


class Grounds:
    """The sources of deadlines in one unit of work, each kept once."""

    def __init__(self, connection: Connection) -> None:
        """Read those that are kept."""
        self._connection = connection
        found = connection.execute(select(deadline_sources.c.body, deadline_sources.c.id))
        self._kept: dict[str, int] = {row.body: row.id for row in found}
        self._known: dict[Source, int] = {}

    def key(self, source: Source) -> int:
        """Give the key of a source, which is kept when it is new."""
        if source not in self._known:
            body = codec.pack(source)
            if body not in self._kept:
                adding = insert_one(deadline_sources).values(body=body)
                made = self._connection.execute(adding).inserted_primary_key
                self._kept[body] = made[0] if made else 0
            self._known[source] = self._kept[body]
        return self._known[source]


def insert(connection: Connection, indexes: Iterable[tuple[int, Index]]) -> None:
    """Write the deadlines of holdings that have none yet."""
    with_any = [(key, index) for key, index in indexes if index.deadlines]
    if with_any:
        insert_many(connection, deadlines, list(_rows(Grounds(connection), with_any)))


def replace(connection: Connection, indexes: Sequence[tuple[int, Index]]) -> None:
    """Write the deadlines of holdings in the place of those there are, where they differ."""
    keys = [key for key, _ in indexes]
    there: dict[int, set[Values]] = defaultdict(set)
    for page in range(0, len(keys), 500):
        mine = deadlines.c.holding_id.in_(keys[page : page + 500])
        for row in connection.execute(select(deadlines).where(mine)):
            there[row[0]].add(tuple(row))
    grounds = Grounds(connection)
    fresh = {key: set(_rows(grounds, [(key, index)])) for key, index in indexes}
    changed = [key for key, rows in fresh.items() if rows != there[key]]
    delete_many(connection, deadlines, "holding_id", [key for key in changed if there[key]])
    insert_many(connection, deadlines, [row for key in changed for row in fresh[key]])


def forget_unused(connection: Connection) -> None:
    """Take out the sources that no deadline names any more."""
    used = select(deadlines.c.source_id)
    connection.execute(delete(deadline_sources).where(deadline_sources.c.id.not_in(used)))


def _rows(grounds: Grounds, indexes: Iterable[tuple[int, Index]]) -> Iterator[Values]:
    for holding_id, index in indexes:
        once = {each.key: each for each in index.deadlines}
        for deadline in once.values():
            yield _row(holding_id, deadline, grounds.key(deadline.source))


def _row(holding_id: int, deadline: Deadline, source_id: int) -> Values:
    return (
        holding_id,
        deadline.key,
        (deadline.rolled or deadline.nominal).isoformat(),
        deadline.kind.value,
        deadline.nominal.isoformat(),
        deadline.rolled and deadline.rolled.isoformat(),
        deadline.year,
        deadline.amount and deadline.amount.canonical(),
        deadline.is_assumed,
        source_id,
    )
