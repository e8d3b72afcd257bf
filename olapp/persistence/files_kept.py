"""Which documents are attached to which holding; their copies lie in a folder, named by hash."""

from collections.abc import Iterator

from sqlalchemy import Connection

from olapp.persistence.kept_portfolio import Attachment


class Attachments:
    """The attachments of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def add(self, attachment: Attachment) -> None:
        """Write an attachment down, in the place of one of equal content."""
        raise NotImplementedError

    def of(self, holding_id: int) -> tuple[Attachment, ...]:
        """Give the attachments of a holding, oldest first."""
        raise NotImplementedError

    def all(self) -> Iterator[Attachment]:
        """Give every attachment."""
        raise NotImplementedError

    def drop(self, holding_id: int, sha256: str) -> bool:
        """Detach; gives whether no holding needs the copy any more."""
        raise NotImplementedError
