"""The portfolio as a table: thousands chosen at once, columns arranged as a person likes."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from olapp.ui.screen import Screen
from olapp.ui.tables.columns import HOLDING_COLUMNS, SHOWN_FIRST
from olapp.ui.tables.filter_header import FilterHeader
from olapp.ui.tables.paged_model import PagedModel

if TYPE_CHECKING:
    from olapp.services.portfolio import HoldingRow

_ROW_EMS = 2.5
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_KEYS = tuple(column.key for column in HOLDING_COLUMNS)
_ROWS = QItemSelectionModel.SelectionFlag.Rows


class HoldingTable(QTableView):
    """Whole rows are chosen; Enter opens, Delete removes, a click on a head sorts."""

    opened = Signal(int)
    removed = Signal()
    copied = Signal()
    sorted = Signal()
    arranged = Signal()
    """Columns were chosen, moved or resized by hand."""

    def __init__(self, model: "PagedModel[HoldingRow]", screen: Screen) -> None:
        super().__init__()
        self._model, self._screen = model, screen
        self.order, self.is_reversed = "number", False
        self.head = FilterHeader(HOLDING_COLUMNS, screen, self)
        self.setHorizontalHeader(self.head)
        self.setModel(model)
        # With the table's own selection a head would ask every row whether its column is chosen.
        self.head.setSelectionModel(QItemSelectionModel(model, self.head))
        self.setAccessibleName(screen.say("Portfolio"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self.head.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(screen.em(_ROW_EMS))
        self.arrange(SHOWN_FIRST)
        self._connect()

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns shown, in their order on the screen."""
        return tuple(_KEYS[at] for at in self._shown())

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of the columns shown."""
        return tuple(self.head.sectionSize(at) for at in self._shown())

    def arrange(self, columns: Sequence[str], widths: Sequence[int] = ()) -> None:
        """Show these columns in this order."""
        self.head.blockSignals(True)
        known = [key for key in columns if key in _KEYS] or list(SHOWN_FIRST)
        for at, column in enumerate(HOLDING_COLUMNS):
            self.head.setSectionHidden(at, column.key not in known)
            self.head.resizeSection(at, self._screen.em(column.ems))
        for to, key in enumerate(known):
            self.head.moveSection(self.head.visualIndex(_KEYS.index(key)), to)
        for key, width in zip(known, widths, strict=False):
            self.head.resizeSection(_KEYS.index(key), width)
        self.head.blockSignals(False)
        self.head.updateGeometries()
        self.head.viewport().update()
        self.viewport().update()

    def sort_by(self, order: str, *, is_reversed: bool) -> None:
        """Mark the column rows are sorted by."""
        self.order, self.is_reversed = order, is_reversed
        way = Qt.SortOrder.DescendingOrder if is_reversed else Qt.SortOrder.AscendingOrder
        self.head.setSortIndicatorShown(True)
        self.head.setSortIndicator(_KEYS.index(order), way)

    def chosen_ids(self) -> tuple[int, ...]:
        """Give the keys of all chosen rows, in the order of the list."""
        ids = self._model.ids
        return tuple(key for top, bottom in self._parts() for key in ids[top : bottom + 1])

    def chosen_count(self) -> int:
        """Count the chosen rows without looking at any."""
        return sum(bottom - top + 1 for top, bottom in self._parts())

    def current_id(self) -> int | None:
        """Give the key of the row the person stands on."""
        at = self.currentIndex().row()
        return self._model.ids[at] if 0 <= at < len(self._model.ids) else None

    def stand_on(self, holding_id: int | None) -> None:
        """Choose the row of a key; the first when it is not there."""
        ids = self._model.ids
        if not ids:
            return
        at = 0
        if holding_id is not None:
            at = next((at for at, key in enumerate(ids) if key == holding_id), 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS
        self.selectionModel().setCurrentIndex(self._model.index(at, self._first()), flags)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Say so when nothing is left of the list; the row of filters stays at hand."""
        super().paintEvent(event)
        if not self._model.ids:
            painter = QPainter(self.viewport())
            text = self._screen.say("No patents found. Change the search or the filter.")
            painter.setPen(QColor(self._screen.theme.colours.muted))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, text)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open, remove or copy by key, on every platform alike."""
        current = self.current_id()
        if event.key() in _ENTER and current is not None:
            self.opened.emit(current)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)

    def columns_menu(self) -> QMenu:
        """Make the menu that chooses columns."""
        menu = QMenu(self)
        for at, column in enumerate(HOLDING_COLUMNS):
            action = menu.addAction(self._screen.say(column.label))
            action.setCheckable(True)
            action.setChecked(not self.head.isSectionHidden(at))
            action.toggled.connect(lambda on, at=at: self._show_column(at, on))
        menu.addSeparator()
        again = menu.addAction(self._screen.say("Columns as at first"))
        again.triggered.connect(self._arrange_as_at_first)
        return menu

    def _connect(self) -> None:
        self.head.sectionClicked.connect(self._sort)
        self.head.sectionMoved.connect(self.arranged)
        self.head.sectionResized.connect(self.arranged)
        self.head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.head.customContextMenuRequested.connect(self._show_columns_menu)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._model.ids[index.row()]))

    def _sort(self, at: int) -> None:
        is_again = _KEYS[at] == self.order
        self.sort_by(_KEYS[at], is_reversed=is_again and not self.is_reversed)
        self.sorted.emit()

    def _show_column(self, at: int, is_shown: bool) -> None:
        if not is_shown and len(self.columns) == 1:
            return
        self.head.setSectionHidden(at, not is_shown)
        self.arranged.emit()

    def _arrange_as_at_first(self) -> None:
        self.arrange(SHOWN_FIRST)
        self.arranged.emit()

    def _show_columns_menu(self, at: QPoint) -> None:
        menu = self.columns_menu()
        menu.exec(self.head.viewport().mapToGlobal(at))
        menu.deleteLater()

    def _shown(self) -> Iterator[int]:
        for visual in range(self.head.count()):
            at = self.head.logicalIndex(visual)
            if not self.head.isSectionHidden(at):
                yield at

    def _parts(self) -> list[tuple[int, int]]:
        """Give the stretches of rows chosen: first and last of each."""
        chosen = self.selectionModel().selection()
        parts = (chosen.at(at) for at in range(chosen.count()))
        return sorted((part.top(), part.bottom()) for part in parts)

    def _first(self) -> int:
        return next(self._shown())
