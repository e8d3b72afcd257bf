"""The table of the list of drafts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from olapp.ui.pages.drafts_model import DraftsModel
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.drafts import DraftRow

_EMS = (0, 13, 0, 7, 12)
"""Widths of the columns; 0 shares what is left."""
_ROW_EMS = 2.7
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class DraftsTable(QTableView):
    """Whole rows are chosen; Enter opens, Delete discards."""

    discarded = Signal()

    def __init__(self, model: DraftsModel, screen: Screen) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setAccessibleName(screen.say("Open-licence declarations"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(screen.em(_ROW_EMS))
        self._set_widths(screen)

    def chosen(self) -> "DraftRow | None":
        """Give the draft of the chosen row."""
        rows = self.selectionModel().selectedRows()
        return self._model.rows[rows[0].row()] if rows else None

    def choose(self, draft_id: int | None) -> None:
        """Choose the row of a draft, else the first."""
        at = next((at for at, row in enumerate(self._model.rows) if row.id == draft_id), 0)
        if self._model.rows:
            self.selectRow(at)

    def sort_again(self) -> None:
        """Sort as the person chose by the heads of the columns."""
        header = self.horizontalHeader()
        if header.isSortIndicatorShown():
            self._model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open or discard by key, on every platform alike."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.discarded.emit()
        else:
            super().keyPressEvent(event)

    def _set_widths(self, screen: Screen) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setFixedHeight(screen.em(_ROW_EMS))
        header.sectionClicked.connect(self._sort_by)
        for column, ems in enumerate(_EMS):
            if ems:
                header.resizeSection(column, screen.em(ems))
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _sort_by(self, _column: int) -> None:
        self.horizontalHeader().setSortIndicatorShown(True)
        self.setSortingEnabled(True)
