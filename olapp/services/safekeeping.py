"""Safekeeping: backups that are made by themselves, looked into before they are put back."""

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.domain.sentence import N_
from olapp.exchange.steps import Step as Progress
from olapp.exchange.steps import ignore_step, never
from olapp.services import kept_files
from olapp.services.refusals import cannot_write, written

if TYPE_CHECKING:
    from olapp.persistence.backups import KindDifference
    from olapp.persistence.database import Store

KINDS = {
    "holdings": N_("Patents of the portfolio"),
    "drafts": N_("Declarations"),
    "parties": N_("Known parties"),
    "patents": N_("Known patents"),
    "views": N_("Saved views"),
}
"""Names of the kinds of thing kept, as English msgids."""
CEILING = 10
"""So many backups are kept unless a person says otherwise."""
CLOSING, ASKED, BEFORE_RESTORE, BEFORE_IMPORT = (
    "closing",
    "asked",
    "before-restore",
    "before-import",
)
_SHOWN = 100
"""So many rows of each kind of difference are shown."""
_NAME = re.compile(
    r"olapp-(\d{8}T\d{6}Z)-(closing|asked|before-restore|before-import)(?:-\d+)?\.db"
)
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup in the folder of backups."""

    path: Path
    made_at: datetime
    size: int
    """Bytes."""
    why: str
    """``closing``, ``asked``, ``before-restore`` or ``before-import``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowDifference:
    """A patent or draft that a restore would add, remove or change."""

    number: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDifference:
    """What a restore would do to one kind of thing; of the rows, the first hundred."""

    kind: str
    """``holdings``, ``drafts``, ``parties``, ``patents`` or ``views``."""
    added: int
    removed: int
    changed: int
    equal: int
    rows_added: tuple[RowDifference, ...] = ()
    rows_removed: tuple[RowDifference, ...] = ()
    rows_changed: tuple[RowDifference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What putting a backup back would change, seen from the desk of now."""

    backup: Path
    tables: tuple[TableDifference, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not any(each.added or each.removed or each.changed for each in self.tables)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """An export of everything: its file and how many things are in it."""

    path: Path
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Safekeeping:
    """Backups, restores, and the whole desk in an open format.

    Attached documents are kept once for all backups, beside them, named by their hash.
    """

    store: "Store"
    now: Callable[[], datetime]
    folder: Path
    """Where backups go."""
    attachments: Path
    """Where attached files are kept."""
    ceiling: int = CEILING

    def backup_now(self, to: Path | None = None) -> Backup:
        """Back up, into the folder of backups or to a file; Trouble when a folder refuses."""
        if to is None:
            return self._backup(ASKED)
        self.store.backup(to)
        kept_files.bring(self._hashes(), self.attachments, kept_files.beside(to))
        return Backup(path=to, made_at=self.now(), size=to.stat().st_size, why=ASKED)

    def backup_on_close(self) -> Backup | None:
        """Back up when anything changed since the last backup, and drop the oldest over the
        ceiling; None when nothing changed.
        """
        last = next(iter(self.backups()), None)
        if last is not None and not self._is_touched_after(last):
            return None
        made = self._backup(CLOSING)
        if last is None or not _is_equal(made.path, last.path):
            return made
        with written(last.path):
            os.utime(last.path)  # looked at: not to be compared again until something is written
            made.path.unlink()
        return None

    def backups(self) -> tuple[Backup, ...]:
        """List the backups, the latest first."""
        try:
            found = [_backup(path) for path in self.folder.iterdir() if _NAME.fullmatch(path.name)]
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise cannot_write(self.folder, error) from error
        return tuple(sorted(found, key=lambda each: (each.made_at, each.path.name), reverse=True))

    def look_into(self, backup: Path) -> Difference:
        """Check a backup and tell what putting it back would change; Trouble when it is damaged."""
        from olapp.persistence.backups import differences, proved  # noqa: PLC0415 - rarely needed

        with proved(backup, self.folder) as copy:
            found = differences(self._path(), copy, _SHOWN)
        return Difference(backup=backup, tables=tuple(_table(each) for each in found))

    def restore(self, backup: Path) -> Backup:
        """Put a backup back and give the backup made before, which undoes it when restored."""
        from olapp.persistence.backups import proved, put_in_place  # noqa: PLC0415 - as above

        with proved(backup, self.folder) as copy:
            before = self._backup(BEFORE_RESTORE, spare=backup)
            put_in_place(copy, self._path())
        for pool in (self.folder / kept_files.POOL, kept_files.beside(backup)):
            kept_files.bring(self._hashes(), pool, self.attachments)
        return before

    def export_all(
        self,
        path: Path,
        *,
        progress: Progress = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> Exported | None:
        """Write everything to a zip of JSON lines; None when cancelled, and no file then."""
        from olapp.services.archive import write_archive  # noqa: PLC0415 - rarely needed

        counts = write_archive(
            path,
            self._path(),
            self.attachments,
            at=self.now(),
            progress=progress,
            cancelled=cancelled,
        )
        return None if counts is None else Exported(path=path, counts=counts)

    def import_all(
        self,
        path: Path,
        *,
        progress: Progress = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> Exported | None:
        """Put an export in the place of everything here, after a backup; None when cancelled."""
        from olapp.persistence.backups import put_in_place  # noqa: PLC0415 - rarely needed
        from olapp.services.archive_in import opened_archive  # noqa: PLC0415 - as above

        with opened_archive(path, self.folder, progress, cancelled) as found:
            if found is None:
                return None
            self._backup(BEFORE_IMPORT)
            kept_files.bring(found.hashes, found.files, self.attachments)
            put_in_place(found.database, self._path())
        return Exported(path=path, counts=found.counts)

    def _backup(self, why: str, spare: Path | None = None) -> Backup:
        """Back up, and drop the oldest over the ceiling, but not ``spare``."""
        from olapp.persistence.place import unused  # noqa: PLC0415 - as above

        with written(self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        stamp = self.now().astimezone(UTC).strftime(_STAMP)
        path = unused(self.folder / f"olapp-{stamp}-{why}.db")
        self.store.backup(path)
        kept_files.bring(self._hashes(), self.attachments, self.folder / kept_files.POOL)
        self._drop({path, spare})
        return _backup(path)

    def _drop(self, spared: set[Path | None]) -> None:
        for old in self.backups()[max(1, self.ceiling) :]:
            if old.path not in spared:
                with written(old.path):
                    old.path.unlink(missing_ok=True)

    def _is_touched_after(self, last: Backup) -> bool:
        """Whether the database was written after the last backup, as far as its files tell."""
        path = self._path()
        files = [path, path.with_name(path.name + "-wal")]
        moments = [each.stat().st_mtime_ns for each in files if each.exists()]
        return max(moments) >= last.path.stat().st_mtime_ns

    def _path(self) -> Path:
        from olapp.persistence.troubles import NoCopy  # noqa: PLC0415 - as above

        if self.store.path is None:
            raise NoCopy(self.store.where)
        return self.store.path

    def _hashes(self) -> frozenset[str]:
        with self.store.read() as unit:
            return frozenset(each.sha256 for each in unit.attachments.all())


def _backup(path: Path) -> Backup:
    match = _NAME.fullmatch(path.name)
    if match is None:
        raise ValueError(path)
    made = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
    return Backup(path=path, made_at=made, size=path.stat().st_size, why=match[2])


def _is_equal(one: Path, other: Path) -> bool:
    from olapp.persistence.backups import is_equal  # noqa: PLC0415 - as above

    return is_equal(one, other)


def _table(found: "KindDifference") -> TableDifference:
    return TableDifference(
        kind=found.kind,
        added=found.added,
        removed=found.removed,
        changed=found.changed,
        equal=found.equal,
        rows_added=_rows(found.first_added),
        rows_removed=_rows(found.first_removed),
        rows_changed=_rows(found.first_changed),
    )


def _rows(found: Iterable[tuple[str, str]]) -> tuple[RowDifference, ...]:
    return tuple(RowDifference(number=number, title=title) for number, title in found)
