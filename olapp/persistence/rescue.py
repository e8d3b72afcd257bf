"""The way out of a damaged database: set aside, never deleted, and read out into a new one."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Table

from olapp.persistence import place
from olapp.persistence.database import Store
from olapp.persistence.salvage import Salvage, salvage
from olapp.persistence.soundness import Row
from olapp.persistence.tables import documents
from olapp.persistence.troubles import engine_told, files_told

_WITHOUT_BODY = "DELETE FROM holdings WHERE id NOT IN (SELECT holding_id FROM holding_bodies)"
"""What is left of a holding whose facts are lost is no holding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """What came of a rescue."""

    aside: Path
    """The damaged file as it was, its log beside it."""
    drafts: int
    """So many drafts are in the new database."""
    is_whole: bool
    """Whether nothing was lost."""


def rescue(path: Path, *, at: datetime) -> Rescue:
    """Set a damaged database aside and put a new one with all that can be read in its place.

    The damaged file is copied first; the new one takes its place in one step. Close every store of
    the file before. A StoreTrouble (a full disk, say) leaves everything as it was.
    """
    stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    with files_told(str(path)), engine_told(str(path)):
        aside = place.unused(path.with_stem(f"{path.stem}.damaged-{stamp}"))
        _copy(path, aside)
        with TemporaryDirectory(prefix=".rescue-", dir=path.parent) as scratch:
            copy, new = Path(scratch) / "damaged", Path(scratch) / "new"
            _copy(path, copy)
            found = salvage(copy)
            drafts = _write(new, found)
            for side in place.SIDE_FILES:
                place.beside(path, side).unlink(missing_ok=True)
            place.replace(new, path)
    return Rescue(aside=aside, drafts=drafts, is_whole=found.is_whole)


def _copy(path: Path, target: Path) -> None:
    """Copy a database with its log, which may hold the newest changes."""
    if place.beside(path, "-wal").exists():
        place.copy(place.beside(path, "-wal"), place.beside(target, "-wal"))
    place.copy(path, target)


def _write(new: Path, found: Salvage) -> int:
    """Write the rows into a new database and count its drafts."""
    Store.open(new).close()
    with closing(sqlite3.connect(new)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with connection:
            written = {table.name: _insert(connection, table, rows) for table, rows in found.rows}
            connection.execute(_WITHOUT_BODY)
    with Store.open(new) as store, store.begin() as unit:
        unit.holdings.rebuild_search()
    return written[documents.name]


def _insert(connection: sqlite3.Connection, table: Table, rows: tuple[Row, ...]) -> int:
    """Insert rows, leaving out those whose parents are lost."""
    names = [column.name for column in table.columns]
    places = ", ".join(f":{name}" for name in names)
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({places})"  # noqa: S608
    written = 0
    for row in rows:
        try:
            connection.execute(statement, row)
        except sqlite3.IntegrityError:
            continue
        written += 1
    return written
