"""Autosave: what is typed is kept shortly after, off the screen's thread, one write at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from olapp.domain.declaration import Declaration
from olapp.domain.trouble import Trouble
from olapp.ui import tasks

if TYPE_CHECKING:
    from olapp.services.changes import Changes
    from olapp.services.drafts import Drafts, OpenDraft

_PAUSE = 600
"""Milliseconds after the last key."""


class Autosave(QObject):
    """Keeps one draft; the newest document wins, and none is dropped before it is kept."""

    kept = Signal(object)
    """``Changes`` of a write that succeeded."""
    refused = Signal(object)
    """The ``Trouble`` of one that did not; the document stays wanted."""
    state_changed = Signal()

    def __init__(self, drafts: "Drafts", draft: "OpenDraft", parent: QObject) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self.draft = draft
        self._wanted: Declaration | None = None
        self._writing: Declaration | None = None
        self.trouble: Trouble | None = None
        self._waiting: list[Callable[[], object]] = []
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._write)

    @property
    def is_clean(self) -> bool:
        """Whether everything wanted is kept."""
        return self._wanted is None and self._writing is None

    def want(self, document: Declaration) -> None:
        """Keep this document after a pause."""
        self._wanted = document
        self._timer.start()
        self.state_changed.emit()

    def flush(self) -> None:
        """Keep now what is wanted, without waiting for the pause."""
        self._timer.stop()
        self._write()

    def when_clean(self, then: Callable[[], object]) -> None:
        """Keep everything now, and do something once it is kept."""
        self._waiting.append(then)
        self.flush()
        self._release()

    def _release(self) -> None:
        if self.is_clean:
            waiting, self._waiting = self._waiting, []
            for then in waiting:
                then()

    def _write(self) -> None:
        if self._writing is not None or self._wanted is None:
            return
        document, self._wanted = self._wanted, None
        self._writing = document
        draft = self.draft
        tasks.run(
            lambda _: self._drafts.keep(draft, document), self._take, self._refuse, owner=self
        )
        self.state_changed.emit()

    def _take(self, answer: "tuple[OpenDraft, Changes]") -> None:
        self.draft, changes = answer
        self._writing = self.trouble = None
        if self._wanted is not None and not self._timer.isActive():
            self._write()
        self.state_changed.emit()
        self.kept.emit(changes)
        self._release()

    def _refuse(self, error: Exception) -> None:
        if self._wanted is None:
            self._wanted = self._writing
        self._writing = None
        self._waiting.clear()
        if not isinstance(error, Trouble):
            raise error
        is_news = self.trouble is None
        self.trouble = error
        self.state_changed.emit()
        if is_news:
            self.refused.emit(error)
