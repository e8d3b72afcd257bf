"""One question at a time; of those asked meanwhile only the last one counts."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from olapp.ui import tasks

A = TypeVar("A")
Work = Callable[[], A]


class Latest(QObject, Generic[A]):
    """Asks off the screen's thread; an answer that nobody waits for any more is dropped."""

    def __init__(
        self, done: Callable[[A], None], failed: Callable[[Exception], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._done, self._failed = done, failed
        self._next: Work[A] | None = None
        self._is_running = False

    def ask(self, work: Work[A]) -> None:
        """Ask now, or as soon as the question under way is answered."""
        self._next = work
        if not self._is_running:
            self._run()

    def _run(self) -> None:
        work, self._next = self._next, None
        if work is not None:
            self._is_running = True
            tasks.run(lambda _: work(), self._take, self._fail, owner=self, is_urgent=True)

    def _take(self, answer: A) -> None:
        self._is_running = False
        if self._next is None:
            self._done(answer)
        self._run()

    def _fail(self, error: Exception) -> None:
        self._is_running = False
        if self._next is None:
            self._failed(error)
        self._run()
