"""The pre-check of the portfolio."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from olapp.services.changes import Changes
from olapp.ui import tasks
from olapp.ui.job_panel import JobPanel
from olapp.ui.labels import words
from olapp.ui.latest import Latest
from olapp.ui.pages.page import Commands, Page
from olapp.ui.pages.screening_groups import GroupsView
from olapp.ui.pages.screening_tiles import VerdictTiles
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.desk import Desk
    from olapp.services.portfolio import HoldingQuery
    from olapp.services.screening import Group, Screened


class ScreeningPage(Page):
    """Verdicts counted, grouped by what stands in the way."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._desk: Desk | None = None
        self._screened: Screened | None = None
        screen = place.screen
        self.tiles = VerdictTiles(screen)
        self.groups = GroupsView(screen)
        self.job = JobPanel(screen)
        self.run_button = QPushButton(
            screen.theme.tinted("checklist", "on_accent"), screen.say("Judge all patents")
        )
        self.run_button.setProperty("primary", True)
        self.standing = words("", "help")
        self._latest: Latest[Screened] = Latest(self._show, place.failed, self)
        self._lay_out()
        self._connect()

    def open_desk(self, desk: "Desk") -> None:
        """Take the desk and show the verdicts as they stand."""
        self._desk = desk
        self._load()

    def look_again(self, changes: Changes) -> None:
        """Count again when patents or verdicts changed."""
        if changes.holdings or changes.verdicts:
            self._load()

    def first_focus(self) -> QWidget:
        """Start at the run."""
        return self.run_button

    def commands(self) -> Commands:
        """The run has the key of checks."""
        return {"check": self.run}

    def run(self) -> None:
        """Judge all patents as of today."""
        desk = self._desk
        if desk is None:
            return

        def show(screened: "Screened") -> None:
            self._show(screened)
            self.changed.emit(Changes(verdicts=True))

        self.job.run(
            self._place.screen.say("Judging"),
            lambda on: desk.screening.run(step=on.step, cancelled=on.is_cancelled),
            show,
            self._place.failed,
        )

    def save(self) -> None:
        """Write patents, verdicts and reasons into a sheet."""
        say, desk = self._place.screen.say, self._desk
        name, kinds = say("Pre-check") + ".xlsx", say("Sheets") + " (*.xlsx *.csv)"
        path = self._place.dialogs.save_file(self, say("Save the pre-check"), name, kinds)
        if desk is None or path is None:
            return

        def work(on: tasks.Progress) -> int:
            return desk.screening.export(path, say, step=on.step, cancelled=on.is_cancelled)

        self.job.run(
            say("Writing {name}", name=path.name),
            work,
            partial(self._tell, path),
            self._place.failed,
        )

    def _tell(self, path: Path, count: int) -> None:
        say = self._place.screen.say
        if count:
            told = say("Written: {count} patents", count=f"{count:,}")
            folder = partial(self._place.dialogs.open_folder, path.parent)
            self._place.notices.tell(told, say("Open the folder"), folder)

    def _load(self) -> None:
        desk = self._desk
        if desk is not None:
            self._latest.ask(desk.screening.standing)

    def _show(self, screened: "Screened") -> None:
        self._screened = screened
        self.tiles.show_counts(screened)
        self.groups.show_groups(screened)
        self.standing.setText(self._said(screened))
        self.filled.emit()

    def _said(self, screened: "Screened") -> str:
        say = self._place.screen.say
        if screened.judged_on is None:
            return say("Nothing was judged yet.")
        told = say("Judged on {day}.", day=screened.judged_on)
        if screened.not_judged:
            left = say("Not judged, or changed since: {count}.", count=f"{screened.not_judged:,}")
            told = f"{told} {left}"
        return told

    def _show_verdict(self, verdict: str) -> None:
        from olapp.services.portfolio import HoldingQuery  # noqa: PLC0415 - rarely needed

        self._ask("portfolio", lambda: HoldingQuery(verdict=verdict))

    def _show_group(self, group: "Group") -> None:
        from olapp.services.portfolio import HoldingQuery  # noqa: PLC0415 - rarely needed

        self._ask("portfolio", lambda: HoldingQuery(ids=group.ids))

    def _ask(self, page: str, query: "Callable[[], HoldingQuery]") -> None:
        self.asked.emit(page, query())

    def _draft(self) -> None:
        """Make declarations of all that can be opened."""
        desk = self._desk
        if desk is None:
            return
        from olapp.services.portfolio import HoldingQuery  # noqa: PLC0415 - rarely needed

        query = HoldingQuery(verdict="eligible")
        tasks.run(
            lambda _: tuple(desk.portfolio.ids(query)),
            self._draft_of,
            self._place.failed,
            owner=self,
        )

    def _draft_of(self, ids: tuple[int, ...]) -> None:
        if ids:
            self.asked.emit("batch", ids)
        else:
            say = self._place.screen.say
            self._place.notices.tell(say("No patent can be opened as things stand."))

    def _connect(self) -> None:
        self.run_button.clicked.connect(self.run)
        self.tiles.chosen.connect(self._show_verdict)
        self.groups.chosen.connect(self._show_group)
        self.groups.drafted.connect(lambda group: self.asked.emit("batch", group.ids))

    def _lay_out(self) -> None:
        screen = self._place.screen
        title = QLabel(screen.say("Pre-check"))
        title.setFont(screen.font(1.5, bold=True))
        save = QPushButton(screen.theme.icon("export"), screen.say("Save as a sheet..."))
        save.clicked.connect(self.save)
        draft = QPushButton(
            screen.theme.icon("paper"), screen.say("Declarations for all that can be opened...")
        )
        draft.clicked.connect(self._draft)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title, 1)
        for button in (draft, save, self.run_button):
            head.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(self.standing)
        box.addWidget(self.tiles)
        box.addWidget(self.groups, 1)
        box.addWidget(self.job)
