"""Batches of drafts made from holdings, so that each can be resumed and undone."""

from datetime import datetime

from sqlalchemy import Connection


class Batches:
    """The batches of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def add(self, body: str, *, at: datetime) -> int:
        """Begin a batch; ``body`` is text of the service that makes it. Gives its key."""
        raise NotImplementedError

    def add_draft(self, batch_id: int, holding_id: int, draft_id: int) -> None:
        """Write down that a draft was made from a holding."""
        raise NotImplementedError

    def drafts(self, batch_id: int) -> dict[int, int]:
        """Give the drafts made so far, each under the holding it was made from."""
        raise NotImplementedError

    def all(self) -> tuple[tuple[int, datetime, str], ...]:
        """Give key, moment and body of every batch, newest first."""
        raise NotImplementedError

    def remove(self, batch_id: int) -> None:
        """Forget a batch; its drafts are the caller's to take away."""
        raise NotImplementedError
