"""The portfolio as a person handles it: found, looked at, changed, tagged, documented."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.domain.deadline import Deadline
from olapp.domain.finding import Finding
from olapp.domain.holding import Holding
from olapp.persistence.kept import DraftQuery, DraftRow
from olapp.persistence.kept_portfolio import (
    ALL_HOLDINGS,
    COLUMNS,
    NOT_JUDGED,
    Attachment,
    HoldingQuery,
    HoldingRow,
    Index,
    KeptHolding,
    Totals,
    View,
)
from olapp.services.attaching import copy_in, copy_out, forget, safe_name
from olapp.services.changes import Changes
from olapp.services.edits import Undo, edit
from olapp.services.facts import typed
from olapp.services.holding_history import Change, changes_of
from olapp.services.stating import Foreseen, StatedFacts, foreseen, stated

if TYPE_CHECKING:
    from olapp.law.rule import Setting
    from olapp.law.statute import Law
    from olapp.persistence.database import Store

# The law and the engine are heavy, and a window shows its first list before either is awake.
# ruff: noqa: PLC0415

__all__ = [
    "ALL_HOLDINGS",
    "COLUMNS",
    "NOT_JUDGED",
    "Attachment",
    "Change",
    "Foreseen",
    "HoldingQuery",
    "HoldingRow",
    "OpenHolding",
    "Portfolio",
    "StatedFacts",
    "Totals",
    "Undo",
    "View",
]

_ALL_OF_THEM = Changes(holdings=True, verdicts=True, deadlines=True)
_MOST_DRAFTS = 1000


@dataclass(frozen=True, slots=True)
class OpenHolding:
    """A holding on the desk: as kept, and the version the next change must name."""

    id: int
    version: int
    holding: Holding


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All holdings of this desk. All methods may run on any thread."""

    store: "Store"
    law: "Law"
    now: Callable[[], datetime]
    today: Callable[[], date]
    folder: Path
    """Where copies of attached documents lie, named by their hash."""

    def ids(
        self, query: HoldingQuery = ALL_HOLDINGS, order: str = "number", is_reversed: bool = False
    ) -> Sequence[int]:
        """Give the keys of all that a query finds, sorted by a column of COLUMNS."""
        with self.store.read() as unit:
            return unit.holdings.ids(query, order, is_reversed)

    def rows(self, ids: Sequence[int]) -> tuple[HoldingRow, ...]:
        """Give what a list shows of these, in this order; those no longer there are left out."""
        with self.store.read() as unit:
            return unit.holdings.rows(ids)

    def count(self, query: HoldingQuery = ALL_HOLDINGS) -> int:
        """Count what a query finds."""
        with self.store.read() as unit:
            return unit.holdings.count(query)

    def totals(self, query: HoldingQuery = ALL_HOLDINGS) -> Totals:
        """Count and add up what a query finds."""
        with self.store.read() as unit:
            return unit.holdings.totals(query)

    def departments(self) -> tuple[str, ...]:
        """Give all departments in use, sorted."""
        with self.store.read() as unit:
            return unit.holdings.departments()

    def tags(self) -> tuple[str, ...]:
        """Give all tags in use, sorted."""
        with self.store.read() as unit:
            return unit.holdings.tags()

    def open(self, holding_id: int) -> OpenHolding:
        """Open a holding; a Trouble when it is gone or cannot be read."""
        with self.store.read() as unit:
            return _open(unit.holdings.get(holding_id))

    def add(self, holding: Holding) -> OpenHolding:
        """Keep a new holding; what it tells was typed by a person."""
        fresh = typed(Holding(), holding, self.today())
        with self.store.begin() as unit:
            (key,) = unit.holdings.add_many([(fresh, self.index(fresh))], at=self.now())
            return _open(unit.holdings.get(key))

    def keep(self, opened: OpenHolding, holding: Holding) -> tuple[OpenHolding, Changes]:
        """Keep a change made by a person; facts that differ are marked as typed today.

        StaleHolding carries both holdings when another window kept one first.
        """
        fresh = typed(opened.holding, holding, self.today())
        with self.store.begin() as unit:
            present = unit.holdings.get(opened.id)
            on = replace(present, version=opened.version, holding=opened.holding)
            kept = unit.holdings.keep(on, fresh, self.index(fresh), at=self.now())
        is_new = kept.version != opened.version
        return _open(kept), Changes(holdings=is_new, verdicts=is_new, deadlines=is_new)

    def tag(
        self, ids: Sequence[int], *, add: Iterable[str] = (), drop: Iterable[str] = ()
    ) -> tuple[Undo, Changes]:
        """Put tags on holdings, and take others off, in one step that can be undone."""
        added, dropped = tuple(add), frozenset(drop)

        def retagged(holding: Holding) -> Holding:
            left = (tag for tag in (*holding.tags, *added) if tag not in dropped)
            return replace(holding, tags=tuple(dict.fromkeys(left)))

        return self._edit(ids, retagged)

    def assign(self, ids: Sequence[int], department: str | None) -> tuple[Undo, Changes]:
        """Assign holdings to a department, or to none, in one step that can be undone."""
        return self._edit(ids, lambda holding: replace(holding, department=department))

    def state(self, ids: Sequence[int], facts: StatedFacts) -> tuple[Undo, Changes]:
        """State facts of holdings, each marked as typed today, in one step that can be undone.

        A no never wipes out a recorded yes; what would be left alone :meth:`foresee` counts.
        """
        day = self.today()
        return self._edit(ids, lambda holding: stated(self.law, holding, facts, day).holding)

    def foresee(self, ids: Sequence[int], facts: StatedFacts) -> Foreseen:
        """Tell what stating facts would do; nothing is kept."""
        with self.store.read() as unit:
            holdings = (kept.holding for kept in unit.holdings.iterate(ids=ids))
            return foreseen(self.law, holdings, facts, self.today())

    def remove(self, ids: Sequence[int]) -> tuple[Undo, Changes]:
        """Take holdings out of the portfolio, in one step that can be undone."""
        with self.store.begin() as unit:
            edit_id = unit.holdings.next_edit()
            unit.holdings.remove_many(ids, edit_id=edit_id)
        return Undo(edit_id, len(ids)), _ALL_OF_THEM

    def undo(self, undo: Undo) -> Changes:
        """Take an edit of many holdings back, but not what was changed since."""
        with self.store.begin() as unit:
            put_back = unit.holdings.undo(self.index, edit_id=undo.edit_id)
        return _ALL_OF_THEM if put_back.removed or put_back.restored else Changes()

    def history(self, holding_id: int) -> tuple[Change, ...]:
        """Give every change of every fact, newest first."""
        with self.store.read() as unit:
            return changes_of(unit.holdings.get(holding_id), unit.holdings.past(holding_id))

    def deadlines(self, holding_id: int) -> tuple[Deadline, ...]:
        """Give the deadlines of a holding as of today, the first due first."""
        from olapp.law.deadlines import deadlines

        return deadlines(self.law, self.open(holding_id).holding, self.today())

    def attach(self, holding_id: int, path: Path) -> Attachment:
        """Copy a document into the desk's own folder and note its hash; Trouble when it cannot."""
        sha256, size = copy_in(path, self.folder)
        attachment = Attachment(
            holding_id=holding_id,
            sha256=sha256,
            name=safe_name(path.name),
            size=size,
            added_at=self.now(),
        )
        with self.store.begin() as unit:
            unit.holdings.get(holding_id)
            unit.attachments.add(attachment)
        return attachment

    def attachments(self, holding_id: int) -> tuple[Attachment, ...]:
        """Give the documents attached to a holding, oldest first."""
        with self.store.read() as unit:
            return unit.attachments.of(holding_id)

    def detach(self, holding_id: int, sha256: str) -> None:
        """Take a document off a holding; the copy goes with its last holding."""
        with self.store.begin() as unit:
            is_last = unit.attachments.drop(holding_id, sha256)
        if is_last:
            forget(self.folder / sha256)

    def open_copy(self, attachment: Attachment, folder: Path) -> Path:
        """Write a copy under the document's own name into a folder, and give its path.

        Trouble when the copy kept is no longer what it was.
        """
        kept = self.folder / attachment.sha256
        return copy_out(kept, attachment.sha256, attachment.name, folder)

    def views(self) -> tuple[View, ...]:
        """Give the saved views by name."""
        with self.store.read() as unit:
            return unit.views.all()

    def keep_view(self, view: View) -> Changes:
        """Keep a view, in the place of one of the same name."""
        with self.store.begin() as unit:
            unit.views.keep(view, at=self.now())
        return Changes(views=True)

    def drop_view(self, name: str) -> Changes:
        """Forget a view."""
        with self.store.begin() as unit:
            unit.views.drop(name)
        return Changes(views=True)

    def declarations(self, number: str) -> tuple[DraftRow, ...]:
        """Give the drafts on a patent, by its compact number, the latest changed first."""
        with self.store.read() as unit:
            found = unit.drafts.find(DraftQuery(text=number), limit=_MOST_DRAFTS)
        return tuple(row for row in found if row.number == number)

    def guard(self, before: Holding, after: Holding) -> tuple[Finding, ...]:
        """Tell what a change would break while a declaration stands; ask before keeping it."""
        from olapp.law.portfolio import guard

        return guard(self._setting, before, after)

    def check(self, holding: Holding) -> tuple[Finding, ...]:
        """Run every rule on a holding, the heaviest finding first."""
        from olapp.law.portfolio import check_holding

        return check_holding(self._setting, holding)

    def look_over(self) -> bool:
        """Look the whole database over, once a day; tells whether it did. Trouble when damaged.

        For a thread of its own, while the person already works.
        """
        return self.store.check_daily(self.today())

    def index(self, holding: Holding) -> Index:
        """Derive what lists show beside the facts, as of today."""
        from olapp.services.indexing import index_of

        return index_of(self.law, holding, self.today())

    @property
    def _setting(self) -> "Setting":
        from olapp.law.rule import Setting

        return Setting(self.law, self.today())

    def _edit(
        self, ids: Sequence[int], change: Callable[[Holding], Holding]
    ) -> tuple[Undo, Changes]:
        return edit(self, ids, change), _ALL_OF_THEM


def _open(kept: KeptHolding) -> OpenHolding:
    return OpenHolding(kept.id, kept.version, kept.holding)
