"""Declarations for a selection of patents."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from olapp.ui.pages.page import Page
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.changes import Changes
    from olapp.services.desk import Desk


class BatchPage(Page):
    """Shared terms, a preview, the making, the printing."""

    asked = Signal(str, object)
    """Another page is wanted: its key, and what it shall show."""
    changed = Signal(object)
    """Changes made here, for the other pages to look again."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place

    def open_desk(self, desk: "Desk") -> None:
        """Take the desk."""

    def look_again(self, changes: "Changes") -> None:
        """Show what is there now."""
