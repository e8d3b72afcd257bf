"""The pages as they will be printed, drawn again shortly after each change."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from olapp.domain.declaration import Declaration
from olapp.ui import tasks
from olapp.ui.screen import Screen

_PAUSE = 800
"""Milliseconds after the last change."""
_ZOOM_STEP, _LEAST, _MOST = 1.2, 0.25, 4.0
Draw = Callable[[Declaration], bytes]


class PreviewView(QWidget):
    """Draws only while it is in sight; keeps the place on the page."""

    def __init__(self, screen: Screen, draw: Draw, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._screen, self._draw, self._failed = screen, draw, failed
        self._wanted: Declaration | None = None
        self._shown: Declaration | None = None
        self._is_drawing = False
        self.pdf = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view = QPdfView(self)
        self.status = QLabel()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._run)
        self._lay_out()

    def want(self, document: Declaration) -> None:
        """Show this document after a pause, once the preview is in sight."""
        self._wanted = document
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with what changed out of sight."""
        super().showEvent(event)
        self._run()

    def zoom(self, by: float) -> None:
        """Make the pages larger or smaller."""
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(max(_LEAST, min(_MOST, self.view.zoomFactor() * by)))

    def fit(self) -> None:
        """Make the pages as wide as the view."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _run(self) -> None:
        document = self._wanted
        if self._is_drawing or document is None or document == self._shown:
            return
        self._is_drawing = True
        self._shown = document
        self.status.setText(self._screen.say("Drawing..."))
        tasks.run(lambda _: self._draw(document), self._take, self._fail, owner=self)

    def _take(self, body: bytes) -> None:
        self._is_drawing = False
        bar = self.view.verticalScrollBar()
        place = bar.value()
        old = (self.pdf, self._buffer)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(body))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.pdf = QPdfDocument(self)
        self.pdf.load(self._buffer)
        self.view.setDocument(self.pdf)
        for part in old:
            part.deleteLater()
        self.status.setText(self._screen.say("Pages: {count}", count=self.pdf.pageCount()))
        QTimer.singleShot(0, self.view, lambda: bar.setValue(place))
        if self._wanted != self._shown and not self._timer.isActive():
            self._timer.start()

    def _fail(self, error: Exception) -> None:
        self._is_drawing = False
        self.status.setText(self._screen.say("The pages could not be drawn."))
        self._failed(error)

    def _lay_out(self) -> None:
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(self._screen.say("Preview"))
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.status.setObjectName("muted")
        say = self._screen.say
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 4, 2)
        bar.addWidget(self.status, 1)
        bar.addWidget(self._button("zoom-out", say("Smaller"), lambda: self.zoom(1 / _ZOOM_STEP)))
        bar.addWidget(self._button("zoom-in", say("Larger"), lambda: self.zoom(_ZOOM_STEP)))
        bar.addWidget(self._button("fit-width", say("Fit to width"), self.fit))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(bar)
        box.addWidget(self.view, 1)

    def _button(self, icon: str, name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setObjectName("flat")
        button.setIcon(self._screen.theme.tinted(icon, "muted"))
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda _on: act())
        return button
