"""Picking something known by the beginning of its name."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from olapp.ui.screen import Screen

Find = Callable[[str], tuple[tuple[str, Any], ...]]
"""Gives names and values for the beginning of a name."""


class PickDialog(QDialog):
    """A line to search with and a list to pick from; the arrow keys work from the line."""

    def __init__(self, parent: QWidget, screen: Screen, title: str, find: Find) -> None:
        super().__init__(parent)
        self._find = find
        self._values: list[Any] = []
        self.setWindowTitle(title)
        self.setMinimumSize(screen.em(34), screen.em(26))
        self.line = QLineEdit()
        self.line.setPlaceholderText(screen.say("Type the beginning"))
        self.line.setAccessibleName(screen.say("Type the beginning"))
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.itemActivated.connect(self.accept)
        box = QVBoxLayout(self)
        for widget in (self.line, self.list, self._buttons()):
            box.addWidget(widget)
        self._search("")

    def pick(self) -> Any:
        """Ask; gives the value picked, or None."""
        if self.exec() != QDialog.DialogCode.Accepted or self.list.currentRow() < 0:
            return None
        return self._values[self.list.currentRow()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrow keys walk through the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            walks = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
            return walks and QApplication.sendEvent(self.list, event)
        return False

    def _buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _search(self, prefix: str) -> None:
        found = self._find(prefix.strip())
        self._values = [value for _, value in found]
        self.list.clear()
        self.list.addItems([name for name, _ in found])
        self.list.setCurrentRow(0)
