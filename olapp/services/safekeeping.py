"""Safekeeping: backups that are made by themselves, looked into before they are put back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.services.printing import Step as Progress
from olapp.services.printing import ignore_step, never

if TYPE_CHECKING:
    from olapp.persistence.database import Store

CEILING = 10
"""So many backups are kept unless a person says otherwise."""


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
    """Backups, restores, and the whole desk in an open format."""

    store: "Store"
    now: Callable[[], datetime]
    folder: Path
    """Where backups go."""
    attachments: Path
    """Where attached files are kept."""
    ceiling: int = CEILING

    def backup_now(self, to: Path | None = None) -> Backup:
        """Back up, into the folder of backups or to a file; Trouble when a folder refuses."""
        raise NotImplementedError

    def backup_on_close(self) -> Backup | None:
        """Back up when anything changed since the last backup, and drop the oldest over the
        ceiling; None when nothing changed.
        """
        raise NotImplementedError

    def backups(self) -> tuple[Backup, ...]:
        """List the backups, the latest first."""
        raise NotImplementedError

    def look_into(self, backup: Path) -> Difference:
        """Check a backup and tell what putting it back would change; Trouble when it is damaged."""
        raise NotImplementedError

    def restore(self, backup: Path) -> Backup:
        """Put a backup back and give the backup made before, which undoes it when restored."""
        raise NotImplementedError

    def export_all(
        self,
        path: Path,
        *,
        progress: Progress = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> Exported | None:
        """Write everything to a zip of JSON lines; None when cancelled, and no file then."""
        raise NotImplementedError

    def import_all(
        self,
        path: Path,
        *,
        progress: Progress = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> Exported | None:
        """Put an export in the place of everything here, after a backup; None when cancelled."""
        raise NotImplementedError
