"""A panel for long work: what runs, how far it is, and the way to stop it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QPushButton

from olapp.ui import tasks
from olapp.ui.labels import words
from olapp.ui.screen import Screen

T = TypeVar("T")
_SHOWN_AFTER = 150
"""Milliseconds; what is done sooner never shows a bar."""


class JobPanel(QFrame):
    """Hidden while nothing runs; one piece of work at a time."""

    ended = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._progress: tasks.Progress | None = None
        self._title = ""
        self.setObjectName("panel")
        self.text = words("")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(screen.say("Progress"))
        self.cancel_button = QPushButton(screen.say("Cancel"))
        self.cancel_button.clicked.connect(self.cancel)
        self._later = QTimer(self, singleShot=True, interval=_SHOWN_AFTER)
        self._later.timeout.connect(self.show)
        self._lay_out()
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether something runs."""
        return self._progress is not None

    @property
    def was_cancelled(self) -> bool:
        """Whether the person asked the work that runs to stop."""
        return self._progress is not None and self._progress.is_cancelled()

    def run(
        self,
        title: str,
        work: Callable[[tasks.Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> bool:
        """Start work off the screen's thread; False, and nothing starts, while other work runs."""
        if self._progress is not None:
            return False

        def take(answer: T) -> None:
            self._end()
            done(answer)

        def fail(error: Exception) -> None:
            self._end()
            failed(error)

        self._title = title
        self.text.setText(title)
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self._later.start()
        self._progress = tasks.run(work, take, fail, owner=self)
        self._progress.stepped.connect(self._step)
        return True

    def cancel(self) -> None:
        """Ask the work to stop."""
        if self._progress is not None:
            self._progress.cancel()
            self.cancel_button.setEnabled(False)
            self.text.setText(self._screen.say("Stopping..."))

    def _step(self, done: int, of: int, name: str) -> None:
        if not self.was_cancelled and self._progress is not None:
            self.bar.setRange(0, of)
            self.bar.setValue(done)
            counted = self._screen.say("{done} of {of}", done=f"{done:,}", of=f"{of:,}")
            step = self._screen.say(name)  # a sentence of the work, or a number as it is
            self.text.setText("　".join(part for part in (self._title, counted, step) if part))

    def _end(self) -> None:
        self._progress = None
        self._later.stop()
        self.hide()
        self.ended.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 16, 10)
        grid.setHorizontalSpacing(16)
        grid.addWidget(self.text, 0, 0)
        grid.addWidget(self.bar, 1, 0)
        grid.addWidget(self.cancel_button, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)
