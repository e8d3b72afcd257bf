"""Checking while one types: shortly after the last key, off the screen's thread."""

from collections.abc import Callable
from typing import Generic

from PySide6.QtCore import QObject, QTimer, Signal

from olapp.domain.finding import Finding
from olapp.domain.trouble import Trouble
from olapp.forms.documents import D
from olapp.ui import tasks

_PAUSE = 150
"""Milliseconds after the last change."""


class Recheck(QObject, Generic[D]):
    """Runs one check at a time; a document that changed meanwhile is checked next."""

    found = Signal()
    refused = Signal(object)
    """The ``Trouble`` of a check that could not be made; told once until one can."""

    def __init__(self, check: Callable[[D], tuple[Finding, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self._check = check
        self._wanted: D | None = None
        self._is_running = False
        self._is_refused = False
        self.findings: tuple[Finding, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._run)

    @property
    def is_current(self) -> bool:
        """Whether the findings are those of the newest document."""
        return self._wanted is None and not self._is_running

    def want(self, document: D) -> None:
        """Check this document after a pause."""
        self._wanted = document
        self._timer.start()

    def now(self, document: D) -> None:
        """Check this document at once."""
        self._wanted = document
        self._timer.stop()
        self._run()

    def _run(self) -> None:
        if self._is_running or self._wanted is None:
            return
        document, self._wanted = self._wanted, None
        self._is_running = True
        tasks.run(lambda _: self._check(document), self._take, self._fail, owner=self)

    def _take(self, findings: tuple[Finding, ...]) -> None:
        self._is_running = self._is_refused = False
        if self._wanted is not None and not self._timer.isActive():
            self._run()
        self.findings = findings
        self.found.emit()

    def _fail(self, error: Exception) -> None:
        self._is_running = False
        if not isinstance(error, Trouble):
            raise error
        is_news, self._is_refused = not self._is_refused, True
        if is_news:
            self.refused.emit(error)
