"""Holdings written: the row, the body, the full text and the deadlines, always all four."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from olapp import codec
from olapp.persistence import deadline_writing, searching
from olapp.persistence.bulk import PAGE, Values, delete_many, insert_many, pages, update_many
from olapp.persistence.columns import written
from olapp.persistence.holding_rows import (
    DERIVED,
    INDEXED,
    derived,
    fixed,
    indexed,
)
from olapp.persistence.kept_portfolio import Index, KeptHolding
from olapp.persistence.portfolio_tables import holding_bodies, holding_past, holdings

_CHANGING = ("version", "changed_at", *DERIVED)
Written = tuple[KeptHolding, Index]


def next_id(connection: Connection) -> int:
    """Give a key that no holding has or had, as far as anybody could still ask for it."""
    used = (holdings.c.id, holding_past.c.holding_id)
    found = (connection.execute(select(func.max(column))).scalar() or 0 for column in used)
    return max(found) + 1


def insert_holdings(connection: Connection, items: Iterable[Written]) -> int:
    """Write holdings that have no row, and give their number."""
    count = 0
    for page in pages(items, 10 * PAGE):
        insert_many(
            connection, holdings, [fixed(kept) + derived(kept.holding, i) for kept, i in page]
        )
        insert_many(connection, holding_bodies, [_body(connection, kept) for kept, _ in page])
        _seek(connection, searching.INSERT, (kept for kept, _ in page))
        deadline_writing.insert(connection, ((kept.id, index) for kept, index in page))
        count += len(page)
    return count


def update_holdings(
    connection: Connection, changes: Iterable[tuple[KeptHolding, KeptHolding, Index]]
) -> None:
    """Write what replaces what there is; the version there was checked before."""
    for page in pages(changes, 10 * PAGE):
        _seek(connection, searching.DELETE, (old for old, _, _ in page))
        _seek(connection, searching.INSERT, (new for _, new, _ in page))
        update_many(
            connection,
            holdings,
            _CHANGING,
            [
                (new.version, written(new.changed_at), *derived(new.holding, index), new.id)
                for _, new, index in page
            ],
        )
        bodies = [(*_body(connection, new)[1:], new.id) for _, new, _ in page]
        update_many(connection, holding_bodies, ("sought", "body"), bodies)
        deadline_writing.replace(connection, [(new.id, index) for _, new, index in page])


def update_indexes(connection: Connection, indexes: Iterable[tuple[int, Index]]) -> None:
    """Write anew what the law derives, where it differs from what is there."""
    for page in pages(indexes):
        update_many(
            connection,
            holdings,
            INDEXED,
            [(*indexed(index), key) for key, index in _moved(connection, page)],
        )
        deadline_writing.replace(connection, page)


def delete_holdings(connection: Connection, removed: Sequence[KeptHolding]) -> None:
    """Take holdings out of the row, body, full text and deadlines."""
    _seek(connection, searching.DELETE, removed)
    delete_many(connection, holdings, "id", (kept.id for kept in removed))


def insert_past(
    connection: Connection,
    states: Iterable[KeptHolding],
    import_id: int | None,
    edit_id: int | None,
) -> None:
    """Write down states that are replaced or removed, and by what."""
    rows = [
        (
            kept.id,
            kept.version,
            written(kept.changed_at),
            written(kept.made_at),
            kept.made_by,
            import_id,
            edit_id,
            codec.pack(kept.holding),
        )
        for kept in states
    ]
    insert_many(connection, holding_past, rows)


def rebuild_search(connection: Connection, present: Iterable[KeptHolding]) -> None:
    """Write the full text of all holdings anew."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(searching.CLEAR)
        for page in pages(present):
            _seek(connection, searching.INSERT, page)


def _moved(connection: Connection, page: list[tuple[int, Index]]) -> Iterable[tuple[int, Index]]:
    """Give those whose index differs from what is there."""
    columns = [holdings.c[name] for name in ("id", *INDEXED)]
    wanted = select(*columns).where(holdings.c.id.in_([key for key, _ in page]))
    there: dict[int, Values] = {row[0]: tuple(row[1:]) for row in connection.execute(wanted)}
    return [(key, index) for key, index in page if there.get(key) != indexed(index)]


def _body(connection: Connection, kept: KeptHolding) -> Values:
    has_table = connection.dialect.name == "sqlite"
    sought = None if has_table else searching.plain_text(kept.holding)
    return kept.id, sought, codec.pack(kept.holding)


def _seek(connection: Connection, statement: str, states: Iterable[KeptHolding]) -> None:
    """Put into, or take out of, the full-text table, where there is one."""
    if connection.dialect.name == "sqlite":
        rows: list[Any] = [(kept.id, *searching.index_text(kept.holding)) for kept in states]
        if rows:
            connection.exec_driver_sql(statement, rows)
