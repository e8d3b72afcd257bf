"""Engines: SQLite for one person, a server for an office; nobody above sees the difference."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

READING = {"olapp_reading": True}
"""Execution options of a connection that will only look."""
_PRAGMAS = (
    # A commit is on the disk when it returns: a killed process loses nothing, nor does a power cut.
    "PRAGMA synchronous = FULL",
    # What a person erases is not left readable in free pages.
    "PRAGMA secure_delete = ON",
)

_ROOM = -65_536
"""In the words of the pragma: kibibytes, with a minus."""


def sqlite_engine(path: Path, patience_ms: int, *, has_foreign_keys: bool = True) -> Engine:
    """Give an engine for a file that exists; it is never made here, since SQLite would make it
    readable to others.
    """

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=rw",
            uri=True,
            timeout=patience_ms / 1000,
            isolation_level=None,  # units of work begin by an event below, not by guessing
            check_same_thread=False,  # the pool hands a connection to one thread at a time
        )
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        connection.execute(f"PRAGMA foreign_keys = {'ON' if has_foreign_keys else 'OFF'}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def roomy(connection: Connection) -> Iterator[None]:
    """Give a connection 64 MB for pages, so that those of an index are not written again and again.

    Not while a unit of work is open on it; a server sees to its own memory.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.driver_connection
    usual = driver.execute("PRAGMA cache_size").fetchone()[0]
    driver.execute(f"PRAGMA cache_size = {_ROOM}")
    try:
        yield
    finally:
        driver.execute(f"PRAGMA cache_size = {int(usual)}")


def server_engine(url: str) -> Engine:
    """Give an engine for a database server."""
    return create_engine(url, pool_pre_ping=True)


def _begin(connection: Connection) -> None:
    """Begin: a writer takes the write lock first, so that it never has to give up half-way."""
    options: dict[str, Any] = dict(connection.get_execution_options())
    is_reading = options.get("olapp_reading", False)
    connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")
