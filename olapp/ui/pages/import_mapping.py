"""The second step of an import: the source recognised, what is read of it, and of which day."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from olapp.domain.record import Record
from olapp.domain.sentence import N_
from olapp.services.column_choices import remapped
from olapp.ui.editors.day import DateEdit
from olapp.ui.editors.entry import Entry
from olapp.ui.labels import visible, words
from olapp.ui.pages.import_columns import ColumnsView
from olapp.ui.rows_table import RowsTable, Shown
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.importing import Looked

_ORDERS = (
    (N_("03/04/2012: leave out, nobody can say"), None),
    (N_("03/04/2012: the day first"), "dmy"),
    (N_("03/04/2012: the month first"), "mdy"),
)
"""How dates with the year last are read."""
_COLUMNS_EMS = 17
"""Height of the columns at least: they are filled in slices, so their own size comes late."""


class MappingStep(QWidget):
    """The columns above, the first rows as they are read below."""

    remapped = Signal(object)
    """The match a person made of it."""
    accepted = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._looked: Looked | None = None
        self.source = words("")
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        self.as_of = DateEdit(screen)
        self.as_of.setAccessibleName(screen.say("Facts as of"))
        self.as_of.line.setAccessibleName(screen.say("Facts as of"))
        self.as_of.setFixedWidth(screen.em(11))
        self.columns = ColumnsView(screen)
        self.columns.setMinimumHeight(screen.em(_COLUMNS_EMS))
        self.columns.changed.connect(self._remap)
        self.order = QComboBox()
        self.order.setAccessibleName(screen.say("Dates such as 03/04/2012"))
        for words_, order in _ORDERS:
            self.order.addItem(screen.say(words_), order)
        self.order.activated.connect(lambda _at: self._remap())
        self.preview: RowsTable[Record] = RowsTable(
            screen, screen.say("First rows as they are read"), _columns(screen)
        )
        self.go_on = QPushButton(screen.say("Show what would change"))
        self.go_on.setProperty("primary", True)
        self.go_on.clicked.connect(self.accepted)
        self._preview_title = QLabel(screen.say("First rows as they are read"))
        self._preview_title.setFont(screen.font(bold=True))
        self._lay_out()

    def show_looked(self, looked: "Looked", *, is_new: bool) -> None:
        """Show a file just looked at, or (not new) the same one read otherwise."""
        self._looked = looked
        self.source.setText(self._told(looked))
        self.preview.show_rows(looked.preview)
        if is_new:
            self.columns.show_looked(looked)
            self.columns.setVisible(bool(looked.book.sheets))
            self.as_of.show_entry(Entry(looked.as_of))
            order = looked.match.mapping.day_order
            self.order.setVisible(bool(looked.book.sheets) and order != "ymd")
            self.order.setCurrentIndex(max(0, self.order.findData(order)) if order else 0)

    def day(self) -> date | None:
        """Give the day of which the facts are; None when it cannot be read."""
        value = self.as_of.entry().value
        return value if isinstance(value, date) else None

    def show_day(self, day: date | None) -> None:
        """Take a day a person wrote before."""
        self.as_of.show_entry(Entry(day))

    def _remap(self) -> None:
        if self._looked is not None:
            match, order = self._looked.match, self.order.currentData()
            if self.order.isHidden():
                order = match.mapping.day_order
            self.remapped.emit(remapped(match, self.columns.columns(), order))

    def _told(self, looked: "Looked") -> str:
        say, match = self._screen.say, looked.match
        parts = [
            visible(looked.path.name),
            say("Source: {name}", name=self._screen.label(match.name)),
        ]
        if looked.is_remembered:
            parts.append(say("Columns as you read this table before."))
        elif match.certainty.value != "sure":
            parts.append(say("The source is not known: please look at every column."))
        if looked.book.is_encoding_doubtful:
            parts.append(say("The characters may be misread: please look at names and titles."))
        return "　".join(parts)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.source, 1)
        head.addWidget(self.order)
        head.addWidget(QLabel(self._screen.say("Facts as of")))
        head.addWidget(self.as_of)
        head.addWidget(self.go_on)
        below = QWidget()
        under = QVBoxLayout(below)
        under.setContentsMargins(0, 6, 0, 0)
        under.addWidget(self._preview_title)
        under.addWidget(self.preview, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.columns)
        split.addWidget(below)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(split, 1)


def _columns(screen: Screen) -> tuple[Shown[Record], ...]:
    say = screen.say
    return (
        Shown(say("Row"), lambda row: str(row.place.row), 4, is_number=True),
        Shown(say("Patent number"), _number, 11),
        Shown(say("Title"), lambda row: row.holding.patent.title or ""),
        Shown(say("Patentees"), lambda row: say.value(_owners(row))),
        Shown(say("Filed on"), lambda row: _day(row.holding.patent.filed_on), 7),
        Shown(say("Granted on"), lambda row: _day(row.holding.patent.granted_on), 7),
        Shown(say("State"), lambda row: _state(row, screen), 7),
        Shown(say("Doubts"), lambda row: _doubts(row, screen)),
    )


def _number(row: Record) -> str:
    return row.holding.patent.number or row.holding.published_as or ""


def _owners(row: Record) -> Sequence[str]:
    owners = tuple(owner.name for owner in row.holding.owners)
    return owners or row.holding.applicants


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _state(row: Record, screen: Screen) -> str:
    return screen.choice(row.holding.state) if row.holding.state else ""


def _doubts(row: Record, screen: Screen) -> str:
    if row.refusal is not None:
        return screen.say.sentence(row.refusal)
    return " ".join(screen.say.sentence(doubt.sentence) for doubt in row.doubts)
