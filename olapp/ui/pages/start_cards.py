"""The cards of the start page: what is due next, the newest imports, the state of the pre-check."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from olapp.services.due_rows import DueRow, Overview
from olapp.ui.elided import Elided
from olapp.ui.labels import plain_tip, visible, words
from olapp.ui.pages.deadlines_columns import due_columns
from olapp.ui.rows_table import RowsTable
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from olapp.services.importing import ImportRow

_ICON = 16
_MOST_IMPORTS = 4


class Card(QFrame):
    """A titled card; what stands in it is its own business."""

    def __init__(self, screen: Screen, title: str) -> None:
        super().__init__()
        self.setObjectName("card")
        head = QLabel(title)
        head.setFont(screen.font(1.1, bold=True))
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(16, 12, 16, 14)
        self.box.setSpacing(8)
        self.box.addWidget(head)


class DueCard(Card):
    """The nearest deadlines; one opens its patent."""

    opened = Signal(int)

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, screen.say("Due next"))
        self._screen = screen
        self._today = date.min
        self.table: RowsTable[DueRow] = RowsTable(
            screen,
            screen.say("Due next"),
            due_columns(screen, lambda: self._today, is_short=True),
        )
        self.table.opened.connect(lambda row: self.opened.emit(row.holding_id))
        self._nothing = words(screen.say("Nothing is due within 90 days."), "help")
        self._without = words("")
        self.box.addWidget(self._nothing)
        self.box.addWidget(self.table, 1)
        self.box.addWidget(self._without)
        self._rest = QWidget()
        self.box.addWidget(self._rest, 1)

    def show_overview(self, overview: Overview) -> None:
        """Show the first deadlines of all bands."""
        self._today = overview.today
        rows = [row for band in overview.bands for row in band.rows]
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._rest.setVisible(not rows)
        count = overview.without_any
        self._without.setText(
            self._screen.say(
                "Live patents without any deadline: {count}. Facts are missing, so nobody is "
                "reminded of their fees.",
                count=f"{count:,}",
            )
        )
        self._without.setVisible(count > 0)


class ImportsCard(Card):
    """The newest imports."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, screen.say("Newest imports"))
        self._screen = screen
        self._nothing = words(screen.say("Nothing was imported yet."), "help")
        self._lines = tuple(self._line() for _ in range(_MOST_IMPORTS))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for at, (name, day, state) in enumerate(self._lines):
            grid.addWidget(name, 2 * at, 0, 1, 2)
            grid.addWidget(day, 2 * at + 1, 0)
            grid.addWidget(state, 2 * at + 1, 1)
        self.box.addWidget(self._nothing)
        self.box.addLayout(grid)
        self.box.addStretch(1)

    @property
    def names(self) -> tuple[str, ...]:
        """The files named."""
        return tuple(name.text() for name, *_ in self._lines if name.text())

    def show_imports(self, imports: "Sequence[ImportRow]") -> None:
        """Show the latest ones: the file, and under it when and how many rows."""
        self._nothing.setVisible(not imports)
        for at, labels in enumerate(self._lines):
            texts = self._words(imports[at]) if at < len(imports) else ("", "", "")
            for label, text in zip(labels, texts, strict=True):
                label.setText(text)
                label.setVisible(bool(text))
            labels[0].setToolTip(plain_tip(texts[0]))

    def _words(self, row: "ImportRow") -> tuple[str, str, str]:
        at = row.at.astimezone().strftime("%m-%d %H:%M")
        state = self._screen.say("Undone") if row.undone_at else f"{sum(row.counts.values()):,}"
        return visible(row.name).replace("\n", " "), at, state

    def _line(self) -> tuple[QLabel, QLabel, QLabel]:
        name, day, state = Elided(Qt.TextElideMode.ElideMiddle), QLabel(), QLabel()
        day.setObjectName("muted")
        state.setObjectName("muted")
        state.setAlignment(Qt.AlignmentFlag.AlignRight)
        return name, day, state


class CheckCard(Card):
    """How many patents can be opened, as far as it was judged."""

    asked = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, screen.say("Pre-check"))
        self._screen = screen
        self._counts: dict[str, QLabel] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._text = words("", "help")
        self.button = QPushButton(screen.say("Open the pre-check"))
        self.button.clicked.connect(self.asked)
        self.box.addLayout(self._grid)
        self.box.addWidget(self._text)
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addStretch(1)
        self.box.addLayout(foot)
        self.box.addStretch(1)

    def show_verdicts(self, by_verdict: "Mapping[str, int]") -> None:
        """Show how many there are of each, and how many nobody judged."""
        if not self._counts:
            self._fill()
        for verdict, label in self._counts.items():
            label.setText(f"{by_verdict.get(verdict, 0):,}")
        known = sum(by_verdict.get(verdict, 0) for verdict in self._counts)
        left = sum(by_verdict.values()) - known
        say = self._screen.say
        self._text.setText(
            say("Not judged, or changed since: {count}", count=f"{left:,}")
            if left
            else say("All patents are judged.")
        )

    def _fill(self) -> None:
        """Make a line for each verdict; the rules behind them are too heavy for the start."""
        from olapp.law.portfolio import Verdict  # noqa: PLC0415 - as said
        from olapp.ui.pages.screening_verdicts import verdict_icon  # noqa: PLC0415 - as said

        for row, verdict in enumerate(Verdict):
            icon, count = QLabel(), QLabel()
            icon.setPixmap(verdict_icon(verdict, self._screen).pixmap(_ICON))
            count.setAlignment(Qt.AlignmentFlag.AlignRight)
            for column, label in enumerate((icon, QLabel(self._screen.choice(verdict)), count)):
                self._grid.addWidget(label, row, column)
            self._counts[verdict.value] = count
