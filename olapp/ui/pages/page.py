"""The face of a page."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

Commands = Mapping[str, Callable[[], object]]


class Page(QWidget):
    """A page of the window; it answers commands."""

    commands_changed = Signal()
    """What it answers, or what it would refuse now, is no longer the same."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")

    def commands(self) -> Commands:
        """Give what this page can do now, by the names of the commands."""
        return {}

    def first_focus(self) -> QWidget:
        """Give the widget that gets the focus when the page comes up."""
        return self
