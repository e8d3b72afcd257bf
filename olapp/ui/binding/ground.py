"""What all parts of a form on the screen share."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

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
