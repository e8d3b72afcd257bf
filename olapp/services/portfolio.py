"""The portfolio as a person handles it: found, looked at, changed, tagged, documented."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.domain.deadline import Deadline
from olapp.domain.finding import Finding
from olapp.domain.holding import Holding, Origin
from olapp.law.statute import Law
from olapp.persistence.kept import DraftRow
from olapp.persistence.kept_portfolio import (
    COLUMNS,
    NOT_JUDGED,
    Attachment,
    HoldingQuery,
    HoldingRow,
    Index,
    Totals,
    View,
)
from olapp.services.changes import Changes

if TYPE_CHECKING:
    from olapp.persistence.database import Store

__all__ = [
    "ALL_HOLDINGS",
    "COLUMNS",
    "NOT_JUDGED",
    "Attachment",
    "Change",
    "HoldingQuery",
    "HoldingRow",
    "OpenHolding",
    "Portfolio",
    "Totals",
    "Undo",
    "View",
]

ALL_HOLDINGS = HoldingQuery()


@dataclass(frozen=True, slots=True)
class OpenHolding:
    """A holding on the desk: as kept, and the version the next change must name."""

    id: int
    version: int
    holding: Holding


@dataclass(frozen=True, slots=True)
class Undo:
    """What takes an edit of many holdings back."""

    edit_id: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One fact that changed: when, who says so, what it was and what it became."""

    at: datetime
    origin: Origin | None
    """None when nobody said where the fact came from."""
    import_id: int | None
    path: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All holdings of this desk. All methods may run on any thread."""

    store: "Store"
    law: Law
    now: Callable[[], datetime]
    today: Callable[[], date]
    folder: Path
    """Where copies of attached documents lie, named by their hash."""

    def ids(
        self, query: HoldingQuery = ALL_HOLDINGS, order: str = "number", is_reversed: bool = False
    ) -> Sequence[int]:
        """Give the keys of all that a query finds, sorted by a column of COLUMNS."""
        raise NotImplementedError

    def rows(self, ids: Sequence[int]) -> tuple[HoldingRow, ...]:
        """Give what a list shows of these, in this order; those no longer there are left out."""
        raise NotImplementedError

    def count(self, query: HoldingQuery = ALL_HOLDINGS) -> int:
        """Count what a query finds."""
        raise NotImplementedError

    def totals(self, query: HoldingQuery = ALL_HOLDINGS) -> Totals:
        """Count and add up what a query finds."""
        raise NotImplementedError

    def departments(self) -> tuple[str, ...]:
        """Give all departments in use, sorted."""
        raise NotImplementedError

    def tags(self) -> tuple[str, ...]:
        """Give all tags in use, sorted."""
        raise NotImplementedError

    def open(self, holding_id: int) -> OpenHolding:
        """Open a holding; a Trouble when it is gone or cannot be read."""
        raise NotImplementedError

    def add(self, holding: Holding) -> OpenHolding:
        """Keep a new holding; what it tells was typed by a person."""
        raise NotImplementedError

    def keep(self, opened: OpenHolding, holding: Holding) -> tuple[OpenHolding, Changes]:
        """Keep a change made by a person; facts that differ are marked as typed today.

        StaleHolding carries both holdings when another window kept one first.
        """
        raise NotImplementedError

    def tag(
        self, ids: Sequence[int], *, add: Iterable[str] = (), drop: Iterable[str] = ()
    ) -> tuple[Undo, Changes]:
        """Put tags on holdings, and take others off, in one step that can be undone."""
        raise NotImplementedError

    def assign(self, ids: Sequence[int], department: str | None) -> tuple[Undo, Changes]:
        """Assign holdings to a department, or to none, in one step that can be undone."""
        raise NotImplementedError

    def remove(self, ids: Sequence[int]) -> tuple[Undo, Changes]:
        """Take holdings out of the portfolio, in one step that can be undone."""
        raise NotImplementedError

    def undo(self, undo: Undo) -> Changes:
        """Take an edit of many holdings back, but not what was changed since."""
        raise NotImplementedError

    def history(self, holding_id: int) -> tuple[Change, ...]:
        """Give every change of every fact, newest first."""
        raise NotImplementedError

    def deadlines(self, holding_id: int) -> tuple[Deadline, ...]:
        """Give the deadlines of a holding as of today, the first due first."""
        raise NotImplementedError

    def attach(self, holding_id: int, path: Path) -> Attachment:
        """Copy a document into the desk's own folder and note its hash; Trouble when it cannot."""
        raise NotImplementedError

    def attachments(self, holding_id: int) -> tuple[Attachment, ...]:
        """Give the documents attached to a holding, oldest first."""
        raise NotImplementedError

    def detach(self, holding_id: int, sha256: str) -> None:
        """Take a document off a holding; the copy goes with its last holding."""
        raise NotImplementedError

    def open_copy(self, attachment: Attachment, folder: Path) -> Path:
        """Write a copy under the document's own name into a folder, and give its path.

        Trouble when the copy kept is no longer what it was.
        """
        raise NotImplementedError

    def views(self) -> tuple[View, ...]:
        """Give the saved views by name."""
        raise NotImplementedError

    def keep_view(self, view: View) -> Changes:
        """Keep a view, in the place of one of the same name."""
        raise NotImplementedError

    def drop_view(self, name: str) -> Changes:
        """Forget a view."""
        raise NotImplementedError

    def declarations(self, number: str) -> tuple[DraftRow, ...]:
        """Give the drafts on a patent, by its compact number, the latest changed first."""
        raise NotImplementedError

    def guard(self, before: Holding, after: Holding) -> tuple[Finding, ...]:
        """Tell what a change would break while a declaration stands; ask before keeping it."""
        raise NotImplementedError

    def check(self, holding: Holding) -> tuple[Finding, ...]:
        """Run every rule on a holding, the heaviest finding first."""
        raise NotImplementedError

    def index(self, holding: Holding) -> Index:
        """Derive what lists show beside the facts, as of today."""
        raise NotImplementedError
