"""A table of rows that are all at hand: what a dry run, a list of deadlines or of backups shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from olapp.ui.labels import plain_tip, visible
from olapp.ui.screen import Screen

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole
_ROW_EMS = 2.5
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOST_SORTED = 20_000
"""More rows stay in the order they came in: sorting them would hold up the screen."""


@dataclass(frozen=True, slots=True)
class Shown(Generic[R]):
    """One column: its heading, translated already, and what it shows of a row."""

    label: str
    text: Callable[[R], str]
    ems: float = 0
    """Width; 0 shares what is left."""
    is_number: bool = False
    icon: Callable[[R], QIcon] | None = None
    key: Callable[[R], Any] | None = None
    """What it is sorted by; the words themselves when None."""


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows as they are given; nothing is copied."""

    def __init__(self, columns: Sequence[Shown[R]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: Sequence[R] = ()

    def show(self, rows: Sequence[R]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def text(self, row: int, column: int) -> str:
        """Give the words of a cell."""
        return visible(self.columns[column].text(self.rows[row]))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """Count the rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Give words, the whole of them as a tip, and the picture of a cell."""
        column = self.columns[index.column()]
        if role == _ROLE.DisplayRole:
            return self.text(index.row(), index.column())
        if role == _ROLE.ToolTipRole:
            return plain_tip(self.text(index.row(), index.column()))
        if role == _ROLE.DecorationRole and column.icon is not None:
            return column.icon(self.rows[index.row()])
        if role == _ROLE.TextAlignmentRole:
            return _alignment(column)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.DisplayRole:
            return self.columns[section].label
        return _alignment(self.columns[section]) if role == _ROLE.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, as long as that is quick."""
        if column < 0 or len(self.rows) > _MOST_SORTED:
            return
        shown = self.columns[column]
        is_reversed = order == Qt.SortOrder.DescendingOrder
        self.show(sorted(self.rows, key=shown.key or shown.text, reverse=is_reversed))


def _alignment(column: Shown[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class RowsTable(QTableView, Generic[R]):
    """Whole rows are chosen; Enter and a double click open one; Ctrl+C copies a table."""

    opened = Signal(object)
    """The row to open."""
    picked = Signal()
    """Other rows are chosen now."""

    def __init__(
        self, screen: Screen, name: str, columns: Sequence[Shown[R]], *, takes_many: bool = False
    ) -> None:
        super().__init__()
        self.rows_model: RowsModel[R] = RowsModel(columns)
        self.setModel(self.rows_model)
        self.setAccessibleName(name)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if takes_many else modes.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(screen.em(_ROW_EMS))
        self._set_widths(screen)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._row(index)))
        self.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit())
        self.rows_model.modelReset.connect(self.picked)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Replace all rows."""
        self.rows_model.show(rows)

    def chosen(self) -> tuple[R, ...]:
        """Give the rows chosen, in their order."""
        indexes = self.selectionModel().selectedRows()
        return tuple(self.rows_model.rows[at] for at in sorted(index.row() for index in indexes))

    def current(self) -> R | None:
        """Give the row the person is on."""
        index = self.currentIndex()
        return self._row(index) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open or copy by key."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit(self._row(self.currentIndex()))
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
        else:
            super().keyPressEvent(event)

    def as_text(self) -> str:
        """Give the heads and the chosen rows, cells parted by tabs, as spreadsheets take them."""
        model = self.rows_model
        wide = range(len(model.columns))
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [[column.label for column in model.columns]]
        lines += [[_one_line(model.text(row, column)) for column in wide] for row in rows]
        return "\n".join("\t".join(line) for line in lines)

    def sort_by_heads(self) -> None:
        """Let a click on a head sort."""
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _row(self, index: QModelIndex) -> R:
        return self.rows_model.rows[index.row()]

    def _set_widths(self, screen: Screen) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(screen.em(_ROW_EMS))
        header.setMinimumSectionSize(screen.em(3))
        for at, column in enumerate(self.rows_model.columns):
            if column.ems:
                header.resizeSection(at, screen.em(column.ems))
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)


def _one_line(text: str) -> str:
    return " ".join(text.split())
