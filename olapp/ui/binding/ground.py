"""What all parts of a form on the screen share."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from olapp.ui.binding.slices import Slices
from olapp.ui.screen import Screen


class Hand(QObject):
    """What the person does to the form; whoever holds the document listens here."""

    typed = Signal(str, object)
    """A place and the entry that now stands there."""
    left = Signal(str)
    """The place the person went away from."""
    added = Signal(str)
    """A group to add an item to."""
    removed = Signal(str, int)
    moved = Signal(str, int, int)
    """A group, and the two items in it that change places."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The screen, the hand that writes, and the queue of what is still to be built."""

    screen: Screen
    hand: Hand
    slices: Slices


def words(text: str, role: str = "") -> QLabel:
    """Make a text that wraps; ``role`` is its name in the style sheet."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setObjectName(role)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def clear_name(widget: QWidget, name: str) -> None:
    """Name a widget for screen readers and as a tip."""
    widget.setAccessibleName(name)
    widget.setToolTip(name)
