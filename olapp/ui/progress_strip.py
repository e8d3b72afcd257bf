"""Long work as a strip under a page: how far it is, and a way to stop it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton

from olapp.ui.screen import Screen
from olapp.ui.tasks import Progress


class ProgressStrip(QFrame):
    """Follows one work at a time; hidden while there is none."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._progress: Progress | None = None
        self._words = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = QPushButton(screen.say("Cancel"))
        self.stop.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def follow(self, progress: Progress, words: str) -> None:
        """Show a work that just began."""
        self._progress = progress
        self._words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 0)
        progress.stepped.connect(self._step)
        self.stop.setEnabled(True)
        self.show()

    def end(self) -> None:
        """Take the strip away: the work is done, stopped or failed."""
        self._progress = None
        self.hide()

    def cancel(self) -> None:
        """Ask the work to stop."""
        if self._progress is not None:
            self._progress.cancel()
            self.stop.setEnabled(False)

    def _step(self, done: int, of: int, _name: str) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
