"""What importing gives: a file looked at, an import done, a row of the log, an import undone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from olapp.domain.record import Record
from olapp.exchange.book import Book
from olapp.exchange.mapping import SourceMatch
from olapp.services.planning import RowFate


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A file as it was read, and what we take it for."""

    path: Path
    sha256: str
    book: Book
    match: SourceMatch
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
    as_of: date | None
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
