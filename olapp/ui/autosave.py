"""Autosave: what is typed is kept shortly after, off the screen's thread, one write at a time.

A field that was left is kept before the next one takes a key: the screen waits for the disk, some
milliseconds as a rule, and goes on without it when it takes longer than a second. So a program
killed at any moment loses at most the field in hand.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from olapp.domain.trouble import Trouble
from olapp.forms.documents import D, D_contra
from olapp.ui import tasks

if TYPE_CHECKING:
    from olapp.services.changes import Changes

K = TypeVar("K")
_PAUSE = 600
"""Milliseconds after the last key."""
_PATIENCE = 1000
"""Milliseconds the screen waits for a write: longer ones are of a locked file or a sick disk."""


class Keeper(Protocol[K, D_contra]):
    """Keeps documents on top of what was kept before."""

    def keep(self, draft: K, document: D_contra) -> "tuple[K, Changes]":
        """Keep a document, and give what is kept now."""


class Autosave(QObject, Generic[K, D]):
    """Keeps one draft; the newest document wins, and none is dropped before it is kept."""

    kept = Signal(object)
    """``Changes`` of a write that succeeded."""
    refused = Signal(object)
    """The ``Trouble`` of one that did not; the document stays wanted."""
    state_changed = Signal()

    def __init__(
        self, drafts: Keeper[K, D], draft: K, parent: QObject, pause: int = _PAUSE
    ) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self.draft = draft
        self._wanted: D | None = None
        self._writing: D | None = None
        self.trouble: Trouble | None = None
        self._waiting: list[Callable[[], object]] = []
        self._run: tasks.Progress | None = None
        self._is_late = False
        self._timer = QTimer(self, singleShot=True, interval=pause)
        self._timer.timeout.connect(self._write)

    @property
    def is_clean(self) -> bool:
        """Whether everything wanted is kept."""
        return self._wanted is None and self._writing is None

    def want(self, document: D) -> None:
        """Keep this document after a pause."""
        self._wanted = document
        self._timer.start()
        self.state_changed.emit()

    def flush(self) -> None:
        """Keep now what is wanted; it is kept on return, or on its way when that takes long."""
        self._timer.stop()
        self._write()
        deadline = QDeadlineTimer(0 if self._is_late else _PATIENCE)
        while self._run is not None:
            if not tasks.take_now(self._run, deadline.remainingTime()):
                self._is_late = True  # wait no more before a write has succeeded
                break

    def go_on_from(self, draft: K) -> None:
        """Go on from what the store holds now; what is wanted is kept on top of it."""
        self.draft = draft
        self.trouble = None
        self.state_changed.emit()

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
        self._run = tasks.run(
            lambda _: self._drafts.keep(draft, document),
            self._take,
            self._refuse,
            owner=self,
            is_urgent=True,
        )
        self.state_changed.emit()

    def _take(self, answer: "tuple[K, Changes]") -> None:
        self.draft, changes = answer
        self._writing = self._run = self.trouble = None
        self._is_late = False
        if self._wanted is not None and not self._timer.isActive():
            self._write()
        self.state_changed.emit()
        self.kept.emit(changes)
        self._release()

    def _refuse(self, error: Exception) -> None:
        if self._wanted is None:
            self._wanted = self._writing
        self._writing = self._run = None
        self._waiting.clear()
        if not isinstance(error, Trouble):
            raise error
        is_news = self.trouble is None
        self.trouble = error
        self.state_changed.emit()
        if is_news:  # a dialog may follow: not amid the key that left a field
            QTimer.singleShot(0, self, lambda: self.refused.emit(error))
