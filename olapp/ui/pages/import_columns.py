"""What the columns of a table are read as: a proposal, and a box per column to change it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QScrollArea, QWidget

from olapp.services.column_choices import ATTRIBUTE, choices, heads, samples
from olapp.ui.binding.slices import Slices
from olapp.ui.elided import Elided
from olapp.ui.labels import visible
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.importing import Looked

_PATH = Qt.ItemDataRole.UserRole
_LONGEST = 60
_MOST = 300
"""Characters; no screen is wider."""
_NOT_READ = ""


class ColumnsView(QScrollArea):
    """One line per column: its head, its first values, and what it is read as."""

    changed = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._boxes: dict[int, QComboBox] = {}
        self._known = _model(screen, self)
        self._slices = Slices(self)
        self.setWidgetResizable(True)
        self.setObjectName("panel")

    def show_looked(self, looked: "Looked") -> None:
        """Show the columns of a file with what is proposed for them."""
        self._boxes = {}
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        told = dict(looked.match.mapping.columns)
        say = self._screen.say
        for at, head in enumerate((say("Column"), say("First values"), say("Read as"))):
            grid.addWidget(_muted(head), 0, at)
        grid.setColumnStretch(1, 1)
        self.setWidget(body)
        for column, name in enumerate(heads(looked.book, looked.match)):
            values = samples(looked.book, looked.match, column)
            path = told.get(column, _NOT_READ)
            if name or values:
                line = partial(self._add, grid, column, name, " | ".join(values), path)
                self._slices.add(line, body)  # a vendor's table may have 132 columns
        self._slices.add(lambda: grid.setRowStretch(grid.rowCount(), 1), body)

    def columns(self) -> dict[int, str]:
        """Give the path each column is read as; those not read are left out."""
        self._slices.finish()
        chosen = {at: str(box.currentData(_PATH) or "") for at, box in self._boxes.items()}
        return {at: path for at, path in chosen.items() if path}

    def box(self, column: int) -> QComboBox:
        """Give the box of a column."""
        self._slices.finish()
        return self._boxes[column]

    def _add(self, grid: QGridLayout, column: int, name: str, values: str, path: str) -> None:
        row = grid.rowCount()
        title = name or self._screen.say("Column {number}", number=column + 1)
        shown = _label(title)
        shown.setFont(self._screen.font(bold=True))
        grid.addWidget(shown, row, 0)
        grid.addWidget(_muted(values), row, 1)
        box = QComboBox()
        box.setModel(self._known)
        box.setAccessibleName(self._screen.say("Column {name} is read as", name=title))
        box.setFixedWidth(self._screen.em(16))
        box.setMaxVisibleItems(16)
        self._choose(box, path, title)
        box.activated.connect(lambda _at: self.changed.emit())
        self._boxes[column] = box
        grid.addWidget(box, row, 2)

    def _choose(self, box: QComboBox, path: str, title: str) -> None:
        """Choose a path; one the list does not have, as a fact of the office's own, is added."""
        at = box.findData(path, _PATH)
        if at < 0:
            name = path.removeprefix(ATTRIBUTE) or title
            self._known.appendRow(_item(self._screen.say("Own fact: {name}", name=name), path))
            at = self._known.rowCount() - 1
        box.setCurrentIndex(at)


def _model(screen: Screen, parent: QWidget) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    model.appendRow(_item(screen.say("Not read"), _NOT_READ))
    for path, label in choices(screen.say):
        model.appendRow(_item(label, path))
    return model


def _item(words: str, path: str) -> QStandardItem:
    item = QStandardItem(visible(words))
    item.setData(path, _PATH)
    return item


def _label(text: str) -> QLabel:
    label = QLabel(visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"))
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _muted(text: str) -> QLabel:
    label = Elided()
    label.setText(visible(text[:_MOST]).replace("\n", " "))
    label.setObjectName("muted")
    return label
