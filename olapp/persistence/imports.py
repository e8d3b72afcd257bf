"""Imports that were carried out."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Connection

from olapp.persistence.kept_portfolio import KeptImport


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
        raise NotImplementedError

    def finish(self, import_id: int, counts: Mapping[str, int], body: str = "") -> None:
        """Write down what came of an import."""
        raise NotImplementedError

    def get(self, import_id: int) -> KeptImport:
        """Give an import; Gone when it is not there."""
        raise NotImplementedError

    def all(self) -> tuple[KeptImport, ...]:
        """Give all imports, newest first, without their bodies."""
        raise NotImplementedError

    def mark_undone(self, import_id: int, *, at: datetime) -> None:
        """Write down that what an import did was undone."""
        raise NotImplementedError
