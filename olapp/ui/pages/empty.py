"""What a list shows when it has nothing to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from olapp.ui.labels import words
from olapp.ui.screen import Screen


class Empty(QWidget):
    """A sentence on why, and the buttons that help."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setFont(screen.font(1.25, bold=True))
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = words("", "help")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setFixedWidth(screen.em(34))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addStretch(2)
        box.addWidget(self._title)
        box.addWidget(self._text, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addLayout(self._buttons)
        box.addStretch(3)

    def tell(self, title: str, text: str = "", *buttons: QPushButton) -> None:
        """Show this title, this sentence and these buttons."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setMinimumHeight(self._text.heightForWidth(self._text.width()) if text else 0)
        while (item := self._buttons.takeAt(0)) is not None:
            if old := item.widget():
                old.deleteLater()
        for button in buttons:
            self._buttons.addWidget(button)
