"""All tables as plain rows, out of a database and into a new one, for an export of everything."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Integer, Table

from olapp.codec import unpack
from olapp.domain.holding import Holding
from olapp.persistence import searching
from olapp.persistence.portfolio_tables import holding_bodies, metadata
from olapp.persistence.soundness import Row, is_sound
from olapp.persistence.troubles import engine_told

_INDENTED = {"documents", "document_versions", "parties", "patents", "exports"}
"""Tables whose bodies are canonical JSON with line breaks; others have it in one line."""
_BODY = "body"
_AT_ONCE = 1000


Moment = sqlite3.Connection
"""A connection that sees one moment of a database."""


class UnsoundRow(ValueError):  # noqa: N818 - the file is wrong, not we
    """A row that our tables cannot have."""


def tables() -> Mapping[str, Table]:
    """Give all tables by name, parents before children."""
    return {table.name: table for table in metadata.sorted_tables}


def columns(table: Table) -> tuple[tuple[str, str, bool], ...]:
    """Give name, kind (``text``, ``integer`` or ``boolean``) and whether it may be empty."""
    return tuple((each.name, _kind(each.type), bool(each.nullable)) for each in table.columns)


@contextmanager
def moment_of(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection that sees one moment of a database."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    with (
        engine_told(str(path)),
        closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection,
    ):
        connection.execute("BEGIN")
        yield connection


def count(connection: sqlite3.Connection, table: Table) -> int:
    """Count the rows of a table."""
    (found,) = connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()  # noqa: S608
    return int(found)


def rows(connection: sqlite3.Connection, table: Table) -> Iterator[dict[str, Any]]:
    """Give the rows of a table in the order of their keys, bodies as the values they hold."""
    names = [column.name for column in table.columns]
    keys = ", ".join(column.name for column in table.primary_key)
    wanted = f"SELECT {', '.join(names)} FROM {table.name} ORDER BY {keys}"  # noqa: S608
    flags = [each.name for each in table.columns if isinstance(each.type, Boolean)]
    for values in connection.execute(wanted):
        row = dict(zip(names, values, strict=True))
        for flag in flags:
            row[flag] = None if row[flag] is None else bool(row[flag])
        if _BODY in row:
            row[_BODY] = _opened(row[_BODY], table)
        yield row


def fill(path: Path, table: Table, found: Iterable[object]) -> int:
    """Insert rows into an empty table of a new database, all or none; gives their number.

    UnsoundRow when a row is not one of ours.
    """
    names = [column.name for column in table.columns]
    places = ", ".join(f":{name}" for name in names)
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({places})"  # noqa: S608
    written = 0
    with engine_told(str(path)), closing(_writing(path)) as connection:
        waiting = (_closed(row, table, names) for row in found)
        try:
            while some := list(islice(waiting, _AT_ONCE)):
                connection.executemany(statement, some)
                if table is holding_bodies:
                    connection.executemany(searching.INSERT, map(_sought, some))
                written += len(some)
        except (sqlite3.IntegrityError, OverflowError, UnicodeEncodeError) as error:
            raise UnsoundRow(f"{table.name}: {error}") from error
        connection.execute("COMMIT")
    return written


def _writing(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN IMMEDIATE")
    return connection


def _sought(row: Row) -> tuple[int, str, str]:
    words, numbers = searching.index_text(unpack(Holding, row[_BODY]))
    return row["holding_id"], words, numbers


def _opened(text: str, table: Table) -> Any:
    """Give the value a body holds; the text itself where that would not give it back exactly."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    is_plain = isinstance(value, dict | list) and _text(value, table) == text
    return value if is_plain else text


def _closed(row: object, table: Table, names: list[str]) -> Row:
    """Give a row as the table keeps it; UnsoundRow when it is none."""
    if not isinstance(row, dict) or set(row) != set(names):
        raise UnsoundRow(table.name)
    kept: Row = dict(row)
    if isinstance(kept.get(_BODY), dict | list):
        kept[_BODY] = _text(kept[_BODY], table)
    try:
        is_ours = is_sound(table, kept)
    except (ValueError, TypeError):
        is_ours = False
    if not is_ours:
        raise UnsoundRow(table.name)
    return kept


def _text(value: object, table: Table) -> str:
    if table.name in _INDENTED:
        return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _kind(type_: object) -> str:
    if isinstance(type_, Boolean):
        return "boolean"
    return "integer" if isinstance(type_, Integer) else "text"
