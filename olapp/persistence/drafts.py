"""Drafts: kept with every change, found by anything written on them, looked back at."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from olapp import codec
from olapp.domain.declaration import Declaration
from olapp.domain.lifecycle import DraftState
from olapp.persistence import documents as rows
from olapp.persistence import history
from olapp.persistence.kept import Draft, DraftQuery, DraftRow, Order, Version
from olapp.persistence.listing import counted, listed
from olapp.persistence.tables import documents
from olapp.persistence.troubles import Gone, StaleWrite

ALL = DraftQuery()


class Drafts:
    """The drafts of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def add(
        self,
        document: Declaration,
        *,
        at: datetime,
        form_revision: str = "",
        is_template: bool = False,
        note: str | None = None,
    ) -> Draft:
        """Keep a new draft, version 1. A note keeps this first state for good."""
        body = codec.encode(document).decode()
        fresh = {
            "kind": rows.KIND,
            "state": DraftState.DRAFTING,
            "is_template": is_template,
            "form_revision": form_revision,
            "version": 1,
            "created_at": at,
            "changed_at": at,
            "body": body,
        }
        row = fresh | rows.lookup(document)
        key = self._connection.execute(insert(documents).values(row)).inserted_primary_key
        draft_id: int = key[0] if key else 0
        history.record(self._connection, draft_id, 1, body, form_revision, at, note)
        return self.get(draft_id)

    def get(self, draft_id: int) -> Draft:
        """Give a draft, in the trash or not; Gone or UnreadableDraft."""
        return rows.draft(self._row(draft_id))

    def keep(
        self,
        draft_id: int,
        document: Declaration,
        *,
        version: int,
        at: datetime,
        form_revision: str | None = None,
        note: str | None = None,
    ) -> Draft:
        """Keep a change that was made on top of a version, and give the new one.

        A document equal to the one kept makes no new version. StaleWrite, which carries both
        documents, when another one was kept meanwhile; Gone when the draft was erased.
        """
        row = self._row(draft_id)
        body = codec.encode(document).decode()
        if body == row["body"]:
            if note is not None:
                self.annotate(draft_id, note)
            return rows.draft(row, document)
        revision = row["form_revision"] if form_revision is None else form_revision
        change = {"body": body, "version": version + 1, "changed_at": at, "form_revision": revision}
        expected = (documents.c.id == draft_id, documents.c.version == version)
        values = change | rows.lookup(document)
        if self._connection.execute(update(documents).where(*expected).values(values)).rowcount < 1:
            raise StaleWrite(rows.name(row), document, self.get(draft_id))
        history.record(self._connection, draft_id, version + 1, body, revision, at, note)
        return rows.draft(row | change, document)

    def find(
        self,
        query: DraftQuery = ALL,
        *,
        order: Order = Order.CHANGED,
        is_reversed: bool = False,
        offset: int = 0,
        limit: int = 100,
    ) -> tuple[DraftRow, ...]:
        """List drafts: newest first by moments, from the start by title, number and state."""
        return listed(self._connection, query, order, is_reversed, offset, limit)

    def count(self, query: DraftQuery = ALL) -> int:
        """Count what `find` would list without a limit."""
        return counted(self._connection, query)

    def numbers(self, *, besides: int) -> frozenset[str]:
        """Give the numbers of the drafts not in the trash, one draft left out, as they are kept."""
        others = (documents.c.id != besides, documents.c.trashed_at.is_(None))
        return frozenset(
            self._connection.execute(select(documents.c.number).where(*others)).scalars()
        )

    def mark(self, draft_id: int, state: DraftState) -> None:
        """Say how far a draft has come; its document and version stay."""
        self._set(draft_id, state=state)

    def make_template(self, draft_id: int, is_template: bool = True) -> None:
        """Show a draft among the templates, or no longer."""
        self._set(draft_id, is_template=is_template)

    def trash(self, draft_id: int, *, at: datetime) -> None:
        """Put a draft into the trash; it can be restored, whole."""
        self._set(draft_id, trashed_at=at)

    def restore(self, draft_id: int) -> None:
        """Take a draft out of the trash."""
        self._set(draft_id, trashed_at=None)

    def erase(self, draft_id: int) -> None:
        """Erase a draft, its history and its exports for good; Gone unless it is in the trash."""
        in_trash = (documents.c.id == draft_id, documents.c.trashed_at.is_not(None))
        if self._connection.execute(delete(documents).where(*in_trash)).rowcount < 1:
            raise Gone(str(draft_id))

    def history(self, draft_id: int) -> tuple[Version, ...]:
        """Give the kept versions, newest first; the first one is the present."""
        return history.of(self._connection, draft_id)

    def at_version(self, draft_id: int, version: int) -> Declaration:
        """Give the document as it was in a kept version; Gone or UnreadableDraft."""
        body = history.body(self._connection, draft_id, version)
        if body is None:
            raise Gone(f"{draft_id}, {version}")
        return rows.decoded(body, f"{draft_id}, {version}")

    def annotate(self, draft_id: int, note: str) -> None:
        """Put a note on the present version, which keeps it in the history for good."""
        history.annotate(self._connection, draft_id, note)

    def _row(self, draft_id: int) -> rows.Row:
        wanted = select(documents).where(documents.c.id == draft_id)
        found = self._connection.execute(wanted).mappings().first()
        if found is None:
            raise Gone(str(draft_id))
        return dict(found)

    def _set(self, draft_id: int, **values: object) -> None:
        here = update(documents).where(documents.c.id == draft_id)
        if self._connection.execute(here.values(values)).rowcount < 1:
            raise Gone(str(draft_id))
