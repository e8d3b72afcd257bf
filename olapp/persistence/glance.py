"""A first look at the drafts, by plain SQL, before the heavy machinery of the store is awake.

The list that a start shows must not wait half a second for imports. What a glance cannot see safely
it leaves to the store: another schema, a damaged file, a bin.
"""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from olapp.domain.lifecycle import DraftState
from olapp.persistence.kept import DraftRow
from olapp.persistence.revisions import HEAD

_LATEST = """
SELECT id, kind, title, number, names, state, is_template, version,
       created_at, changed_at, trashed_at
  FROM documents
 WHERE trashed_at IS NULL AND (SELECT version_num FROM alembic_version) = ?
 ORDER BY changed_at DESC, id DESC
 LIMIT ?
"""
_EMPTY = """
SELECT 1 FROM alembic_version WHERE version_num = ? AND NOT EXISTS (SELECT 1 FROM documents)
"""


def glance(path: Path, limit: int) -> tuple[DraftRow, ...] | None:
    """Give the drafts changed last, newest first; None when the store has to look itself.

    No rows means that there is no draft at all, not even in the bin.
    """
    if not path.exists():
        return ()
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            rows = connection.execute(_LATEST, (HEAD, limit)).fetchall()
            if not rows and connection.execute(_EMPTY, (HEAD,)).fetchone() is None:
                return None
    except sqlite3.Error:
        return None  # the store will say what is wrong with it
    return tuple(_row(dict(row)) for row in rows)


def _row(row: dict[str, Any]) -> DraftRow:
    names = row.pop("names")
    for name in ("created_at", "changed_at", "trashed_at"):
        row[name] = row[name] and datetime.fromisoformat(row[name])
    row["is_template"] = bool(row["is_template"])
    row["state"] = DraftState(row["state"])
    return DraftRow(patentees=tuple(names.split("\n")) if names else (), **row)
