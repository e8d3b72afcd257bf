"""Closing the window: what was typed is kept, what is under way ends, and the desk is backed up."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from olapp.ui import tasks

if TYPE_CHECKING:
    from olapp.services.desk import Desk
    from olapp.services.safekeeping import Backup
    from olapp.ui.main_window import MainWindow

_GLANCE = 50
"""Milliseconds between two looks at the work under way."""


class Closing(QObject):
    """Says whether the window may go now; when not yet, it asks the window again later."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._is_backing_up = self._is_backed_up = False
        self._timer = QTimer(self, singleShot=True, interval=_GLANCE)
        self._timer.timeout.connect(window.close)

    def may_go(self, desk: "Desk | None") -> bool:
        """Whether nothing is left to do; otherwise the next thing to do has begun."""
        if self._is_backing_up:
            return False
        if not (self._is_page_kept() and self._is_draft_kept()):
            self._is_backed_up = False
            return False
        if desk is None or self._is_backed_up:
            return True
        self._back_up_when_idle(desk)
        return False

    def _is_page_kept(self) -> bool:
        page = self._window.page
        if page.is_kept:
            return True
        page.leave(self._timer.start)
        return False

    def _is_draft_kept(self) -> bool:
        editing = self._window.editing
        if editing is None:
            return True
        editing.leave()
        if editing.autosave.is_clean:
            return True
        if editing.autosave.trouble is None:
            editing.autosave.when_clean(self._timer.start)
            return False
        from olapp.ui import last_resort  # noqa: PLC0415 - rarely needed

        if not last_resort.may_lose(self._window.place, editing.document):
            return False
        self._window.editing = None
        return True

    def _back_up_when_idle(self, desk: "Desk") -> None:
        """Begin the backup, unless an import or the like still writes: then look again."""
        place = self._window.place
        if not tasks.is_idle():
            place.notices.tell(place.screen.say("Closing once the work under way has ended..."))
            self._timer.start()
            return
        self._is_backing_up = True
        place.notices.tell(place.screen.say("Backing up before closing..."))
        tasks.run(lambda _: desk.safekeeping.backup_on_close(), self._go, self._tell, owner=self)

    def _go(self, _made: "Backup | None") -> None:
        self._is_backing_up, self._is_backed_up = False, True
        self._window.close()

    def _tell(self, error: Exception) -> None:
        """Say that there is no backup; what is on the desk is kept all the same."""
        try:
            self._window.place.failed(error)
        finally:
            self._go(None)
