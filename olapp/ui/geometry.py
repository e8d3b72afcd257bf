"""Where the window stood when it was last closed."""

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtWidgets import QMainWindow

_KEY = "window/geometry"
_SIZE = QSize(1280, 800)
_LEAST = QSize(760, 520)
_FRAME = QSize(24, 56)
"""Room for the frame and the title, which Qt does not know before the window is shown."""


def restore(window: QMainWindow) -> None:
    """Put a window back where it stood; the first time, in the middle of the screen."""
    room = window.screen().availableGeometry()
    size, least = sizes(room)
    window.setMinimumSize(least)
    window.resize(size)
    window.move(room.center() - QRect(window.rect()).center())
    kept = QSettings().value(_KEY)
    if isinstance(kept, QByteArray):
        window.restoreGeometry(kept)


def sizes(room: QRect) -> tuple[QSize, QSize]:
    """Give the size a window starts with and its least one; neither is larger than the screen.

    >>> sizes(QRect(0, 0, 683, 384))[0].toTuple()
    (659, 328)
    """
    most = room.size() - _FRAME
    return _SIZE.boundedTo(most), _LEAST.boundedTo(most)


def keep(window: QMainWindow) -> None:
    """Note where a window stands."""
    QSettings().setValue(_KEY, window.saveGeometry())
