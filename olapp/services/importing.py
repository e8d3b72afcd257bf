"""Importing: a file looked at, planned, taken in as a whole, reported, and undone as a whole."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.domain.record import Place, Record
from olapp.services.changes import Changes
from olapp.services.planning import Changed, Conflict, Plan, PlanRow, RowFate
from olapp.services.printing import Step as Progress
from olapp.services.printing import ignore_step, never

if TYPE_CHECKING:
    from olapp.exchange.book import Book
    from olapp.exchange.recognition import SourceMatch
    from olapp.i18n import Language
    from olapp.persistence.database import Store

__all__ = [
    "Changed",
    "Conflict",
    "ImportRow",
    "Imported",
    "Importing",
    "KeptRow",
    "Looked",
    "Plan",
    "PlanRow",
    "RowFate",
    "Undone",
]

Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A file as it was read, and what we take it for."""

    path: Path
    book: "Book"
    match: "SourceMatch"
    preview: tuple[Record, ...]
    is_remembered: bool
    """Whether a person mapped a table with this header before."""
    as_of: date
    """The day the file was last changed, no later than today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did; ``import_id`` undoes it."""

    import_id: int
    counts: Mapping[RowFate, int]
    added: int
    """Patents new on the desk."""
    changed: int
    taken: int
    """Conflicts that were decided for the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """An import of the log, the latest first."""

    id: int
    name: str
    """The file's name."""
    source: str
    as_of: date
    at: datetime
    counts: Mapping[RowFate, int]
    undone_at: datetime | None


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A holding that an undo left alone because it was changed since."""

    id: int
    number: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What an undo did."""

    removed: int
    restored: int
    kept: tuple[KeptRow, ...]
    """Changed since the import, so left as they are."""


@dataclass(frozen=True, slots=True)
class Importing:
    """Imports into the portfolio of this desk. All methods may run on any thread.

    Where ``cancelled`` is asked, an answer of None says that it was, and that nothing happened.
    """

    store: "Store"
    now: Callable[[], datetime]
    today: Callable[[], date]
    mappings: Path
    """The file that remembers how tables of other offices are to be read."""

    def look(
        self, path: Path, *, progress: Progress = ignore_step, cancelled: Cancelled = never
    ) -> Looked | None:
        """Read a file and recognise its source; Trouble says why a file is refused."""
        raise NotImplementedError

    def looked_as(self, looked: Looked, match: "SourceMatch") -> Looked:
        """Give what was looked at under another mapping, with its preview."""
        raise NotImplementedError

    def plan(
        self,
        looked: Looked,
        match: "SourceMatch | None" = None,
        as_of: date | None = None,
        *,
        progress: Progress = ignore_step,
        cancelled: Cancelled = never,
    ) -> Plan | None:
        """Tell what an import would do; nothing is written."""
        raise NotImplementedError

    def commit(
        self,
        plan: Plan,
        *,
        take: Callable[[Conflict], bool] = lambda _: False,
        include_doubtful: bool = True,
        progress: Progress = ignore_step,
        cancelled: Cancelled = never,
    ) -> Imported | None:
        """Take a plan in, in one unit of work; Trouble when the portfolio changed since the plan.

        ``take`` decides conflicts: True takes what the file says.
        """
        raise NotImplementedError

    def imports(self) -> tuple[ImportRow, ...]:
        """List the imports, the latest first."""
        raise NotImplementedError

    def undo(
        self, import_id: int, *, progress: Progress = ignore_step, cancelled: Cancelled = never
    ) -> tuple[Undone, Changes] | None:
        """Remove what an import added and put back what it replaced, in one unit of work."""
        raise NotImplementedError

    def save_report(
        self, of: Plan | int, path: Path, say: "Language", *, progress: Progress = ignore_step
    ) -> None:
        """Write every row with its fate and reasons as a sheet (.xlsx or .csv)."""
        raise NotImplementedError

    def remember(self, looked: Looked, match: "SourceMatch") -> None:
        """Remember how tables with this header are to be read."""
        raise NotImplementedError
