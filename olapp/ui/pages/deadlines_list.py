"""The list of deadlines with its filters."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from olapp.domain.deadline import DeadlineKind
from olapp.services.due_rows import Band, DueQuery, DueRow
from olapp.services.portfolio import HoldingQuery
from olapp.ui.labels import visible, words
from olapp.ui.pages.deadlines_bands import band_icon, band_words
from olapp.ui.pages.deadlines_columns import days, due_columns, ground, what
from olapp.ui.pages.drafts_model import number_shown
from olapp.ui.rows_table import RowsTable
from olapp.ui.screen import Screen


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found: the first rows, how many there are, the departments to choose from."""

    rows: tuple[DueRow, ...]
    count: int
    departments: tuple[str, ...]


class DeadlinesList(QWidget):
    """Filters above, rows below."""

    changed = Signal()
    """Other deadlines are asked for."""
    opened = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._today = date.min
        self._ids: tuple[int, ...] | None = None
        say = screen.say
        self.bands = self._box(say("When"))
        self.bands.addItem(say("All days"), None)
        for band in Band:
            self.bands.addItem(band_icon(band, screen), band_words(band, screen), band)
        self.kinds = self._box(say("What"))
        self.kinds.addItem(say("Everything"), None)
        for kind in DeadlineKind:
            self.kinds.addItem(screen.choice(kind), kind)
        self.departments = self._box(say("Department"))
        self.departments.addItem(say("All departments"), None)
        self._count = QLabel()
        self._count.setObjectName("muted")
        self.table: RowsTable[DueRow] = RowsTable(
            screen, say("Deadlines"), due_columns(screen, lambda: self._today)
        )
        self.table.sort_by_heads()
        self.table.opened.connect(self.opened)
        self.details = words("")
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table.picked.connect(self._explain)
        self._lay_out()

    def query(self) -> DueQuery:
        """Give what is asked for."""
        kind: DeadlineKind | None = self.kinds.currentData()
        department: str | None = self.departments.currentData()
        return DueQuery(
            band=self.bands.currentData(),
            kinds=frozenset({kind}) if kind else frozenset(),
            holdings=HoldingQuery(department=department, ids=self._ids),
        )

    def show_query(self, query: DueQuery) -> None:
        """Ask for what another page wants to see."""
        self._ids = query.holdings.ids
        self._choose(self.bands, query.band)
        self._choose(self.kinds, next(iter(query.kinds), None))
        self._choose(self.departments, query.holdings.department)
        self.changed.emit()

    def show_today(self, today: date) -> None:
        """Count days from this one."""
        self._today = today

    def show_found(self, found: Found) -> None:
        """Show rows, and how many more there are."""
        say = self._screen.say
        self._offer(found.departments)
        self.table.show_rows(found.rows)
        if found.rows:
            self.table.selectRow(0)
        count, shown = f"{found.count:,}", f"{len(found.rows):,}"
        self._count.setText(
            say("Deadlines: {count}", count=count)
            if found.count == len(found.rows)
            else say("Deadlines: {count}; the first {shown} are shown", count=count, shown=shown)
        )

    def _explain(self) -> None:
        """Say of the deadline chosen what it is of, how it was counted and on what ground."""
        row, screen = next(iter(self.table.chosen()), None), self._screen
        if row is None:
            self.details.clear()
            return
        first = "　".join((number_shown(row.number), visible(row.title), what(row, screen)))
        self.details.setText(f"{first}\n{days(row, screen)}　{ground(row, screen)}")

    def _offer(self, departments: tuple[str, ...]) -> None:
        chosen = self.departments.currentData()
        while self.departments.count() > 1:
            self.departments.removeItem(1)
        for department in departments:
            self.departments.addItem(department, department)
        self._choose(self.departments, chosen)

    def _choose(self, box: QComboBox, value: Any) -> None:
        box.setCurrentIndex(max(0, box.findData(value)) if value is not None else 0)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setMinimumWidth(self._screen.em(11))
        box.activated.connect(lambda _at: self.changed.emit())
        return box

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for box in (self.bands, self.kinds, self.departments):
            row.addWidget(box)
        row.addStretch(1)
        row.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.details)
