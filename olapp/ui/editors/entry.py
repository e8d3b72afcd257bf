"""The face all editors share."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from olapp.ui.commands import COMMANDS

_PASSING = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
"""Reasons that take the focus away for a moment only."""
_COMMANDS = tuple(QKeySequence(command.keys) for command in COMMANDS if command.keys)
_STANDARD = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a field: a value, or the text that could not be read as one."""

    value: Any = None
    unread: str = ""


class ValueEdit(QWidget):
    """Edits one value. ``edited`` and ``left`` tell of the person only, never of the program."""

    edited = Signal()
    left = Signal()

    is_wide = False
    """Whether it takes all the width there is."""

    def entry(self) -> Entry:
        """Read what stands in the field."""
        raise NotImplementedError

    def show_entry(self, entry: Entry) -> None:
        """Show an entry; what says the same already is left alone, cursor and all."""
        raise NotImplementedError

    def complaint(self) -> str:
        """What to say when the text cannot be read; empty while it can."""
        return ""

    def name(self, name: str, description: str) -> None:
        """Tell screen readers what is asked here."""
        target = self.focusProxy() or self
        target.setAccessibleName(name)
        target.setAccessibleDescription(description)

    def hold(self, inner: QWidget, *beside: QWidget) -> None:
        """Lay out the inner widget, which takes the focus, and what stands beside it."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(inner, 1)
        for widget in beside:
            row.addWidget(widget)
        self.setFocusProxy(inner)
        inner.installEventFilter(self)

    def leave(self) -> None:
        """Tidy up when the person goes on to another field."""
        self.left.emit()

    def enter(self) -> None:
        """Get ready when the person arrives."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice arriving and leaving; keep commands for the window, the wheel for scrolling."""
        kind = event.type()
        if kind == QEvent.Type.Wheel:
            return self._refuse_wheel(watched, event)
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return is_command(event)
        if kind == QEvent.Type.FocusIn:
            self.enter()
        elif isinstance(event, QFocusEvent) and event.reason() not in _PASSING:
            self.leave()
        return False

    @staticmethod
    def _refuse_wheel(watched: QObject, event: QEvent) -> bool:
        """Let the wheel turn only what has the focus, so that scrolling changes nothing."""
        if isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def is_command(event: QKeyEvent) -> bool:
    """Whether a key is one of the window's; some text boxes have other uses for Ctrl+E."""
    keys = QKeySequence(event.keyCombination())
    return keys in _COMMANDS or any(event.matches(standard) for standard in _STANDARD)
