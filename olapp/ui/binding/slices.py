"""Work on the screen's thread in slices, so that typing never waits for it."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from shiboken6 import isValid

_SLICE = 10
"""Milliseconds before the event loop has its turn."""


class Slices(QObject):
    """A queue of small steps, done while nothing else is waiting."""

    done = Signal()
    """Nothing is left to do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: deque[tuple[Callable[[], None], QObject]] = deque()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._slice)

    def add(self, step: Callable[[], None], owner: QObject) -> None:
        """Queue a step of a few milliseconds at most; it goes with its owner."""
        self._steps.append((step, owner))
        self._timer.start(0)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return not self._steps

    def step(self) -> None:
        """Do one step at once."""
        if self._steps:
            step, owner = self._steps.popleft()
            if isValid(owner):
                step()

    def finish(self) -> None:
        """Do all that is left at once: somebody needs it now."""
        while self._steps:
            self.step()
        self._stop()

    def _slice(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._steps and spent.elapsed() < _SLICE:
            self.step()
        if not self._steps:
            self._stop()

    def _stop(self) -> None:
        self._timer.stop()
        self.done.emit()
