"""The floor of the start: a main window with an empty table, and nothing of olapp.

Prints its mark when the table has been painted for the first time, then ends.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class Table(QTableView):
    """A table that tells when it can be seen."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint, then print the mark."""
        super().paintEvent(event)
        QTimer.singleShot(0, shown)


def shown() -> None:
    """Print the mark and end."""
    print("usable", flush=True)
    QApplication.quit()


def main() -> int:
    """Show the window."""
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.setCentralWidget(Table())
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    raise SystemExit(main())
