"""The face of a page."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from olapp.services.changes import Changes
    from olapp.services.desk import Desk

Commands = Mapping[str, Callable[[], object]]


class Page(QWidget):
    """A page of the window; it answers commands. It comes up before the desk is there."""

    commands_changed = Signal()
    """What it answers, or what it would refuse now, is no longer the same."""
    filled = Signal()
    """What it was asked to show stands on the screen."""
    asked = Signal(str, object)
    """The name of another page the person wants, and its subject (None: as it was)."""
    opened = Signal(object)
    """An ``OpenDraft`` to work on."""
    changed = Signal(object)
    """``Changes`` that other pages may want to know."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")

    def commands(self) -> Commands:
        """Give what this page can do now, by the names of the commands."""
        return {}

    def first_focus(self) -> QWidget:
        """Give the widget that gets the focus when the page comes up."""
        return self

    def open_desk(self, desk: "Desk") -> None:
        """Take the desk; what waited for it may now be done."""

    def look_again(self, changes: "Changes") -> None:
        """Look again at what was changed, by this page or by another."""

    def show_subject(self, subject: object) -> None:
        """Show something in particular, as another page asked."""

    def subject(self) -> object:
        """Give what would bring this page back to where it is when the window is made anew."""
        return None

    @property
    def is_kept(self) -> bool:
        """Whether the window may close over it: nothing typed waits to be kept."""
        return True

    def leave(self, then: Callable[[], object]) -> None:
        """Keep what was typed, then go on; a page that cannot keep it may stay."""
        then()
