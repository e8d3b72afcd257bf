"""Choices: one of several, yes or no or not known, and a tick."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox

from olapp.ui.editors.entry import Entry, ValueEdit
from olapp.ui.screen import Screen

BLANK = "—"
_MOST_ROWS = 16
"""Rows of a drop-down list before it scrolls."""


class ChoiceEdit(ValueEdit):
    """A drop-down list of values and their names."""

    def __init__(self, options: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setMaxVisibleItems(_MOST_ROWS)
        self._values = [value for value, _ in options]
        self.box.addItems([name for _, name in options])
        self.box.activated.connect(lambda _index: self.edited.emit())
        self.hold(self.box)

    def entry(self) -> Entry:
        """Give the value chosen."""
        return Entry(self._values[self.box.currentIndex()])

    def show_entry(self, entry: Entry) -> None:
        """Choose a value."""
        self.box.setCurrentIndex(self._values.index(entry.value))


class CheckEdit(ValueEdit):
    """A tick: affirmed or not."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.clicked.connect(lambda _checked: self.edited.emit())
        self.hold(self.box)

    def entry(self) -> Entry:
        """Give whether it is ticked."""
        return Entry(self.box.isChecked())

    def show_entry(self, entry: Entry) -> None:
        """Tick it or not."""
        self.box.setChecked(bool(entry.value))


def member_edit(kind: type[StrEnum], screen: Screen) -> ChoiceEdit:
    """Make the list of an enumeration, nothing chosen first."""
    options: list[tuple[object, str]] = [(None, BLANK)]
    return ChoiceEdit(options + [(member, screen.choice(member)) for member in kind])


def answer_edit(screen: Screen) -> ChoiceEdit:
    """Make the list of yes, no and not looked up, the last one first."""
    return ChoiceEdit([(given, screen.choice(given)) for given in (None, True, False)])
