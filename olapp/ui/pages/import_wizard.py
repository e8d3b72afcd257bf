"""Importing: a file, its source, its columns, a dry run, the commit, the report."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from olapp.domain.sentence import N_
from olapp.services.changes import Changes
from olapp.ui import tasks
from olapp.ui.job_panel import JobPanel
from olapp.ui.pages.import_choose import ChooseStep
from olapp.ui.pages.import_dry_run import DryRunStep
from olapp.ui.pages.import_halfway import Halfway
from olapp.ui.pages.import_mapping import MappingStep
from olapp.ui.pages.import_result import ResultStep
from olapp.ui.pages.page import Commands, Page
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.desk import Desk
    from olapp.services.importing import Imported, Importing, ImportRow, Looked, Plan, Undone

T = TypeVar("T")
_STEPS = (N_("1 File"), N_("2 Columns"), N_("3 Dry run"), N_("4 Done"))
_ALL = Changes(holdings=True, imports=True, verdicts=True, deadlines=True)


class ImportPage(Page):
    """The wizard, one step at a time; nothing is written before the third step is accepted."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._desk: Desk | None = None
        self._waiting: list[Path] = []
        self._looked: Looked | None = None
        self._is_remapped = False
        self._plan: Plan | None = None
        self._imported: Imported | None = None
        screen = place.screen
        self.choose, self.mapping = ChooseStep(screen), MappingStep(screen)
        self.dry_run, self.result = DryRunStep(screen), ResultStep(screen)
        self.job = JobPanel(screen)
        self._steps = QStackedWidget()
        self._trail = QLabel()
        self._lay_out()
        self._connect()
        self._show_step(self.choose)

    def open_desk(self, desk: "Desk") -> None:
        """Take the desk, and begin with what already waits."""
        self._desk = desk
        self._list_imports()
        self._next()

    def look_again(self, changes: Changes) -> None:
        """List the imports again when one was made or undone."""
        if changes.imports:
            self._list_imports()

    def show_subject(self, subject: object) -> None:
        """Begin with a file another page was given, or go on where this page was."""
        if isinstance(subject, Path):
            self.take_files([subject])
        elif isinstance(subject, Halfway):
            self._go_on_from(subject)

    def subject(self) -> object:
        """Give the step of now, with what was read and planned."""
        if self._looked is None:
            return None
        is_planned = self._steps.currentWidget() is self.dry_run
        plan = self._plan if is_planned else None
        day = self.mapping.day()
        return Halfway(self._looked, self._is_remapped, day, plan, tuple(self._waiting))

    def _go_on_from(self, halfway: Halfway) -> None:
        self._show_looked(halfway.looked)
        self._is_remapped, self._waiting = halfway.is_remapped, list(halfway.waiting)
        self.mapping.show_day(halfway.day)
        if halfway.plan is not None:
            self._show_plan(halfway.plan)

    def first_focus(self) -> QWidget:
        """Start where a file is chosen."""
        return self.choose.zone.button

    def commands(self) -> Commands:
        """A file can be asked for at any time."""
        return {"import": self.ask_file}

    def ask_file(self) -> None:
        """Ask for a file to import."""
        say = self._place.screen.say
        kinds = say("Tables and records") + " (*.xlsx *.xls *.csv *.tsv *.txt *.xml)"
        kinds += ";;" + say("All files") + " (*)"
        path = self._place.dialogs.open_file(self, say("Import patents"), kinds)
        if path is not None:
            self.take_files([path])

    def take_files(self, paths: list[Path]) -> None:
        """Take files, one after the other."""
        self._waiting += paths
        if self._steps.currentWidget() in {self.choose, self.result}:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._show_step(self.choose)
        elif self._desk is not None and not self.job.is_running:
            path = self._waiting.pop(0)
            title = self._place.screen.say("Reading {name}", name=path.name)
            self._run(title, lambda importing, on: importing.look(path, **on), self._show_looked)

    def _remap(self, match: Any) -> None:
        looked, desk = self._looked, self._desk
        if looked is None or desk is None:
            return

        def show(again: "Looked") -> None:
            self._looked, self._is_remapped = again, True
            self.mapping.show_looked(again, is_new=False)

        title = self._place.screen.say("Reading {name}", name=looked.path.name)
        self._run(title, lambda importing, _: importing.looked_as(looked, match), show)

    def _show_looked(self, looked: "Looked") -> None:
        self._looked, self._is_remapped = looked, False
        self.mapping.show_looked(looked, is_new=True)
        self._show_step(self.mapping)
        self.mapping.go_on.setFocus()

    def _make_plan(self) -> None:
        looked, day, is_changed = self._looked, self.mapping.day(), self._is_remapped
        if looked is None:
            return

        def work(importing: "Importing", on: dict[str, Any]) -> "Plan | None":
            if is_changed:
                importing.remember(looked.match)
            return importing.plan(looked, None, day, **on)

        self._run(self._place.screen.say("Comparing with the desk"), work, self._show_plan)

    def _show_plan(self, plan: "Plan") -> None:
        self._plan = plan
        self.dry_run.show_plan(plan)
        self._show_step(self.dry_run)
        self.dry_run.table.setFocus()

    def _commit(self) -> None:
        plan = self._plan
        if plan is None:
            return
        takes, doubtful = self.dry_run.takes, self.dry_run.doubtful.isChecked()

        def work(importing: "Importing", on: dict[str, Any]) -> "Imported | None":
            return importing.commit(plan, take=takes, include_doubtful=doubtful, **on)

        self._run(self._place.screen.say("Taking in"), work, self._show_imported)

    def _show_imported(self, imported: "Imported") -> None:
        self._imported = imported
        name = self._plan.name if self._plan else ""
        self._plan = self._looked = None
        self.result.show_imported(name, imported, len(self._waiting))
        self._show_step(self.result)
        self.result.next.setFocus()
        self.changed.emit(_ALL)

    def _undo_last(self) -> None:
        if self._imported is not None:
            self._undo(self._imported.import_id)

    def _undo_row(self, row: "ImportRow") -> None:
        say = self._place.screen.say
        options = (say("Undo this import"), say("Cancel"))
        told = say("Undo the import of {name}?", name=row.name)
        details = say("Patents it added go, and what it changed is put back.")
        if self._place.dialogs.choose(self, told, details, options) == 0:
            self._undo(row.id)

    def _undo(self, import_id: int) -> None:
        def show(answer: "tuple[Undone, Changes]") -> None:
            undone, changes = answer
            self._imported = None
            self.result.show_undone(undone, len(self._waiting))
            self._show_step(self.result)
            self.changed.emit(changes)

        title = self._place.screen.say("Undoing the import")
        self._run(title, lambda importing, on: importing.undo(import_id, **on), show)

    def _save_report(self, of: "Plan | int | None") -> None:
        say = self._place.screen.say
        kinds = say("Sheets") + " (*.xlsx *.csv)"
        name = say("Import report") + ".xlsx"
        path = self._place.dialogs.save_file(self, say("Save the report"), name, kinds)
        if path is None or of is None:
            return

        def work(importing: "Importing", on: dict[str, Any]) -> Path:
            importing.save_report(of, path, say, progress=on["progress"])
            return path

        def tell(written: Path) -> None:
            self._place.notices.tell(say("Saved: {path}", path=str(written)))

        self._run(say("Writing the report"), work, tell)

    def _run(
        self,
        title: str,
        work: "Callable[[Importing, dict[str, Any]], T | None]",
        done: Callable[[T], None],
    ) -> None:
        """Work off the screen's thread; what was cancelled leaves everything as it was."""
        desk = self._desk
        if desk is None:
            return

        def act(progress: tasks.Progress) -> T | None:
            on = {"progress": progress.step, "cancelled": progress.is_cancelled}
            return work(desk.importing, on)

        def take(answer: T | None) -> None:
            if answer is not None:
                done(answer)
            else:
                say = self._place.screen.say
                self._place.notices.tell(say("Cancelled: nothing was changed."))

        if self.job.run(title, act, take, self._fail):
            self._steps.setEnabled(False)

    def _fail(self, error: Exception) -> None:
        """Say what stands in the way; a file that cannot be read does not hold up the next."""
        self._place.failed(error)
        if self._waiting and self._steps.currentWidget() is self.choose:
            self._next()

    def _list_imports(self) -> None:
        desk = self._desk
        if desk is not None:
            listed = self.choose.show_imports
            tasks.run(lambda _: desk.importing.imports(), listed, self._place.failed, owner=self)

    def _show_step(self, step: QWidget) -> None:
        self._steps.setCurrentWidget(step)
        at, say = self._steps.indexOf(step), self._place.screen.say
        names = [say(name) for name in _STEPS]
        self._trail.setText(" → ".join(names[: at + 1]))
        self._trail.setAccessibleName(names[at])
        self.commands_changed.emit()

    def _connect(self) -> None:
        self.choose.zone.button.clicked.connect(self.ask_file)
        self.choose.zone.dropped.connect(self.take_files)
        self.choose.undo_asked.connect(self._undo_row)
        self.choose.report_asked.connect(lambda row: self._save_report(row.id))
        self.mapping.remapped.connect(self._remap)
        self.mapping.accepted.connect(self._make_plan)
        self.dry_run.accepted.connect(self._commit)
        self.dry_run.report_asked.connect(lambda: self._save_report(self._plan))
        self.dry_run.back_asked.connect(lambda: self._show_step(self.mapping))
        self.result.undo_asked.connect(self._undo_last)
        self.result.next_asked.connect(self._next)
        self.result.report_asked.connect(
            lambda: self._save_report(self._imported.import_id if self._imported else None)
        )
        self.result.shown.connect(self._show_patents)
        self.job.ended.connect(lambda: self._steps.setEnabled(True))

    def _show_patents(self) -> None:
        from olapp.services.portfolio import HoldingQuery  # noqa: PLC0415 - rarely needed

        if self._imported is not None:
            self.asked.emit("portfolio", HoldingQuery(import_id=self._imported.import_id))

    def _lay_out(self) -> None:
        screen = self._place.screen
        title = QLabel(screen.say("Import patents"))
        title.setFont(screen.font(1.5, bold=True))
        self._trail.setObjectName("muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addWidget(title)
        box.addWidget(self._trail)
        for step in (self.choose, self.mapping, self.dry_run, self.result):
            self._steps.addWidget(step)
        box.addWidget(self._steps, 1)
        box.addWidget(self.job)
