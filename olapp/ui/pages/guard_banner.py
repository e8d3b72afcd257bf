"""The banner over a patent whose declaration stands: what a change would break, told before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from olapp.domain.finding import Finding
from olapp.ui.binding.notes import ICON_SIZE, Notes
from olapp.ui.labels import words
from olapp.ui.screen import Screen


class GuardBanner(QFrame):
    """Says that a change is not kept yet, why, and asks what to do."""

    allowed = Signal()
    taken_back = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._notes = Notes(screen)
        title = words(
            screen.say("A declaration on this patent stands. This change is not kept yet:")
        )
        title.setFont(screen.font(bold=True))
        icon = QLabel()
        icon.setPixmap(screen.theme.tinted("warning", "error").pixmap(ICON_SIZE))
        self.allow = QPushButton(screen.say("Keep it all the same"))
        self.allow.clicked.connect(self.allowed)
        self.take_back = QPushButton(screen.say("Take the change back"))
        self.take_back.setProperty("primary", True)
        self.take_back.clicked.connect(self.taken_back)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(title)
        said.addWidget(self._notes)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        row.addWidget(self.allow, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, for screen readers."""
        return self._notes.text

    def show_breaks(self, breaks: tuple[Finding, ...]) -> None:
        """Show what breaks; nothing is drawn while nothing does."""
        self._notes.show_findings(breaks)
        self.setAccessibleName(self._notes.text)
        self.setVisible(bool(breaks))
