"""The store: one database, opened after it was looked over, used in short units of work."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, make_url

from olapp.persistence import opening, place
from olapp.persistence.batches import Batches
from olapp.persistence.copying import copy_database
from olapp.persistence.deadline_rows import Deadlines
from olapp.persistence.drafts import Drafts
from olapp.persistence.engines import READING, roomy
from olapp.persistence.exports import Exports
from olapp.persistence.files_kept import Attachments
from olapp.persistence.holdings import Holdings
from olapp.persistence.imports import Imports
from olapp.persistence.parties import Parties
from olapp.persistence.patents import Patents
from olapp.persistence.troubles import Damaged, DamageFound, NoCopy, Unusable, engine_told
from olapp.persistence.verdicts import Verdicts
from olapp.persistence.views import Views

PATIENCE_MS = 5000


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of work: the repositories, on one connection, until the block ends."""

    drafts: Drafts
    parties: Parties
    patents: Patents
    exports: Exports
    holdings: Holdings
    imports: Imports
    verdicts: Verdicts
    deadlines: Deadlines
    views: Views
    attachments: Attachments
    batches: Batches


class Store:
    """A database of drafts; may be used from several threads, a connection for each unit."""

    def __init__(self, engine: Engine, where: str, path: Path | None = None) -> None:
        """Take an engine whose tables are ready; `open` is the way in."""
        self._engine = engine
        self.where = where
        """The file, or the address without its password."""
        self.path = path
        """The file; None for a server."""

    @classmethod
    def open(cls, at: Path | str, *, patience_ms: int = PATIENCE_MS) -> Self:
        """Open a database file, or a server by its URL; tables are made or moved on where need be.

        Waits for other programs at most ``patience_ms``. Raises a StoreTrouble: Damaged,
        NewerDatabase, ForeignDatabase, Locked, ReadOnly, NetworkFolder, DiskFull and so on.
        """
        url = make_url(at) if isinstance(at, str) and "://" in at else None
        if url is not None and url.get_backend_name() != "sqlite":
            where = url.render_as_string()
            return cls(opening.open_server(str(at), where), where)
        path = Path(at if url is None else url.database or "")
        return cls(opening.open_file(path, patience_ms), str(path), path)

    @contextmanager
    def begin(self, *, is_large: bool = False) -> Iterator[Unit]:
        """Begin a unit of work: kept when the block succeeds, else as if it had never begun.

        One that ``is_large``, of many thousand rows, may take more memory for its pages.
        """
        room = roomy if is_large else nullcontext
        with (
            engine_told(self.where),
            self._engine.connect() as connection,
            room(connection),
            connection.begin(),
        ):
            yield _unit(connection)

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """Begin a unit that only looks: never waits for writers, sees one moment, keeps nothing."""
        with engine_told(self.where), self._engine.connect() as connection:
            yield _unit(connection.execution_options(**READING))

    def check(self) -> None:
        """Look the whole file over; Damaged when it is not whole."""
        opening.check(self._engine, self.where)

    def check_daily(self, today: date) -> bool:
        """Look the whole file over, once a day; tells whether it did.

        Takes seconds on a large file: for a thread of its own. Others go on reading and writing.
        DamageFound when it is not whole; the next opening then checks at once.
        """
        if self.path is None or place.noted(self.path) == today.isoformat():
            return False
        try:
            self.check()
        except Damaged as damaged:
            place.note(self.path, opening.DAMAGED)
            raise DamageFound(self.where) from damaged
        place.note(self.path, today.isoformat())
        return True

    def backup(self, to: Path) -> None:
        """Write a whole copy to a file, which is replaced when it exists; Unusable for our own."""
        if self.path is None:
            raise NoCopy(self.where)
        if to.resolve() == self.path.resolve():
            raise Unusable(str(to))
        copy_database(self.path, to)

    def close(self) -> None:
        """Let go of the file; the store is not used afterwards."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _unit(connection: Connection) -> Unit:
    return Unit(
        drafts=Drafts(connection),
        parties=Parties(connection),
        patents=Patents(connection),
        exports=Exports(connection),
        holdings=Holdings(connection),
        imports=Imports(connection),
        verdicts=Verdicts(connection),
        deadlines=Deadlines(connection),
        views=Views(connection),
        attachments=Attachments(connection),
        batches=Batches(connection),
    )
