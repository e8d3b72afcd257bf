"""What a start cannot do without: the same list in Chinese, and nothing else of olapp.

The bundled font, the style, and one table with the drafts of the store in ``OLAPP_HOME``, read by
plain SQL. No theme, menus, buttons, filter, languages or threads. Prints its mark when the rows
have been painted, then ends.
"""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

FONT = Path(__file__).parent.parent / "resources" / "fonts" / "NotoSansSC-Regular.ttf"
HEADS = ("名称", "专利号", "专利权人", "状态", "更新时间")
DRAFTS = "SELECT title, number, names, state, changed_at FROM documents ORDER BY changed_at DESC"
Index = QModelIndex | QPersistentModelIndex


class Model(QAbstractTableModel):
    """Rows as the database has them."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, _parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Count the drafts."""
        return len(self._rows)

    def columnCount(self, _parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Count the columns."""
        return len(HEADS)

    def data(self, index: Index, role: int = 0) -> str | None:
        """Give the words of a cell."""
        return None if role else self._rows[index.row()][index.column()]

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = 0
    ) -> str | None:
        """Name the columns."""
        return None if role or orientation != Qt.Orientation.Horizontal else HEADS[section]


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
    QFontDatabase.addApplicationFont(str(FONT))
    application.setFont(QFont("Noto Sans SC", 10))
    application.setStyle("Fusion")
    store = Path(os.environ["OLAPP_HOME"]) / "data" / "olapp.db"
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as connection:
        model = Model(connection.execute(DRAFTS).fetchall())
    table = Table()
    table.setModel(model)
    window = QMainWindow()
    window.setCentralWidget(table)
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    raise SystemExit(main())
