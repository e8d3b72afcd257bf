"""Deadlines and fees: the list, the calendar, the payments, the charts."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from olapp.services.changes import Changes
from olapp.services.due_rows import DueQuery, DueRow
from olapp.ui import tasks
from olapp.ui.job_panel import JobPanel
from olapp.ui.latest import Latest
from olapp.ui.pages.charts import ChartsView
from olapp.ui.pages.deadlines_list import DeadlinesList, Found
from olapp.ui.pages.page import Commands, Page
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.i18n import Language
    from olapp.services.desk import Desk
    from olapp.services.due_out import PaymentList

_AT_ONCE = 2000
"""Rows listed; more are counted, and go into files."""


class DeadlinesPage(Page):
    """Deadlines nearest first; charts of what they cost. Its subject is a ``DueQuery``."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._desk: Desk | None = None
        screen = place.screen
        self.list = DeadlinesList(screen)
        self.charts = ChartsView(screen)
        self.job = JobPanel(screen)
        self.tabs = QTabWidget()
        self._latest: Latest[Found] = Latest(self._show, place.failed, self)
        self._lay_out()
        self.list.changed.connect(self._load)
        self.list.opened.connect(self._open)
        self.charts.asked.connect(self.count_fees)
        self.tabs.currentChanged.connect(self._turned)

    def open_desk(self, desk: "Desk") -> None:
        """Take the desk and list what is due."""
        self._desk = desk
        self.list.show_today(desk.today())
        self._load()
        self._turned(self.tabs.currentIndex())

    def look_again(self, changes: Changes) -> None:
        """List again what may have moved."""
        if changes.holdings or changes.deadlines:
            self._load()

    def show_subject(self, subject: object) -> None:
        """Show the deadlines another page asks for."""
        if isinstance(subject, DueQuery):
            self.tabs.setCurrentIndex(0)
            self.list.show_query(subject)

    def subject(self) -> object:
        """Give the query of now."""
        return self.list.query()

    def first_focus(self) -> QWidget:
        """Start in the list."""
        return self.list.table

    def commands(self) -> Commands:
        """The search line of departments, and checks."""
        return {"check": self._refresh}

    def count_fees(self) -> None:
        """Count the fees of twenty years and the ages, off the screen's thread."""
        desk = self._desk
        if desk is None:
            return

        def work(on: tasks.Progress) -> Any:
            table = desk.due.forecast(step=on.step, cancelled=on.is_cancelled)
            return None if table is None else (table, desk.due.ages())

        def show(figures: Any) -> None:
            if figures is not None:
                self.charts.show_figures(*figures)

        self.job.run(self._place.screen.say("Counting fees"), work, show, self._place.failed)

    def save_calendar(self) -> None:
        """Write the deadlines listed into a calendar file."""
        say = self._place.screen.say

        def told(count: int) -> str:
            return say("Written to the calendar: {count} deadlines", count=count)

        def work(desk: "Desk", path: Path, query: DueQuery, language: "Language") -> int:
            return desk.due.calendar(path, language, query)

        self._write(say("Calendar"), "ics", work, told)

    def save_payments(self) -> None:
        """Write the fees among the deadlines listed into a sheet for the office."""
        say = self._place.screen.say

        def told(paid: "PaymentList") -> str:
            return say(
                "Payment list: {count} fees, {amount} yuan", count=paid.count, amount=paid.amount
            )

        def work(desk: "Desk", path: Path, query: DueQuery, language: "Language") -> "PaymentList":
            return desk.due.payments(path, language, query)

        self._write(say("Payment list"), "xlsx", work, told)

    def _write(
        self, title: str, suffix: str, work: Callable[..., Any], told: Callable[[Any], str]
    ) -> None:
        say, desk = self._place.screen.say, self._desk
        kinds = f"{title} (*.{suffix})" if suffix != "xlsx" else f"{title} (*.xlsx *.csv)"
        path = self._place.dialogs.save_file(self, title, f"{title}.{suffix}", kinds)
        if desk is None or path is None:
            return
        query = self.list.query()

        def show(answer: Any) -> None:
            folder = partial(self._place.dialogs.open_folder, path.parent)
            self._place.notices.tell(told(answer), say("Open the folder"), folder)

        self.job.run(
            say("Writing {name}", name=path.name),
            lambda _: work(desk, path, query, say),
            show,
            self._place.failed,
        )

    def _refresh(self) -> None:
        desk = self._desk
        if desk is None:
            return

        def done(_count: int) -> None:
            self.changed.emit(Changes(deadlines=True))
            self._load()

        self.job.run(
            self._place.screen.say("Counting the deadlines again"),
            lambda on: desk.due.refresh(is_whole=True, step=on.step, cancelled=on.is_cancelled),
            done,
            self._place.failed,
        )

    def _load(self) -> None:
        desk = self._desk
        if desk is not None:
            query = self.list.query()
            self._latest.ask(lambda: _found(desk, query))

    def _show(self, found: Found) -> None:
        self.list.show_found(found)
        self.filled.emit()

    def _open(self, row: DueRow) -> None:
        self.asked.emit("holding", row.holding_id)

    def _turned(self, at: int) -> None:
        if at == 1 and self.charts.is_empty:
            self.count_fees()

    def _lay_out(self) -> None:
        screen = self._place.screen
        say = screen.say
        self.tabs.addTab(self.list, say("List"))
        self.tabs.addTab(self.charts, say("Charts"))
        title = QLabel(say("Deadlines and fees"))
        title.setFont(screen.font(1.5, bold=True))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title, 1)
        for icon, words, act in (
            ("calendar", say("Calendar file..."), self.save_calendar),
            ("export", say("Payment list..."), self.save_payments),
        ):
            button = QPushButton(screen.theme.icon(icon), words)
            button.clicked.connect(act)
            head.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(self.tabs, 1)
        box.addWidget(self.job)


def _found(desk: "Desk", query: DueQuery) -> Found:
    rows = desk.due.rows(query, limit=_AT_ONCE)
    count = len(rows) if len(rows) < _AT_ONCE else desk.due.count(query)
    return Found(rows, count, desk.portfolio.departments())
