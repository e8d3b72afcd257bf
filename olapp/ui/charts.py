"""Charts: bars in the colours of the theme; the only module that draws with pyqtgraph.

A chart shows what a table beside it says in figures. Its floats are lengths on a screen, not money.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from olapp.ui.screen import Screen

_PATTERNS = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.Dense5Pattern)
"""Series differ in pattern, not in colour alone."""
_ROLES = ("accent", "good", "warning")
_SAMPLE = 14
_FILLED = 0.76
"""Part of a place on the axis that bars take."""
_MOST_LABELS = 24
_LONGEST_LABEL = 10


@dataclass(frozen=True, slots=True)
class Series:
    """Bars of one kind: their name and their lengths, one per place on the axis."""

    name: str
    values: Sequence[float]


class BarChart(QFrame):
    """Bars side by side over named places; a legend and the unit above."""

    def __init__(self, screen: Screen, name: str) -> None:
        super().__init__()
        self._screen = screen
        self.setObjectName("card")
        self.setAccessibleName(name)
        self._legend = QHBoxLayout()
        self._legend.setSpacing(8)
        self._plot = pyqtgraph.PlotWidget(background=screen.theme.colours.card)
        self._prepare()
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 8)
        box.addLayout(self._legend)
        box.addWidget(self._plot, 1)

    def show_series(self, places: Sequence[str], series: Sequence[Series], unit: str = "") -> None:
        """Draw these series over these places."""
        self._plot.clear()
        width = _FILLED / max(1, len(series))
        for at, each in enumerate(series):
            offset = (at - (len(series) - 1) / 2) * width
            xs = [place + offset for place in range(len(places))]
            self._plot.addItem(self._bars(at, xs, each.values, width))
        self._name_places(places)
        self._plot.setXRange(-0.6, max(0, len(places) - 1) + 0.6, padding=0)
        highest = max((value for each in series for value in each.values), default=0)
        self._plot.setYRange(0, highest * 1.06 or 1, padding=0)
        self._show_legend([each.name for each in series], unit)

    def _bars(
        self, at: int, xs: Sequence[float], heights: Sequence[float], width: float
    ) -> pyqtgraph.BarGraphItem:
        colour = QColor(self._colour(at))
        return pyqtgraph.BarGraphItem(
            x=list(xs),
            height=list(heights),
            width=width * 0.92,
            brush=QBrush(colour, _PATTERNS[at % len(_PATTERNS)]),
            pen=_pen(colour),
        )

    def _colour(self, at: int) -> str:
        colour: str = getattr(self._screen.theme.colours, _ROLES[at % len(_ROLES)])
        return colour

    def _prepare(self) -> None:
        colours = self._screen.theme.colours
        item = self._plot.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.showGrid(x=False, y=True, alpha=0.25)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        for side in ("left", "bottom"):
            axis = item.getAxis(side)
            axis.setStyle(tickFont=_small(self._screen), tickLength=0)
            axis.setPen(_pen(QColor(colours.outline)))
            axis.setTextPen(_pen(QColor(colours.text)))
            axis.enableAutoSIPrefix(False)
        item.getAxis("left").tickStrings = _grouped

    def _name_places(self, places: Sequence[str]) -> None:
        step = max(1, -(-len(places) // _MOST_LABELS))
        ticks = [(at, _short(name)) for at, name in enumerate(places) if at % step == 0]
        self._plot.getAxis("bottom").setTicks([ticks])

    def _show_legend(self, names: Sequence[str], unit: str) -> None:
        while (item := self._legend.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for at, name in enumerate(names):
            self._legend.addWidget(_sample(self._colour(at), _PATTERNS[at % len(_PATTERNS)]))
            self._legend.addWidget(QLabel(name))
        self._legend.addStretch(1)
        measure = QLabel(unit)
        measure.setObjectName("muted")
        self._legend.addWidget(measure)


def _sample(colour: str, pattern: Qt.BrushStyle) -> QLabel:
    """Make a little square as the bars of a series look."""
    from PySide6.QtGui import QPainter, QPixmap  # noqa: PLC0415 - here only

    picture = QPixmap(_SAMPLE, _SAMPLE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setPen(_pen(QColor(colour)))
    painter.setBrush(QBrush(QColor(colour), pattern))
    painter.drawRect(0, 0, _SAMPLE - 1, _SAMPLE - 1)
    painter.end()
    label = QLabel()
    label.setPixmap(picture)
    return label


def _pen(colour: QColor) -> QPen:
    pen = QPen(colour)
    pen.setCosmetic(True)
    return pen


def _small(screen: Screen) -> QFont:
    return screen.font(0.85)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_LABEL else f"{name[: _LONGEST_LABEL - 1]}…"


def _grouped(values: Sequence[float], _scale: float, spacing: float) -> list[str]:
    """Write the marks of the axis of lengths: 10,000 and not 1e+04."""
    places = 0 if spacing >= 1 else 1
    return [f"{value:,.{places}f}" for value in values]
