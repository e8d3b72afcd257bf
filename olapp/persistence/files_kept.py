"""Which documents are attached to which holding; their copies lie in a folder, named by hash."""

from collections.abc import Iterator
from dataclasses import asdict

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, true

from olapp.persistence.kept_portfolio import Attachment
from olapp.persistence.portfolio_tables import attachments


class Attachments:
    """The attachments of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def add(self, attachment: Attachment) -> None:
        """Write an attachment down, in the place of one of equal content."""
        self.drop(attachment.holding_id, attachment.sha256)
        self._connection.execute(insert(attachments).values(asdict(attachment)))

    def of(self, holding_id: int) -> tuple[Attachment, ...]:
        """Give the attachments of a holding, oldest first."""
        return tuple(self._read(attachments.c.holding_id == holding_id))

    def all(self) -> Iterator[Attachment]:
        """Give every attachment."""
        yield from self._read(true())

    def drop(self, holding_id: int, sha256: str) -> bool:
        """Detach; gives whether no holding needs the copy any more."""
        here = (attachments.c.holding_id == holding_id, attachments.c.sha256 == sha256)
        self._connection.execute(delete(attachments).where(*here))
        left = select(func.count()).where(attachments.c.sha256 == sha256)
        return self._connection.execute(left).scalar_one() == 0

    def _read(self, condition: ColumnElement[bool]) -> Iterator[Attachment]:
        wanted = select(attachments).where(condition).order_by(attachments.c.added_at)
        for row in self._connection.execute(wanted).mappings():
            yield Attachment(**row)
