"""Long work off the screen's thread; its answer comes back on it."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

T = TypeVar("T")


class Progress(QObject):
    """What runs: the work tells its steps here, the screen may ask it to stop."""

    stepped = Signal(int, int, str)
    """Parts done, parts in all, name of the next."""

    def __init__(self) -> None:
        super().__init__()
        self._cancelled = Event()
        self._ended = Event()

    def step(self, done: int, of: int, name: str) -> None:
        """Tell the screen how far the work is; called by the work, on its own thread."""
        self.stepped.emit(done, of, name)

    def cancel(self) -> None:
        """Ask the work to stop at the next good moment."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._cancelled.is_set()

    def end(self) -> None:
        """Say that the work is over; called on its own thread, once its answer is posted."""
        self._ended.set()

    def wait(self, milliseconds: int) -> bool:
        """Wait for the end of the work; False when it takes longer."""
        return self._ended.wait(milliseconds / 1000)


class _Job(QObject):
    """One run: made and answered on the screen's thread, worked on another."""

    _answered = Signal(object)
    _broken = Signal(object)

    def __init__(
        self,
        work: Callable[[Progress], object],
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
        owner: QObject,
    ) -> None:
        super().__init__()
        self.progress = Progress()
        self._work, self._done, self._failed, self._owner = work, done, failed, owner
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._broken.connect(self._break, Qt.ConnectionType.QueuedConnection)

    def work(self) -> None:
        """Run the work and post its answer."""
        try:
            answer = self._work(self.progress)
        except Exception as error:  # noqa: BLE001 - whatever it is, the screen has to know
            self._broken.emit(error)
        else:
            self._answered.emit(answer)
        finally:
            self.progress.end()

    def _answer(self, answer: object) -> None:
        _jobs.discard(self)
        if isValid(self._owner):
            self._done(answer)

    def _break(self, error: Exception) -> None:
        _jobs.discard(self)
        if isValid(self._owner):
            self._failed(error)


_jobs: set[_Job] = set()
"""Runs whose answers are still to come; held here so that nobody has to."""
_urgent = QThreadPool()
"""Threads for what must not queue behind a drawing or an export."""


def raise_here(error: Exception) -> None:
    """Let an error that nobody expected reach the last net on the screen's thread."""
    raise error


def run(
    work: Callable[[Progress], T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None] = raise_here,
    *,
    owner: QObject,
    is_urgent: bool = False,
) -> Progress:
    """Run work on another thread, then ``done`` or ``failed`` on the screen's.

    The work touches no widget. An answer that comes after the owner is gone is dropped. Urgent
    work is short, and never waits for a thread.
    """
    job = _Job(work, done, failed, owner)  # type: ignore[arg-type]
    _jobs.add(job)
    pool = _urgent if is_urgent else QThreadPool.globalInstance()
    pool.start(job.work)
    return job.progress


def take_now(progress: Progress, milliseconds: int) -> bool:
    """Wait for a run and take its answer here and now; False when it takes longer."""
    if not progress.wait(milliseconds):
        return False
    for job in tuple(_jobs):
        if job.progress is progress:
            QCoreApplication.sendPostedEvents(job, QEvent.Type.MetaCall.value)
    return True


def is_idle() -> bool:
    """Whether no answer is outstanding."""
    return not _jobs


def finish() -> None:
    """Wait for all work, at the end of the program."""
    for pool in (_urgent, QThreadPool.globalInstance()):
        pool.waitForDone()
