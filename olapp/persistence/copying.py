"""Copies of a database file: whole, private, and complete or not there at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

from olapp.persistence import place
from olapp.persistence.troubles import engine_told, files_told


def copy_database(source: Path, target: Path) -> None:
    """Write what is committed in a database to a file, which is replaced when it exists.

    Works beside readers and writers.
    """
    part = place.unused(target.with_name(target.name + ".part"))
    with files_told(str(target)), engine_told(f"{source} → {target}"):
        place.create(part)
        try:
            uri = f"{source.resolve().as_uri()}?mode=rw"
            with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
                connection.execute("VACUUM INTO ?", (str(part),))
            place.replace(part, target)
        finally:
            part.unlink(missing_ok=True)
