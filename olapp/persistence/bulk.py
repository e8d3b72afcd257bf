"""Many rows at once, as quickly as the driver takes them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, insert

V = TypeVar("V")
PAGE = 500
"""So many rows are asked for, or keys named, at once."""
Values = tuple[Any, ...]


def pages(items: Iterable[V], length: int = PAGE) -> Iterator[list[V]]:
    """Cut anything into lists of a length, the last one shorter."""
    rest = iter(items)
    while page := list(islice(rest, length)):
        yield page


def insert_many(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Insert rows whose values stand in the order of the columns, as the driver takes them.

    Moments and days are text already: types of columns are not asked.
    """
    if rows:
        names = [column.name for column in table.columns]
        statement = str(insert(table).compile(dialect=connection.dialect))
        _run(connection, statement, names, rows)


def update_many(
    connection: Connection, table: Table, names: Sequence[str], rows: Sequence[Values]
) -> int:
    """Set columns of rows by the first column, the key; each row is the values, then the key."""
    if not rows:
        return 0
    mark = "?" if connection.dialect.positional else "%({})s"
    key = next(iter(table.primary_key.columns)).name
    settings = ", ".join(f"{name} = {mark.format(name)}" for name in names)
    statement = f"UPDATE {table.name} SET {settings} WHERE {key} = {mark.format(key)}"  # noqa: S608
    return _run(connection, statement, [*names, key], rows)


def delete_many(connection: Connection, table: Table, column: str, keys: Iterable[int]) -> None:
    """Delete the rows with these keys in a column."""
    for page in pages(keys):
        connection.execute(delete(table).where(table.c[column].in_(page)))


def _run(
    connection: Connection, statement: str, names: Sequence[str], rows: Sequence[Values]
) -> int:
    if connection.dialect.positional:
        return connection.exec_driver_sql(statement, list(rows)).rowcount
    named = [dict(zip(names, row, strict=True)) for row in rows]
    return connection.exec_driver_sql(statement, named).rowcount
