"""A short notice over the bottom of the window, with at most one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

_STAYS = 9_000
"""Milliseconds; long enough to read twice and act."""
_GAP = 24


class Notices(QFrame):
    """Shows one notice at a time; it takes no focus and goes by itself."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("notice")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(14)
        row.addWidget(self._text)
        row.addWidget(self.button)
        self._act: Callable[[], None] | None = None
        self.button.clicked.connect(self.act)
        self._timer = QTimer(self, singleShot=True, interval=_STAYS)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty when nothing is."""
        return "" if self.isHidden() else self._text.text()

    def tell(
        self,
        text: str,
        action: str = "",
        act: Callable[[], None] | None = None,
        *,
        stays: bool = False,
    ) -> None:
        """Say something, and offer one action; what has to be read may stay until then."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._act = act
        self.button.setVisible(act is not None)
        self.button.setText(action)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.stop()
        if not stays:
            self._timer.start()

    def forget(self, text: str) -> None:
        """Stop saying something that is no longer so."""
        if self.text == text:
            self.hide()

    def act(self) -> None:
        """Do what the notice offers, if it offers anything."""
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay at the bottom when the window changes its size."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        area = self._over.rect()
        self.move((area.width() - self.width()) // 2, area.height() - self.height() - _GAP)
