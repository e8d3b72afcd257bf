"""Python's search for garbage, kept on the screen's thread.

Widgets that refer to each other in circles are freed by whichever thread happens to search; when
that is a working one, Qt objects die on the wrong thread and the program crashes. So no thread
searches by itself: a timer on the screen's thread does, as often as Python would.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE = 1000
"""Milliseconds between two looks at what has piled up."""


class GarbageTimer(QObject):
    """Searches for garbage on the thread it lives on, and on no other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=_PAUSE)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Search the generations that have grown past Python's own limits, the oldest of them."""
        gc.disable()  # somebody may have enabled it meanwhile
        counts, limits = gc.get_count(), gc.get_threshold()
        grown = [age for age in (0, 1, 2) if counts[age] > limits[age] > 0]
        if grown:
            gc.collect(max(grown))
