"""Where the window stood when it was last closed."""

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

_KEY = "window/geometry"


def restore(window: QMainWindow) -> None:
    """Put a window back where it stood."""
    kept = QSettings().value(_KEY)
    if isinstance(kept, QByteArray):
        window.restoreGeometry(kept)


def keep(window: QMainWindow) -> None:
    """Note where a window stands."""
    QSettings().setValue(_KEY, window.saveGeometry())
