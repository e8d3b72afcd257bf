"""Imports that were carried out."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import cast

from sqlalchemy import Connection, RowMapping, Update, insert, literal, select, update

from olapp.persistence.kept_portfolio import KeptImport
from olapp.persistence.portfolio_tables import imports
from olapp.persistence.searched import shown
from olapp.persistence.troubles import ImportGone


class Imports:
    """The imports of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def add(
        self,
        *,
        at: datetime,
        name: str,
        source: str,
        as_of: date | None,
        sha256: str = "",
    ) -> int:
        """Write a new import down before its rows; gives its key."""
        row = {
            "at": at,
            "name": shown(name),
            "source": source,
            "as_of": as_of and as_of.isoformat(),
            "sha256": sha256,
            "counts": "{}",
            "body": "",
        }
        key = self._connection.execute(insert(imports).values(row)).inserted_primary_key
        return cast("int", key[0]) if key else 0

    def finish(self, import_id: int, counts: Mapping[str, int], body: str = "") -> None:
        """Write down what came of an import."""
        values = {"counts": json.dumps(dict(counts)), "body": body}
        self._connection.execute(_here(import_id).values(values))

    def get(self, import_id: int) -> KeptImport:
        """Give an import; Gone when it is not there."""
        wanted = select(imports).where(imports.c.id == import_id)
        found = self._connection.execute(wanted).mappings().first()
        if found is None:
            raise ImportGone(str(import_id))
        return _kept(found)

    def all(self) -> tuple[KeptImport, ...]:
        """Give all imports, newest first, without their bodies."""
        columns = [column for column in imports.columns if column.name != "body"]
        wanted = select(*columns, literal("").label("body")).order_by(imports.c.id.desc())
        return tuple(map(_kept, self._connection.execute(wanted).mappings()))

    def mark_undone(self, import_id: int, *, at: datetime) -> None:
        """Write down that what an import did was undone."""
        self._connection.execute(_here(import_id).values(undone_at=at))


def _here(import_id: int) -> Update:
    return update(imports).where(imports.c.id == import_id)


def _kept(row: RowMapping) -> KeptImport:
    as_of: str | None = row["as_of"]
    return KeptImport(
        id=row["id"],
        at=row["at"],
        name=row["name"],
        source=row["source"],
        as_of=date.fromisoformat(as_of) if as_of else None,
        sha256=row["sha256"],
        counts=json.loads(row["counts"]),
        body=row["body"],
        undone_at=row["undone_at"],
    )
