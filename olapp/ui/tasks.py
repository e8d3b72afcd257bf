"""Long work off the screen's thread; its answer comes back on it.

A Qt object must die on the thread it lives on. So the screen's thread holds on to everything a run
touches, its answer included, until the other thread has let go of it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

T = TypeVar("T")


class Progress(QObject):
    """What runs: the work tells its steps here, the screen may ask it to stop."""

    stepped = Signal(int, int, str)
    """Parts done, parts in all, name of the next."""

    def __init__(self) -> None:
        super().__init__()
        self._cancelled = Event()

    def step(self, done: int, of: int, name: str) -> None:
        """Tell the screen how far the work is; called by the work, on its own thread."""
        self.stepped.emit(done, of, name)

    def cancel(self) -> None:
        """Ask the work to stop at the next good moment."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._cancelled.is_set()


@dataclass(slots=True, eq=False)
class _Job:
    """One run: made and answered on the screen's thread, worked on another."""

    work: Callable[[Progress], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    owner: QObject
    progress: Progress = field(default_factory=Progress)
    ended: Event = field(default_factory=Event)
    answer: Any = None
    error: Exception | None = None


class _Relay(QObject):
    """Carries the number of a finished run to the screen's thread."""

    finished = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def _deliver(self, number: int) -> None:
        _deliver(number)


_numbers = count(1)
_jobs: dict[int, _Job] = {}
"""Runs whose answers are still to come."""
_relays: list[_Relay] = []
"""The one relay, made on the screen's thread by the first run."""
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
    if not _relays:
        _relays.append(_Relay())
    number = next(_numbers)
    job = _jobs[number] = _Job(work, done, failed, owner)
    pool = _urgent if is_urgent else QThreadPool.globalInstance()
    pool.start(partial(_perform, number, job.ended))
    return job.progress


def _perform(number: int, ended: Event) -> None:
    """Work, let go of everything, and only then tell the screen's thread."""
    _work(number)
    _relays[0].finished.emit(number)
    ended.set()


def _work(number: int) -> None:
    job = _jobs[number]
    try:
        job.answer = job.work(job.progress)
    except Exception as error:  # noqa: BLE001 - whatever it is, the screen has to know
        job.error = error


def _deliver(number: int) -> None:
    """Hand an answer over, once."""
    job = _jobs.pop(number, None)
    if job is None or not isValid(job.owner):
        return
    if job.error is None:
        job.done(job.answer)
        return
    error, job.error = job.error, None
    job.failed(error)


def take_now(progress: Progress, milliseconds: int) -> bool:
    """Wait for a run and take its answer here and now; False when it takes longer."""
    number = next((number for number, job in _jobs.items() if job.progress is progress), None)
    if number is None:
        return True
    if not _jobs[number].ended.wait(milliseconds / 1000):
        return False
    _deliver(number)
    return True


def is_idle() -> bool:
    """Whether no answer is outstanding."""
    return not _jobs


def finish() -> None:
    """Wait for all work, at the end of the program."""
    for pool in (_urgent, QThreadPool.globalInstance()):
        pool.waitForDone()
