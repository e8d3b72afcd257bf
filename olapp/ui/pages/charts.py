"""Charts of fees and ages, each with a table of the same figures beside it."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from olapp.domain.money import Yuan
from olapp.domain.sentence import N_
from olapp.services.forecasts import AgeRow, ForecastRow, ForecastTable
from olapp.ui import tasks
from olapp.ui.labels import visible, words
from olapp.ui.rows_table import RowsTable, Shown
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.ui.charts import BarChart

_VIEWS = (N_("Annual fees by year"), N_("Annual fees by department"), N_("Age of the portfolio"))
_MOST_PLACES = 21
"""More departments than this stand in the table alone."""


class ChartsView(QWidget):
    """One of three charts at a time; they are counted when the person asks."""

    asked = Signal()
    """The figures are wanted."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._forecast: ForecastTable | None = None
        self._ages: tuple[AgeRow, ...] = ()
        self._chart: BarChart | None = None
        say = screen.say
        self.views = QComboBox()
        self.views.addItems([say(view) for view in _VIEWS])
        self.views.setAccessibleName(say("Chart"))
        self.views.setMinimumWidth(screen.em(16))
        self.views.activated.connect(lambda _at: self._draw())
        self.count = QPushButton(screen.theme.icon("redo"), say("Count again"))
        self.count.clicked.connect(self.asked)
        self._note = words("", "help")
        self.years: RowsTable[ForecastRow] = _fees(screen, say("Year"))
        self.departments: RowsTable[ForecastRow] = _fees(screen, say("Department"))
        self.ages: RowsTable[AgeRow] = RowsTable(screen, say("Figures"), _ages(screen))
        self._tables = QStackedWidget()
        self._place = QVBoxLayout()
        self._lay_out()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted yet."""
        return self._forecast is None

    def show_figures(self, forecast: ForecastTable, ages: Sequence[AgeRow]) -> None:
        """Show what was counted; the first time, the charts are loaded off the screen's thread."""
        self._forecast, self._ages = forecast, tuple(ages)
        if self._chart is None:
            tasks.run(
                lambda _: import_module("olapp.ui.charts"), lambda _: self._make(), owner=self
            )
        else:
            self._draw()

    def _make(self) -> None:
        from olapp.ui.charts import BarChart  # noqa: PLC0415 - half a second, loaded by now

        if self._chart is None:
            self._chart = BarChart(self._screen, self._screen.say("Chart"))
            self._place.addWidget(self._chart, 1)
        self._draw()

    def _draw(self) -> None:
        draw: tuple[Callable[[], None], ...] = (self._years, self._departments, self._old)
        if self._forecast is not None and self._chart is not None:
            draw[self.views.currentIndex()]()

    def _years(self) -> None:
        if self._forecast is not None:
            self._show_fees(self.years, self._forecast.by_year)
            self._note.setText(
                self._screen.say(
                    "All {count} patents over twenty years, late fees apart. With an open "
                    "licence: if one were recorded on each of them today.",
                    count=f"{self._forecast.holdings:,}",
                )
            )

    def _departments(self) -> None:
        if self._forecast is not None:
            self._show_fees(self.departments, self._forecast.by_department)
            self._note.setText(self._screen.say("Sums of twenty years, late fees apart."))

    def _show_fees(self, table: RowsTable[ForecastRow], rows: Sequence[ForecastRow]) -> None:
        from olapp.ui.charts import Series  # noqa: PLC0415 - as above

        say, shown = self._screen.say, rows[:_MOST_PLACES]
        self._tables.setCurrentWidget(table)
        table.show_rows(rows)
        series = (
            Series(say("As things stand"), [_length(row.without) for row in shown]),
            Series(say("With open licences"), [_length(row.with_offer) for row in shown]),
        )
        if self._chart is not None:
            names = [_name(row, self._screen) for row in shown]
            self._chart.show_series(names, series, say("ten thousand yuan"))

    def _old(self) -> None:
        from olapp.ui.charts import Series  # noqa: PLC0415 - as above

        say = self._screen.say
        self._tables.setCurrentWidget(self.ages)
        self.ages.show_rows(self._ages)
        self._note.setText(say("Live patents by full years since filing."))
        series = (Series(say("Patents"), [float(row.count) for row in self._ages]),)
        if self._chart is not None:
            self._chart.show_series([str(row.years) for row in self._ages], series, say("patents"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.views)
        head.addStretch(1)
        head.addWidget(self.count)
        for table in (self.years, self.departments, self.ages):
            self._tables.addWidget(table)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addLayout(self._place, 4)
        body.addWidget(self._tables, 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 10, 0, 0)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(self._note)
        box.addLayout(body, 1)


def _fees(screen: Screen, name: str) -> RowsTable[ForecastRow]:
    say = screen.say
    columns: tuple[Shown[ForecastRow], ...] = (
        Shown(name, lambda row: _name(row, screen)),
        Shown(say("As things stand"), lambda row: str(row.without), 8.5, is_number=True),
        Shown(say("With open licences"), lambda row: str(row.with_offer), 9.5, is_number=True),
        Shown(say("Saving"), lambda row: str(row.without - row.with_offer), 7.5, is_number=True),
    )
    return RowsTable(screen, say("Figures"), columns)


def _ages(screen: Screen) -> tuple[Shown[AgeRow], ...]:
    say = screen.say
    return (
        Shown(say("Full years"), lambda row: str(row.years), 8, is_number=True),
        Shown(say("Patents"), lambda row: f"{row.count:,}", is_number=True),
    )


def _name(row: ForecastRow, screen: Screen) -> str:
    return visible(row.name) or screen.say("(no department)")


def _length(amount: Yuan) -> float:
    """Give the length of a bar, in ten thousand yuan: for the eye, not for counting."""
    return float(amount.value) / 10_000
