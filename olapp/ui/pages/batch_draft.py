"""Declarations for a selection of patents."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from olapp.domain.sentence import N_
from olapp.services.batch import Differences, Made, Planned
from olapp.services.changes import Changes
from olapp.services.drafts import blank
from olapp.ui import tasks
from olapp.ui.job_panel import JobPanel
from olapp.ui.labels import words
from olapp.ui.pages.batch_done import DonePanel
from olapp.ui.pages.batch_plan import counted, findings_told, plan_columns
from olapp.ui.pages.batch_terms import TermsBar
from olapp.ui.pages.page import Commands, Page
from olapp.ui.rows_table import RowsTable
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.domain.declaration import Declaration
    from olapp.services.batch_print import Printed
    from olapp.services.desk import Desk
    from olapp.ui.pages.batch_differences import Difference


class BatchPage(Page):
    """Shared terms, a preview, the making, the printing. Its subject is a tuple of patents."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._desk: Desk | None = None
        self._ids: tuple[int, ...] = ()
        self._terms: Declaration = blank()
        self._differences: dict[int, dict[str, Any]] = {}
        self._plan: tuple[Planned, ...] = ()
        self._made: Made | None = None
        self._printed: Printed | None = None
        self._is_stale = False
        screen = place.screen
        self.terms = TermsBar(screen)
        self.table: RowsTable[Planned] = RowsTable(
            screen, screen.say("What would be made"), plan_columns(screen), takes_many=True
        )
        self.details = words("")
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.make_button = QPushButton(screen.say("Make the declarations"))
        self.make_button.setProperty("primary", True)
        self.done = DonePanel(screen)
        self.job = JobPanel(screen)
        self._summary = QLabel()
        self._summary.setObjectName("muted")
        self._lay_out()
        self._connect()

    def open_desk(self, desk: "Desk") -> None:
        """Take the desk, and plan what was asked for before."""
        self._desk = desk
        self._list_terms()
        self._replan()

    def look_again(self, changes: Changes) -> None:
        """List the drafts to take terms from again."""
        if changes.drafts:
            self._list_terms()

    def show_subject(self, subject: object) -> None:
        """Plan declarations for other patents."""
        if isinstance(subject, Iterable):
            self._ids = tuple(subject)
            self._differences, self._made, self._printed = {}, None, None
            self.done.hide()
            self._replan()

    def subject(self) -> object:
        """Give the patents of now."""
        return self._ids or None

    def first_focus(self) -> QWidget:
        """Start at the terms."""
        return self.terms.drafts

    def commands(self) -> Commands:
        """What was made can be undone."""
        return {"undo": self.undo} if self._made is not None else {}

    def take_terms(self, draft_id: int | None) -> None:
        """Take the terms of a draft for all; None for blank ones."""
        desk = self._desk
        if desk is None or draft_id is None:
            self._take(blank())
            return
        tasks.run(
            lambda _: desk.drafts.open(draft_id).document,
            self._take,
            self._place.failed,
            owner=self,
        )

    def differ(self, difference: "Difference | None") -> None:
        """Ask for a value of its own for the patents chosen."""
        say, chosen = self._place.screen.say, self.table.chosen()
        if difference is None or not chosen:
            return
        question = say(difference.question)
        text = self._place.dialogs.line(self, question, question)
        if not text:
            return
        try:
            value = difference.read(text)
        except ValueError:
            self._place.dialogs.refuse(self, say("This cannot be read: {text}", text=text), "")
            return
        for row in chosen:
            self._differences.setdefault(row.holding_id, {})[difference.path] = value
        self._replan()

    def make(self) -> None:
        """Make the drafts of the plan, or go on where it was stopped."""
        desk, plan, resume = self._desk, self._plan, self._made
        if desk is None:
            return

        def show(made: Made) -> None:
            self._made = made
            self.done.show_made(made)
            self._allow()
            self.changed.emit(Changes(drafts=True))

        self._run(
            N_("Making declarations"),
            lambda on: desk.batch.make(
                plan, resume=resume, step=on.step, cancelled=on.is_cancelled
            ),
            show,
        )

    def undo(self) -> None:
        """Take all drafts of the batch away again."""
        desk, made = self._desk, self._made
        if desk is None or made is None:
            return

        def show(answer: Any) -> None:
            undone, changes = answer
            self._made = self._printed = None
            self.done.show_undone(undone)
            self.changed.emit(changes)
            self._replan()

        self._run(N_("Undoing the batch"), lambda _: desk.batch.undo(made.batch_id), show)

    def print_all(self) -> None:
        """Write all packs into a folder, or go on where it was stopped."""
        desk, made, resume = self._desk, self._made, self._printed
        say = self._place.screen.say
        if desk is None or made is None:
            return
        start = self._place.preferences.settings.export_folder
        folder = (
            resume.folder
            if resume and resume.left
            else self._place.dialogs.folder(self, say("Folder for all packs"), start)
        )
        if folder is None:
            return

        def show(printed: "Printed") -> None:
            self._printed = printed
            self.done.show_printed(printed)

        self._run(
            N_("Printing all"),
            lambda on: desk.batch.print_all(
                made.draft_ids,
                folder,
                say,
                resume=resume,
                step=on.step,
                cancelled=on.is_cancelled,
            ),
            show,
        )

    def _take(self, terms: "Declaration") -> None:
        self._terms = terms
        self._differences = {}
        self.terms.show_terms(terms)
        self._replan()

    def _list_terms(self) -> None:
        desk = self._desk
        if desk is not None:
            tasks.run(
                lambda _: desk.drafts.rows(),
                self.terms.offer,
                self._place.failed,
                owner=self,
            )

    def _replan(self) -> None:
        """Say anew what would be made; while it runs, a later change waits for its end."""
        desk, ids, terms = self._desk, self._ids, self._terms
        self._is_stale = self.job.is_running
        if desk is None or not ids or self.job.is_running:
            return
        differences: Differences = {key: dict(own) for key, own in self._differences.items()}
        takes_barred = self.terms.takes_barred.isChecked()

        def work(on: tasks.Progress) -> tuple[Planned, ...]:
            return desk.batch.plan(
                ids,
                terms,
                differences,
                takes_barred=takes_barred,
                step=on.step,
                cancelled=on.is_cancelled,
            )

        self._run(N_("Looking at the patents"), work, self._show_plan)

    def _catch_up(self) -> None:
        if self._is_stale:
            self._replan()

    def _show_plan(self, plan: tuple[Planned, ...]) -> None:
        self._plan = plan
        self.table.show_rows(plan)
        if plan:
            self.table.selectRow(0)
        self._summary.setText(counted(plan, self._place.screen))
        self._allow()
        self.filled.emit()

    def _run(self, title: str, work: Callable[[tasks.Progress], Any], show: Any) -> None:
        self.job.run(self._place.screen.say(title), work, show, self._place.failed)

    def _explain(self) -> None:
        row = next(iter(self.table.chosen()), None)
        self.details.setText("" if row is None else findings_told(row, self._place.screen))
        self.terms.allow_differences(has_choice=row is not None, terms=self._terms)

    def _allow(self) -> None:
        to_make = any(row.document is not None for row in self._plan)
        is_left = self._made is None or self._made.left > 0
        self.make_button.setEnabled(to_make and is_left)
        self.commands_changed.emit()

    def _connect(self) -> None:
        self.table.picked.connect(self._explain)
        self.terms.chosen.connect(self.take_terms)
        self.terms.changed.connect(self._replan)
        self.terms.differing.connect(self.differ)
        self.terms.written.connect(self._write_terms)
        self.job.ended.connect(self._catch_up)
        self.make_button.clicked.connect(self.make)
        self.done.undo.clicked.connect(self.undo)
        self.done.resume.clicked.connect(self.make)
        self.done.print.clicked.connect(self.print_all)
        self.done.show_list.clicked.connect(lambda: self.asked.emit("declarations", None))
        self.done.folder_asked.connect(self._place.dialogs.open_folder)

    def _write_terms(self) -> None:
        """Open a blank draft to write the shared terms in."""
        desk = self._desk
        if desk is not None:
            start = desk.drafts.start
            tasks.run(lambda _: start(), self.opened.emit, self._place.failed, owner=self)

    def _lay_out(self) -> None:
        screen = self._place.screen
        title = QLabel(screen.say("Several declarations"))
        title.setFont(screen.font(1.5, bold=True))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title)
        head.addWidget(self._summary, 1)
        head.addWidget(self.make_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(self.terms)
        box.addWidget(self.done)
        box.addWidget(self.table, 1)
        box.addWidget(self.details)
        box.addWidget(self.job)
