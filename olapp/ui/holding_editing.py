"""An open patent: its sheet, its findings, what a change would break, and the way it is kept.

A change is held back until the law was asked what it breaks while a declaration stands; what it
breaks is told first, and kept only when the person says so.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from olapp.domain.finding import Finding
from olapp.domain.holding import Holding
from olapp.forms.holding_sheet import HoldingSheet, holding_of, lacking, sheet_of
from olapp.ui.autosave import Autosave
from olapp.ui.recheck import Recheck
from olapp.ui.workpiece import Workpiece

if TYPE_CHECKING:
    from olapp.services.changes import Changes
    from olapp.services.desk import Desk
    from olapp.services.portfolio import OpenHolding, Portfolio

_PAUSE = 5_000
"""Milliseconds after the last key; a field that is left is kept at once. Each keeping is a line in
the history, so half-typed words are not kept."""


class _SheetKeeper:
    """Keeps a sheet as the holding it makes."""

    def __init__(self, portfolio: "Portfolio") -> None:
        self._portfolio = portfolio

    def keep(self, opened: "OpenHolding", sheet: HoldingSheet) -> "tuple[OpenHolding, Changes]":
        """Keep the whole lines of a sheet."""
        return self._portfolio.keep(opened, holding_of(sheet, opened.holding))


class HoldingEditing(Workpiece[HoldingSheet]):
    """What the detail page works on."""

    checked = Signal()
    """New findings, and perhaps new breaks."""

    def __init__(self, desk: "Desk", opened: "OpenHolding") -> None:
        super().__init__(sheet_of(opened.holding))
        self.portfolio = desk.portfolio
        self.autosave: Autosave[OpenHolding, HoldingSheet] = Autosave(
            _SheetKeeper(desk.portfolio), opened, self, pause=_PAUSE
        )
        self.recheck: Recheck[HoldingSheet] = Recheck(self._check, self)
        self.recheck.found.connect(self._go_on)
        self.breaks: tuple[Finding, ...] = ()
        self._broken: tuple[Finding, ...] = ()
        self._allowed: frozenset[tuple[str, str]] = frozenset()
        self._leaving: list[Callable[[], object]] = []
        self._flushes = False
        self.recheck.now(self.document)

    @property
    def id(self) -> int:
        """The key of the holding."""
        return self.autosave.draft.id

    @property
    def kept(self) -> Holding:
        """The holding as it is kept."""
        return self.autosave.draft.holding

    @property
    def holding(self) -> Holding:
        """The holding as it stands on the screen, whole lines only."""
        return holding_of(self.document, self.kept)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the last check found."""
        return self.recheck.findings

    @property
    def lacks(self) -> tuple[str, ...]:
        """Places still to be filled in before their line is kept."""
        return lacking(self.document)

    @property
    def is_kept(self) -> bool:
        """Whether every whole line is kept."""
        return self.recheck.is_current and self.autosave.is_clean and not self.breaks

    @property
    def is_settled(self) -> bool:
        """Whether everything is checked, and kept or held back on purpose."""
        is_kept = self.autosave.is_clean or self.autosave.trouble is not None
        return self.recheck.is_current and (is_kept or bool(self.breaks))

    def follow(self) -> None:
        """Have the change looked at; it is kept when nothing breaks by it."""
        self.recheck.want(self.document)

    def keep_now(self) -> None:
        """Have it looked at without a pause, and kept."""
        self._flushes = True
        self.recheck.now(self.document)

    def allow(self) -> None:
        """Keep the change although it breaks something."""
        self._allowed |= {(each.code, each.field) for each in self.breaks}
        self.keep_now()

    def take_back(self) -> None:
        """Go back to what is kept."""
        self.take(sheet_of(self.kept), "")

    def leave_with(self, then: Callable[[], object]) -> None:
        """Keep everything, and do something once it is kept."""
        self._leaving.append(then)
        self.leave()

    def stay(self) -> None:
        """Forget about leaving."""
        self._leaving.clear()

    def rebase(self, fresh: "OpenHolding") -> None:
        """Put what the person changed on top of what somebody else kept meanwhile."""
        merged = rebased(self.kept, self.holding, fresh.holding)
        self.autosave.go_on_from(fresh)
        self.take(sheet_of(merged), "")

    def _check(self, sheet: HoldingSheet) -> tuple[Finding, ...]:
        """Check, and ask what breaks; runs off the screen's thread."""
        kept = self.autosave.draft.holding
        holding = holding_of(sheet, kept)
        self._broken = self.portfolio.guard(kept, holding) if holding != kept else ()
        return self.portfolio.check(holding)

    def _go_on(self) -> None:
        if not self.recheck.is_current:
            return
        self.breaks = tuple(
            each for each in self._broken if (each.code, each.field) not in self._allowed
        )
        if not self.breaks:
            self._keep()
        self._flushes = False
        self.checked.emit()

    def _keep(self) -> None:
        if self.holding != self.kept or not self.autosave.is_clean:
            self.autosave.want(self.document)
        if self._flushes or self._leaving:
            self.autosave.flush()
        leaving, self._leaving = self._leaving, []
        for then in leaving:
            self.autosave.when_clean(then)


def rebased(base: Any, mine: Any, theirs: Any) -> Any:
    """Give theirs with what differs between base and mine put on top, fact by fact."""
    if mine == base:
        return theirs
    is_part = is_dataclass(base) and type(base) is type(mine) is type(theirs)
    if not is_part or isinstance(base, type):
        return mine
    names = [each.name for each in fields(base)]
    return replace(
        theirs,
        **{
            name: rebased(getattr(base, name), getattr(mine, name), getattr(theirs, name))
            for name in names
        },
    )
