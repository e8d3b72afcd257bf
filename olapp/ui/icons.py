"""Icons: line drawings in the colour asked for, sharp at every scale."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SIZES = (16, 20, 32, 40)
"""Device pixels at which icons are drawn: 16 and 20 points at scales of 100 to 200 %."""


_FAINT = 0.35
"""How much of an icon is left when it can do nothing now."""


class Icons:
    """The icons of a folder of SVG files that draw in ``currentColor``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn = cache(self._draw)

    def icon(self, name: str, colour: str) -> QIcon:
        """Give an icon in a colour (``#rrggbb``)."""
        return self._drawn(name, colour)

    def application_icon(self) -> QIcon:
        """Give the program's own icon, in its own colours."""
        return self._drawn("olapp", "")

    def path(self, name: str) -> str:
        """Give the place of an icon, as style sheets want it."""
        return (self._folder / f"{name}.svg").as_posix()

    def _draw(self, name: str, colour: str) -> QIcon:
        drawing = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        body = drawing.replace("currentColor", colour).encode()
        renderer = QSvgRenderer(QByteArray(body))
        icon = QIcon()
        for size in _SIZES:
            icon.addPixmap(_painted(renderer, size, 1))
            icon.addPixmap(_painted(renderer, size, _FAINT), QIcon.Mode.Disabled)
        return icon


def _painted(renderer: QSvgRenderer, size: int, opacity: float) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(picture)
    painter.setOpacity(opacity)
    renderer.render(painter)
    painter.end()
    return picture
