"""A draft: the form, its findings and its pages, side by side."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from olapp.domain.lifecycle import DraftState
from olapp.domain.trouble import Trouble
from olapp.forms.declaration import DECLARATION
from olapp.ui import tasks
from olapp.ui.binding import FormView
from olapp.ui.caret import put_caret
from olapp.ui.editing import Editing
from olapp.ui.last_resort import may_lose
from olapp.ui.pages.draft_bar import DraftBar
from olapp.ui.pages.draft_history import DraftHistory
from olapp.ui.pages.draft_output import DraftOutput
from olapp.ui.pages.draft_picks import DraftPicks
from olapp.ui.pages.draft_refusal import DraftRefusal
from olapp.ui.pages.export import ExportPanel
from olapp.ui.pages.findings import FindingsView
from olapp.ui.pages.page import Commands, Page
from olapp.ui.pages.preview import PreviewView
from olapp.ui.pages.section_list import SectionList
from olapp.ui.workplace import Workplace

_WIDE_EMS = 76
"""Below this width the list of sections gives its room to the form."""


class DraftPage(Page):
    """One open draft; all that outlives the page is in ``editing``."""

    closed = Signal()

    def __init__(self, place: Workplace, editing: Editing) -> None:
        super().__init__()
        self._place, self.editing = place, editing
        screen = place.screen
        self.bar = DraftBar(place, editing)
        self.sections = SectionList(screen, DECLARATION)
        self.form = FormView(screen, DECLARATION)
        self.findings = FindingsView(screen)
        self.preview = PreviewView(screen, editing.desk.printing.preview, place.failed)
        self.export_panel = ExportPanel(screen, place.dialogs.open_folder)
        self.output = DraftOutput(place, editing, self.export_panel, self.changed.emit)
        self.picks = DraftPicks(place, editing, self)
        self.past = DraftHistory(place, editing, self)
        self.refusal = DraftRefusal(place, editing, self)
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()
        self.form.show_document(editing.document)
        self.preview.want(editing.document)
        self._show_findings()

    def first_focus(self) -> QWidget:
        """Start in the first field."""
        return self.form.widget_at("patent.number") or self.sections

    def commands(self) -> Commands:
        """What can be done with an open draft."""
        always: dict[str, Callable[[], object]] = {
            "back": self.close_draft,
            "save": self.editing.leave,
            "save_file": self.output.save_file,
            "print": self.output.print,
            "export": self.output.export,
            "pick_patent": self.picks.pick_patent,
            "pick_party": self.picks.pick_party,
            "history": self.past.look_back,
            "check": self.check,
            "preview": self.toggle_preview,
            "next_finding": partial(self.step, 1),
            "previous_finding": partial(self.step, -1),
            "next_pane": self.next_pane,
        }
        if self.editing.can_undo:
            always["undo"] = self.editing.undo
        if self.editing.can_redo:
            always["redo"] = self.editing.redo
        return always

    def close_draft(self) -> None:
        """Go back to the list once everything is kept, or given up for lost."""
        self.leave(self.closed.emit)

    def leave(self, then: Callable[[], object]) -> None:
        """Go on once everything is kept, or given up for lost."""
        self.editing.leave()
        autosave = self.editing.autosave
        if autosave.trouble is None:
            autosave.when_clean(then)
        elif may_lose(self._place, self.editing.document):
            then()

    def check(self) -> None:
        """Check now, and show what was found."""
        self.editing.recheck.now(self.editing.document)
        self.tabs.setCurrentWidget(self.findings)
        self.tabs.show()

    def toggle_preview(self) -> None:
        """Show the pages, or give their room to the form."""
        if self.tabs.isVisible() and self.tabs.currentWidget() is self.preview:
            self.tabs.hide()
        else:
            self.tabs.setCurrentWidget(self.preview)
            self.tabs.show()
        self._place.preferences.change(self._place.failed, preview_shown=self.tabs.isVisible())

    def step(self, by: int) -> None:
        """Go to the next or the previous finding."""
        place = self.findings.step(by)
        if place is not None:
            self.form.go_to(place)

    def next_pane(self) -> None:
        """Let the focus go round: sections, form, findings or pages."""
        panes = [self.sections, self.form, self.tabs]
        at = next((at for at, pane in enumerate(panes) if _has_focus(pane)), 0)
        target = panes[(at + 1) % len(panes)]
        if target is self.form:
            self.form.focus_again()
        elif target is self.tabs and self.tabs.isVisible():
            self.tabs.currentWidget().setFocus()
        else:
            self.sections.setFocus()

    def take_again(self, path: str, at: int) -> None:
        """Put the person back where they were, caret and all, before the page was made anew."""
        if path:
            self.form.go_to(path)
            put_caret(self.window().focusWidget(), at)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the room of the list of sections to the form when there is little."""
        super().resizeEvent(event)
        self.sections.setVisible(self.width() >= self._place.screen.em(_WIDE_EMS))

    def _connect(self) -> None:
        hand, editing = self.form.hand, self.editing
        hand.typed.connect(editing.type)
        hand.left.connect(lambda _path: editing.leave())
        hand.added.connect(self._add)
        hand.removed.connect(self._remove)
        hand.moved.connect(self._move)
        editing.typed.connect(self._follow)
        editing.replaced.connect(self._show_replaced)
        editing.recheck.found.connect(self._show_findings)
        editing.recheck.refused.connect(self._show_trouble)
        editing.autosave.refused.connect(self.refusal.settle)
        editing.autosave.kept.connect(self.changed)
        self.findings.chosen.connect(self.form.go_to)
        self.sections.section_chosen.connect(self.form.go_to_section)
        self.form.section_changed.connect(self.sections.show_current)
        self.form.grown.connect(self._order_tabs)
        self.bar.marked.connect(self._mark)

    def _order_tabs(self) -> None:
        """Let Tab walk down the form; widgets made later would come last otherwise."""
        last: QWidget = self.sections
        for stop in self.form.stops():
            self.setTabOrder(last, stop)
            last = stop

    def _follow(self) -> None:
        """Bring everything but the field being typed in up to date."""
        self.form.show_whether(self.editing.document)
        self.bar.show_title()
        self.preview.want(self.editing.document)
        self.commands_changed.emit()

    def _show_replaced(self, place: str) -> None:
        self.form.show_document(self.editing.document)
        self._follow()
        self.form.go_to(place)

    def _add(self, path: str) -> None:
        index = self.editing.add(path)
        self.form.focus_item(path, index)

    def _remove(self, path: str, index: int) -> None:
        self.editing.remove(path, index)
        self.form.focus_item(path, index)

    def _move(self, path: str, index: int, to: int) -> None:
        self.form.swap_open(path, index, to)
        self.editing.move(path, index, to)
        self.form.focus_item(path, to)

    def _show_findings(self) -> None:
        findings = self.editing.findings
        self.form.show_findings(findings)
        self.findings.show_findings(findings)
        self.sections.show_findings(findings, self.editing.document)
        say = self._place.screen.say
        self.tabs.setTabText(0, say("Findings ({count})", count=len(findings)))

    def _show_trouble(self, trouble: Trouble) -> None:
        self._place.failed(trouble)

    def _mark(self, state: DraftState) -> None:
        editing = self.editing
        editing.state = state
        tasks.run(
            lambda _: editing.desk.drafts.mark(editing.id, state),
            self.changed.emit,
            self._place.failed,
            owner=self,
        )

    def _lay_out(self) -> None:
        say = self._place.screen.say
        self.tabs.addTab(self.findings, say("Findings ({count})", count=0))
        self.tabs.addTab(self.preview, say("Preview"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(8)
        split.addWidget(self.form)
        split.addWidget(self.tabs)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([3000, 2000])
        split.setChildrenCollapsible(False)
        middle = QHBoxLayout()
        middle.setContentsMargins(12, 10, 12, 10)
        middle.setSpacing(10)
        middle.addWidget(self.sections)
        middle.addWidget(split, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addLayout(middle, 1)
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 12, 10)
        below.addWidget(self.export_panel)
        box.addLayout(below)


def _has_focus(pane: QWidget) -> bool:
    window = pane.window()
    focus: QWidget | None = window.focusWidget()
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))
