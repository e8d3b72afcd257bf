"""Batches of drafts made from holdings, so that each can be resumed and undone."""

from datetime import datetime
from typing import cast

from sqlalchemy import Connection, delete, insert, select

from olapp.persistence.portfolio_tables import batch_drafts, batches


class Batches:
    """The batches of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def add(self, body: str, *, at: datetime) -> int:
        """Begin a batch; ``body`` is text of the service that makes it. Gives its key."""
        key = self._connection.execute(
            insert(batches).values(at=at, body=body)
        ).inserted_primary_key
        return cast("int", key[0]) if key else 0

    def add_draft(self, batch_id: int, holding_id: int, draft_id: int) -> None:
        """Write down that a draft was made from a holding."""
        row = {"batch_id": batch_id, "holding_id": holding_id, "document_id": draft_id}
        self._connection.execute(insert(batch_drafts).values(row))

    def drafts(self, batch_id: int) -> dict[int, int]:
        """Give the drafts made so far, each under the holding it was made from."""
        mine = batch_drafts.c.batch_id == batch_id
        found = self._connection.execute(select(batch_drafts).where(mine))
        return {row.holding_id: row.document_id for row in found}

    def all(self) -> tuple[tuple[int, datetime, str], ...]:
        """Give key, moment and body of every batch, newest first."""
        found = self._connection.execute(select(batches).order_by(batches.c.id.desc()))
        return tuple((row.id, row.at, row.body) for row in found)

    def remove(self, batch_id: int) -> None:
        """Forget a batch; its drafts are the caller's to take away."""
        self._connection.execute(delete(batches).where(batches.c.id == batch_id))
