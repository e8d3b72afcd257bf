"""One patent of the portfolio: all that is known of it, since when, and from whom."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from olapp.domain.holding import Origin
from olapp.forms.holding import HOLDING
from olapp.services.changes import Changes
from olapp.ui import tasks
from olapp.ui.binding import FormView
from olapp.ui.holding_editing import HoldingEditing
from olapp.ui.pages.guard_banner import GuardBanner
from olapp.ui.pages.holding_bar import HoldingBar
from olapp.ui.pages.holding_leaving import HoldingLeaving
from olapp.ui.pages.holding_past import said_by
from olapp.ui.pages.holding_tabs import HoldingTabs
from olapp.ui.pages.page import Commands, Page
from olapp.ui.pages.section_list import SectionList
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.desk import Desk
    from olapp.services.portfolio import OpenHolding

_WIDE_EMS = 76
"""Below this width the list of sections gives its room to the form."""


class HoldingPage(Page):
    """Its subject is the key of a holding, or the editing of one under way."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        screen = place.screen
        self._desk: Desk | None = None
        self._wanted: int | None = None
        self.editing: HoldingEditing | None = None
        self.bar = HoldingBar(place)
        self.banner = GuardBanner(screen)
        self.sections = SectionList(screen, HOLDING)
        self.tabs = HoldingTabs(place)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.form = FormView(screen, HOLDING)
        self.leaving = HoldingLeaving(place, self)
        self._lay_out()
        self._connect()

    def open_desk(self, desk: "Desk") -> None:
        """Take the desk; open what was asked for."""
        self._desk = desk
        if self._wanted is not None:
            self.show_subject(self._wanted)

    def show_subject(self, subject: object) -> None:
        """Open a holding by its key, or go on editing one."""
        if isinstance(subject, HoldingEditing):
            self._edit(subject)
        elif isinstance(subject, int):
            self._wanted = subject
            if self._desk is not None:
                portfolio = self._desk.portfolio
                tasks.run(
                    lambda _: portfolio.open(subject),
                    self._open,
                    self._place.failed,
                    owner=self,
                    is_urgent=True,
                )

    def subject(self) -> object:
        """Give the editing, which outlives the page."""
        return self.editing or self._wanted

    def first_focus(self) -> QWidget:
        """Start in the list of sections: looking comes before changing."""
        return self.sections if self.sections.isVisibleTo(self) else self.tabs.tabBar()

    @property
    def is_kept(self) -> bool:
        """Whether everything typed is kept."""
        return self.editing is None or self.editing.is_kept

    def leave(self, then: Callable[[], object]) -> None:
        """Go on once everything is kept, or given up."""
        self.leaving.leave(then)

    def look_again(self, changes: Changes) -> None:
        """Look again when this patent may have changed elsewhere."""
        if self.editing is None or self._desk is None:
            return
        if changes.holdings or changes.imports:
            self.leaving.catch_up(self.editing)
        elif changes.drafts:
            self.tabs.look_around()

    def commands(self) -> Commands:
        """What can be done with an open patent."""
        always: dict[str, Callable[[], object]] = {
            "back": partial(self.asked.emit, "portfolio", None)
        }
        editing = self.editing
        if editing is None:
            return always
        always |= {
            "save": editing.leave,
            "check": self.check,
            "declare": self.declare,
            "next_finding": partial(self.step, 1),
            "previous_finding": partial(self.step, -1),
        }
        if editing.can_undo:
            always["undo"] = editing.undo
        if editing.can_redo:
            always["redo"] = editing.redo
        return always

    def forget(self) -> None:
        """Go back to the list: this patent is there no longer."""
        self.editing, self._wanted = None, None
        if self.isVisible():
            self.asked.emit("portfolio", None)

    def check(self) -> None:
        """Check now, and show what was found."""
        if self.editing is not None:
            self.editing.recheck.now(self.editing.document)
        self.tabs.setCurrentWidget(self.tabs.findings)

    def declare(self) -> None:
        """Draft a declaration on this patent."""
        if self.editing is not None:
            self.asked.emit("batch", (self.editing.id,))

    def step(self, by: int) -> None:
        """Go to the next or the previous finding."""
        place = self.tabs.findings.step(by)
        if place is not None:
            self.form.go_to(place)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the room of the list of sections to the form when there is little."""
        super().resizeEvent(event)
        self.sections.setVisible(self.width() >= self._place.screen.em(_WIDE_EMS))

    def _open(self, opened: "OpenHolding") -> None:
        if self._desk is not None:
            self._edit(HoldingEditing(self._desk, opened))

    def _edit(self, editing: HoldingEditing) -> None:
        old, self.editing = self.editing, editing
        if old is not None and old is not editing:
            old.deleteLater()
        self._wanted = editing.id
        self._new_form()
        editing.typed.connect(self._follow)
        editing.replaced.connect(self._show_replaced)
        editing.checked.connect(self._show_findings)
        editing.autosave.kept.connect(self._tell_kept)
        editing.autosave.state_changed.connect(self._show_bar)
        editing.autosave.refused.connect(self.leaving.settle)
        self.form.show_document(editing.document)
        self.form.show_origins(self._origin_of)
        self.tabs.show_editing(editing)
        self._show_findings()

    def _new_form(self) -> None:
        """Make the form anew: fields are built for one patent and left with it."""
        old, self.form = self.form, FormView(self._place.screen, HOLDING)
        self.split.replaceWidget(0, self.form)
        old.deleteLater()
        hand = self.form.hand
        hand.typed.connect(lambda path, entry: self._on(lambda it: it.type(path, entry)))
        hand.left.connect(lambda _path: self._on(lambda it: it.leave()))
        hand.added.connect(self._add)
        hand.removed.connect(lambda path, at: self._on(lambda it: it.remove(path, at)))
        hand.moved.connect(lambda path, at, to: self._on(lambda it: it.move(path, at, to)))
        self.form.section_changed.connect(self.sections.show_current)

    def _on(self, act: Callable[[HoldingEditing], object]) -> None:
        if self.editing is not None:
            act(self.editing)

    def _add(self, path: str) -> None:
        if self.editing is not None:
            self.form.focus_item(path, self.editing.add(path))

    def _connect(self) -> None:
        self.banner.allowed.connect(lambda: self._on(lambda it: it.allow()))
        self.banner.taken_back.connect(lambda: self._on(lambda it: it.take_back()))
        self.tabs.findings.chosen.connect(self._go_to)
        self.sections.section_chosen.connect(self._go_to_section)
        self.tabs.drafts.opened.connect(self._open_draft)
        self.tabs.filled.connect(self.filled)

    def _go_to(self, place: str) -> None:
        self.form.go_to(place)

    def _go_to_section(self, at: int) -> None:
        self.form.go_to_section(at)

    def _open_draft(self, row: object) -> None:
        desk, key = self._desk, getattr(row, "id", None)
        if desk is not None and key is not None:
            self.leave(lambda: self._fetch_draft(desk, key))

    def _fetch_draft(self, desk: "Desk", key: int) -> None:
        tasks.run(lambda _: desk.drafts.open(key), self.opened.emit, self._place.failed, owner=self)

    def _follow(self) -> None:
        """Bring everything but the field being typed in up to date."""
        if self.editing is not None:
            self.form.show_whether(self.editing.document)
        self._show_bar()
        self.commands_changed.emit()

    def _show_replaced(self, place: str) -> None:
        if self.editing is not None:
            self.form.show_document(self.editing.document)
            self._follow()
            if place:
                self.form.go_to(place)

    def _show_bar(self) -> None:
        if self.editing is not None:
            self.bar.show_editing(self.editing)

    def _tell_kept(self, changes: Changes) -> None:
        self.form.show_origins(self._origin_of)
        self.changed.emit(changes)

    def _show_findings(self) -> None:
        editing = self.editing
        if editing is None:
            return
        self.form.show_findings(editing.findings)
        self.sections.show_findings(editing.findings, editing.document)
        self.banner.show_breaks(editing.breaks)
        self._show_bar()
        self.commands_changed.emit()
        self.tabs.show_findings()

    def _origin_of(self, path: str) -> tuple[str, str]:
        """Say where a fact comes from: the origin that names it, or the part it lies in."""
        if self.editing is None:
            return "", ""
        origins = self.editing.kept.origins
        while path:
            found: Origin | None = next((one for one in origins if path in one.paths), None)
            if found is not None:
                return said_by(found, self._place.screen)
            path = path.rpartition(".")[0]
        return "", ""

    def _lay_out(self) -> None:
        self.split.setHandleWidth(8)
        self.split.addWidget(self.form)
        self.split.addWidget(self.tabs)
        self.split.setSizes([3450, 2350])
        self.split.setChildrenCollapsible(False)
        middle = QHBoxLayout()
        middle.setContentsMargins(12, 10, 12, 10)
        middle.setSpacing(10)
        middle.addWidget(self.sections)
        middle.addWidget(self.split, 1)
        over = QHBoxLayout()
        over.setContentsMargins(12, 10, 12, 0)
        over.addWidget(self.banner)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addLayout(over)
        box.addLayout(middle, 1)
