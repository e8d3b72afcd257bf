"""Opening a database: looked over before anything is written, then made ready."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import sleep

from sqlalchemy import Engine
from sqlalchemy.engine.interfaces import DBAPICursor

from olapp.persistence import place, revisions, schema
from olapp.persistence.copying import copy_database
from olapp.persistence.engines import READING, server_engine, sqlite_engine
from olapp.persistence.schema import Standing
from olapp.persistence.troubles import (
    Damaged,
    ForeignDatabase,
    NewerDatabase,
    Unusable,
    engine_told,
)

_CHECKED_AT_ONCE = 4 * 2**20
"""Files up to this size are looked over whole at each opening; larger ones behind the window, once
a day (`Store.check_daily`): nobody should wait longer for having more.
"""
DAMAGED = "damaged"
"""Noted beside a file that was found damaged."""
_TRIES = 20
_PAUSE_SECONDS = 0.02


def open_file(path: Path, patience_ms: int) -> Engine:
    """Give an engine for a database file, made or moved on to our tables where need be."""
    where = str(path)
    place.prepare(path)
    engine = sqlite_engine(path, patience_ms)
    with engine_told(where), _disposed_on_trouble(engine):
        standing = _looked_over(engine, where)
        if standing is Standing.OLDER or _is_checked_at_once(path):
            check(engine, where)
        if standing is Standing.OLDER:
            _upgrade_file(path, patience_ms)
        _write_ahead(engine, where)
        schema.create_where_empty(engine)
    return engine


def open_server(url: str, where: str) -> Engine:
    """Give an engine for a server's database, made or moved on to our tables where need be."""
    engine = server_engine(url)
    with engine_told(where), _disposed_on_trouble(engine):
        if _looked_over(engine, where) is Standing.OLDER:
            schema.upgrade(engine)
        schema.create_where_empty(engine)
    return engine


def check(engine: Engine, where: str) -> None:
    """Damaged when the file is not whole, index by index."""
    with engine_told(where), closing(engine.raw_connection()) as connection:
        answer = _ask(connection.cursor(), "PRAGMA integrity_check(1)")
    if answer != "ok":
        raise Damaged(where)


def _is_checked_at_once(path: Path) -> bool:
    """Whether a file is small, or was found damaged while it was in use."""
    return path.stat().st_size <= _CHECKED_AT_ONCE or place.noted(path) == DAMAGED


def _looked_over(engine: Engine, where: str) -> Standing:
    """Tell how the database stands; one that is not ours to touch is a trouble."""
    with engine.connect() as connection:
        found = schema.standing(connection.execution_options(**READING))
    if found is Standing.NEWER:
        raise NewerDatabase(where)
    if found is Standing.FOREIGN:
        raise ForeignDatabase(where)
    return found


def _upgrade_file(path: Path, patience_ms: int) -> None:
    """Copy the file beside itself, then move its tables on, while nobody else can write.

    Without foreign keys, because a table that is built anew would take its children with it.
    """
    engine = sqlite_engine(path, patience_ms, has_foreign_keys=False)
    try:
        copy = place.unused(path.with_stem(f"{path.stem}.before-{revisions.HEAD}"))
        schema.upgrade(engine, before=lambda: copy_database(path, copy))
    finally:
        engine.dispose()


def _write_ahead(engine: Engine, where: str) -> None:
    """Turn write-ahead logging on, and see that the file can be written at all."""
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        mode = _switch_to_wal(cursor)
        cursor.execute("BEGIN IMMEDIATE")
        cursor.execute("PRAGMA user_version = 0")  # as it is; to begin alone would not tell
        cursor.execute("ROLLBACK")
    if mode != "wal":
        raise Unusable(where)


def _switch_to_wal(cursor: DBAPICursor) -> str:
    """Switch and give the mode we are in; SQLite itself does not wait here for other openers."""
    for _ in range(_TRIES - 1):
        try:
            return _ask(cursor, "PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            sleep(_PAUSE_SECONDS)
    return _ask(cursor, "PRAGMA journal_mode = WAL")


def _ask(cursor: DBAPICursor, pragma: str) -> str:
    cursor.execute(pragma)
    answer = cursor.fetchone()
    return str(answer[0]) if answer else ""


@contextmanager
def _disposed_on_trouble(engine: Engine) -> Iterator[None]:
    try:
        yield
    except BaseException:
        engine.dispose()
        raise
