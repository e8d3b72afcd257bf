"""A tile for each verdict, and a bar of their parts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from olapp.law.portfolio import Verdict
from olapp.ui.pages.screening_verdicts import verdict_colour, verdict_icon
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.screening import Screened

_ICON = 18
_HEIGHT = 10


class VerdictTiles(QWidget):
    """Four tiles over a bar; a tile leads to its patents."""

    chosen = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._tiles = {verdict: VerdictTile(screen, verdict) for verdict in Verdict}
        self._bar = PartsBar(screen)
        row = QHBoxLayout()
        row.setSpacing(10)
        for verdict, tile in self._tiles.items():
            tile.clicked.connect(lambda _on=False, value=verdict.value: self.chosen.emit(value))
            row.addWidget(tile, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(row)
        box.addWidget(self._bar)

    def show_counts(self, screened: "Screened") -> None:
        """Show how many there are of each, and their part of all judged."""
        for verdict, tile in self._tiles.items():
            tile.show_count(screened.counts[verdict], screened.judged)
        self._bar.show_counts([screened.counts[verdict] for verdict in Verdict])

    def tile(self, verdict: Verdict) -> "VerdictTile":
        """Give the tile of a verdict."""
        return self._tiles[verdict]


class VerdictTile(QPushButton):
    """A verdict, how many patents have it, and their part."""

    def __init__(self, screen: Screen, verdict: Verdict) -> None:
        super().__init__()
        self._name = screen.choice(verdict)
        self._colour = verdict_colour(verdict, screen)
        icon, name = QLabel(), QLabel(self._name)
        icon.setPixmap(verdict_icon(verdict, screen).pixmap(_ICON))
        self.count, self._part = QLabel(), QLabel()
        self.count.setFont(screen.font(1.8, bold=True))
        self.count.setStyleSheet(f"color: {self._colour};")
        self._part.setObjectName("muted")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(6)
        foot.setSpacing(10)
        for label in (icon, name):
            head.addWidget(label)
        head.addStretch(1)
        foot.addWidget(self.count)
        foot.addWidget(self._part, 1, Qt.AlignmentFlag.AlignBottom)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(2)
        box.addLayout(head)
        box.addLayout(foot)
        for label in (icon, name, self.count, self._part):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_count(0, 0)
        self.setMinimumSize(box.sizeHint().width(), box.sizeHint().height() + 4)

    def show_count(self, count: int, of: int) -> None:
        """Show how many patents of all judged."""
        self.count.setText(f"{count:,}")
        self._part.setText(f"{round(count * 1000 / of) / 10:g} %" if of else "")
        self.setAccessibleName(f"{self._name}: {count}")


class PartsBar(QWidget):
    """The parts side by side; the tiles above say the same in figures."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._colours = [QColor(verdict_colour(verdict, screen)) for verdict in Verdict]
        self._ground = QColor(screen.theme.colours.line)
        self._counts = [0]
        self.setFixedHeight(_HEIGHT)

    def show_counts(self, counts: list[int]) -> None:
        """Show these parts."""
        self._counts = counts
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw them in the order of the tiles."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground)
        whole, left = sum(self._counts), 0.0
        for count, colour in zip(self._counts, self._colours, strict=False):
            wide = self.width() * count / whole if whole else 0
            painter.fillRect(QRectF(left, 0, max(0, wide - 1), _HEIGHT), colour)
            left += wide
        painter.end()
