"""Backups: proved before they are used, compared with the present, put in its place in one step."""

import filecmp
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble
from olapp.persistence import place
from olapp.persistence.database import Store
from olapp.persistence.troubles import StoreTrouble, engine_told, files_told

_PATIENCE_SECONDS = 30
_KINDS = {
    "holdings": (
        "SELECT h.id AS key, "
        "coalesce(h.number, h.publication_number, h.published_as, '') AS number, "
        "coalesce(h.title, '') AS title, b.body AS body "
        "FROM {db}.holdings h JOIN {db}.holding_bodies b ON b.holding_id = h.id"
    ),
    "drafts": (
        "SELECT id AS key, number, title, body || state || ifnull(trashed_at, '') AS body "
        "FROM {db}.documents"
    ),
    "parties": "SELECT id AS key, code AS number, name AS title, body FROM {db}.parties",
    "patents": "SELECT id AS key, number, title, body FROM {db}.patents",
    "views": "SELECT name AS key, '' AS number, name AS title, body FROM {db}.views",
}
_MISSING = "FROM ({one}) a WHERE a.key NOT IN (SELECT key FROM ({two}))"
_CHANGED = "FROM ({one}) a JOIN ({two}) b USING (key) WHERE a.body <> b.body"


class BadBackup(Trouble):
    """A file is no backup that could be put back."""

    def __init__(self, where: str, why: Sentence) -> None:
        """Say which file, and why."""
        super().__init__(
            Sentence(N_("The backup cannot be used: {why}"), {"why": why}),
            where,
            Sentence(N_("Choose another backup; nothing was changed.")),
        )


@dataclass(frozen=True, slots=True)
class KindDifference:
    """How one kind of thing differs: counts, and number and title of the first rows."""

    kind: str
    added: int
    removed: int
    changed: int
    equal: int
    first_added: tuple[tuple[str, str], ...]
    first_removed: tuple[tuple[str, str], ...]
    first_changed: tuple[tuple[str, str], ...]


@contextmanager
def proved(backup: Path, scratch: Path) -> Iterator[Path]:
    """Give a whole copy of a backup, moved on to our tables, in a folder of ``scratch``.

    BadBackup when it is damaged, no database of ours, or of a newer version.
    """
    if not backup.is_file():
        raise BadBackup(str(backup), Sentence(N_("The file is not there.")))
    scratch.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".backup-", dir=scratch) as folder:
        copy = Path(folder) / "copy.db"
        with files_told(str(backup)):
            place.create(copy)
            shutil.copyfile(backup, copy)
            if not copy.stat().st_size:
                raise BadBackup(str(backup), Sentence(N_("The file is empty.")))
        try:
            with Store.open(copy) as store:
                store.check()
        except StoreTrouble as trouble:
            raise BadBackup(str(backup), trouble.what) from trouble
        yield copy


def put_in_place(source: Path, target: Path) -> None:
    """Make a database equal to another, in one step that a killed process leaves undone or whole.

    Other connections to the target see the new contents at their next unit of work.
    """
    with (
        engine_told(str(target)),
        closing(_connected(source, "ro")) as new,
        closing(_connected(target, "rw")) as old,
    ):
        new.backup(old)


def differences(now: Path, then: Path, limit: int) -> tuple[KindDifference, ...]:
    """Tell what putting ``then`` in the place of ``now`` would change, kind by kind."""
    with engine_told(str(then)), closing(_connected(now, "ro")) as connection:
        connection.execute("ATTACH ? AS then_", (f"{then.resolve().as_uri()}?mode=ro",))
        return tuple(_difference(connection, kind, limit) for kind in _KINDS)


def is_equal(one: Path, other: Path) -> bool:
    """Whether two copies that this program wrote hold the same, byte for byte."""
    return filecmp.cmp(one, other, shallow=False)


def _difference(connection: sqlite3.Connection, kind: str, limit: int) -> KindDifference:
    here = _KINDS[kind].format(db="main")
    there = _KINDS[kind].format(db="then_")
    added, first_added = _found(connection, _MISSING.format(one=there, two=here), limit)
    removed, first_removed = _found(connection, _MISSING.format(one=here, two=there), limit)
    changed, first_changed = _found(connection, _CHANGED.format(one=there, two=here), limit)
    (whole,) = connection.execute(f"SELECT count(*) FROM ({there})").fetchone()  # noqa: S608
    return KindDifference(
        kind,
        added,
        removed,
        changed,
        whole - added - changed,
        first_added,
        first_removed,
        first_changed,
    )


def _found(
    connection: sqlite3.Connection, condition: str, limit: int
) -> tuple[int, tuple[tuple[str, str], ...]]:
    (count,) = connection.execute(f"SELECT count(*) {condition}").fetchone()
    wanted = f"SELECT a.number, a.title {condition} ORDER BY a.key LIMIT ?"
    return count, tuple(connection.execute(wanted, (limit,)).fetchall())


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=_PATIENCE_SECONDS, isolation_level=None)
