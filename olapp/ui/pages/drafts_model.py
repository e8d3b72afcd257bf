"""The list of drafts as a table."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from olapp.domain.sentence import N_
from olapp.ui.labels import plain_tip, visible
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.drafts import DraftRow

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_ROLE = Qt.ItemDataRole
_COMPACT = re.compile(r"(?:\d{8}|\d{12})[0-9X]")


class DraftsModel(QAbstractTableModel):
    """Rows as the service gave them, sorted on the screen."""

    COLUMNS = (N_("Title"), N_("Patent number"), N_("Patentees"), N_("State"), N_("Changed"))

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._cells: tuple[Callable[[DraftRow], str], ...] = (
            lambda row: row.title or screen.say("(no title yet)"),
            lambda row: number_shown(row.number),
            lambda row: screen.say.value(row.patentees),
            lambda row: screen.choice(row.state),
            lambda row: row.changed_at.astimezone().strftime("%Y-%m-%d %H:%M"),
        )
        self.rows: list[DraftRow] = []

    def show_rows(self, rows: Sequence["DraftRow"]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def text(self, row: int, column: int) -> str:
        """Give the words of a cell."""
        return visible(self._cells[column](self.rows[row]))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """Count the drafts."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """Count the columns."""
        return 0 if parent.isValid() else len(self.COLUMNS)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Give words, and the whole of them as a tip."""
        if role == _ROLE.DisplayRole:
            return self.text(index.row(), index.column())
        if role == _ROLE.ToolTipRole:
            return plain_tip(self.text(index.row(), index.column()))
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """Name the columns."""
        if orientation == Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return self._screen.say(self.COLUMNS[section])
        if role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the words of a column; the draft chosen stays chosen."""
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        held = [(index, self.rows[index.row()].id) for index in self.persistentIndexList()]
        self.rows.sort(key=self._cells[column], reverse=order == Qt.SortOrder.DescendingOrder)
        places = {row.id: at for at, row in enumerate(self.rows)}
        for index, draft_id in held:
            self.changePersistentIndex(index, self.index(places[draft_id], index.column()))
        self.layoutChanged.emit()


def number_shown(number: str, *, is_granted: bool = True) -> str:
    """Write a number as papers do, ZL before that of a granted patent; else as it was typed.

    By its shape alone: the checks of numbers are too heavy to wait for at the start.

    >>> number_shown("2020101234562")
    'ZL202010123456.2'
    >>> number_shown("2020101234562", is_granted=False)
    '202010123456.2'
    """
    if not _COMPACT.fullmatch(number):
        return number
    return f"{'ZL' if is_granted else ''}{number[:-1]}.{number[-1]}"
