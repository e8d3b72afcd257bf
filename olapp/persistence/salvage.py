"""What can still be read of a damaged database: in order where its trees hold, else by the page."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Table

from olapp.domain.lifecycle import DraftState
from olapp.persistence.carving import Value, records
from olapp.persistence.documents import KIND, decoded, lookup
from olapp.persistence.soundness import Row, is_sound
from olapp.persistence.tables import document_versions, documents, metadata

_Keyed = dict[tuple[Value, ...], Row]


@dataclass(frozen=True, slots=True)
class Salvage:
    """Sound rows, parents before children, and whether they are all that there was."""

    rows: tuple[tuple[Table, tuple[Row, ...]], ...]
    is_whole: bool


def salvage(path: Path) -> Salvage:
    """Read what there is. SQLite may write to the file and beside it: give a copy."""
    tables = metadata.sorted_tables
    found: dict[str, _Keyed] = {}
    is_whole = True
    for table in tables:
        rows, has_ended = _read(path, table)
        found[table.name] = _keyed(table, (row for row in rows if is_sound(table, row)))
        is_whole = is_whole and has_ended and len(found[table.name]) == len(rows)
    if not is_whole:
        carved = _carved(path, tables)
        found = {name: carved[name] | found[name] for name in found}
        _revive(found)
    return Salvage(tuple((table, tuple(found[table.name].values())) for table in tables), is_whole)


def _read(path: Path, table: Table) -> tuple[list[Row], bool]:
    """Give the rows of a table up to its end, or up to where it breaks off."""
    rows: list[Row] = []
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.text_factory = _text
            cursor = connection.execute(f"SELECT * FROM {table.name}")  # noqa: S608 - our tables
            names = [column[0] for column in cursor.description]
            empty = dict.fromkeys(column.name for column in table.columns)
            for row in cursor:
                rows.append(empty | dict(zip(names, row, strict=True)))  # noqa: PERF401 - see below
    except sqlite3.Error:
        return rows, False  # what came before the break is good
    return rows, True


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _keyed(table: Table, rows: Iterable[Row]) -> _Keyed:
    """Put rows in order of their keys; of two with one key the later version stays."""
    keyed: _Keyed = {}
    for row in rows:
        key = tuple(row[column.name] for column in table.primary_key)
        if key not in keyed or row.get("version", 0) >= keyed[key].get("version", 0):
            keyed[key] = row
    return keyed


def _carved(path: Path, tables: Iterable[Table]) -> dict[str, _Keyed]:
    """Give what the pages hold, by the tables that it can only belong to."""
    rows: dict[str, list[Row]] = {table.name: [] for table in tables}
    for key, values in records(path):
        for table in tables:
            row = _shaped(table, key, values)
            if row is not None and is_sound(table, row):
                rows[table.name].append(row)
    return {table.name: _keyed(table, rows[table.name]) for table in tables}


def _shaped(table: Table, key: int, values: tuple[Value, ...]) -> Row | None:
    """Give the values names; a table with one integer key stores it as the key of the row."""
    if len(values) != len(table.columns):
        return None
    row = dict(zip((column.name for column in table.columns), values, strict=True))
    return row | {"id": key} if "id" in row and row["id"] is None else row


def _revive(found: dict[str, _Keyed]) -> None:
    """Bring documents that are gone, or come back too old, to the newest version in history."""
    kept, history = found[documents.name], found[document_versions.name]
    for version in sorted(history.values(), key=lambda row: -row["version"]):
        key = (version["document_id"],)
        if key not in kept or kept[key]["version"] < version["version"]:
            kept[key] = _document(version, kept.get(key, {}))


def _document(version: Row, old: Row) -> Row:
    """Make a document of a version; what only the document knew is taken from the old one."""
    fresh = {
        "kind": KIND,
        "state": DraftState.DRAFTING.value,
        "is_template": False,
        "created_at": version["since"],
        "trashed_at": None,
    }
    same = {name: version[name] for name in ("version", "form_revision", "body")}
    shown = lookup(decoded(version["body"], ""))
    identity = {"id": version["document_id"], "changed_at": version["at"]}
    return fresh | old | same | shown | identity
