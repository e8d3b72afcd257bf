"""The first step of an import: a file chosen or dropped, and the imports of before."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from olapp.services.planning import RowFate
from olapp.ui.labels import words
from olapp.ui.pages.import_fates import fate_words
from olapp.ui.rows_table import RowsTable, Shown
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.importing import ImportRow


class DropZone(QFrame):
    """Takes files dropped on it, or asks for one."""

    dropped = Signal(object)
    """Paths of files."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAcceptDrops(True)
        say = screen.say
        title = QLabel(say("Drop files here"))
        title.setFont(screen.font(1.25, bold=True))
        text = words(
            say(
                "Tables and records of patents: .xlsx, .xls, .csv, .tsv, .txt and .xml, from any "
                "patent database, from the office, or kept by hand. Nothing is taken in before "
                "you have seen what would change."
            ),
            "help",
        )
        self.button = QPushButton(
            screen.theme.tinted("import", "on_accent"), say("Choose a file...")
        )
        self.button.setProperty("primary", True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 22, 24, 22)
        box.setSpacing(10)
        box.addWidget(title)
        box.addWidget(text)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files, and nothing else."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the files on."""
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)


class ChooseStep(QWidget):
    """The zone for files above, the earlier imports below."""

    undo_asked = Signal(object)
    report_asked = Signal(object)
    """An ``ImportRow`` each."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.zone = DropZone(screen)
        self.table: RowsTable[ImportRow] = RowsTable(
            screen, screen.say("Earlier imports"), _columns(screen)
        )
        self.undo = QPushButton(screen.theme.icon("undo"), screen.say("Undo this import"))
        self.report = QPushButton(screen.theme.icon("export"), screen.say("Save its report..."))
        self.undo.clicked.connect(lambda: self._ask(self.undo_asked))
        self.report.clicked.connect(lambda: self._ask(self.report_asked))
        self.table.picked.connect(self._allow)
        self._title = QLabel(screen.say("Earlier imports"))
        self._title.setFont(screen.font(1.1, bold=True))
        self._lay_out()
        self.show_imports(())

    def show_imports(self, imports: "Sequence[ImportRow]") -> None:
        """List the imports of before; nothing is shown while there was none."""
        self.table.show_rows(imports)
        for widget in (self._title, self.table, self.undo, self.report):
            widget.setVisible(bool(imports))
        if imports:
            self.table.selectRow(0)
        self._allow()

    def _ask(self, signal: SignalInstance) -> None:
        row = self.table.current()
        if row is not None:
            signal.emit(row)

    def _allow(self) -> None:
        row = next(iter(self.table.chosen()), None)
        self.undo.setEnabled(row is not None and row.undone_at is None)
        self.report.setEnabled(row is not None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.report)
        head.addWidget(self.undo)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.zone)
        box.addLayout(head)
        box.addWidget(self.table, 1)
        box.addStretch(0)


def _columns(screen: Screen) -> "tuple[Shown[ImportRow], ...]":
    say = screen.say
    fates = (RowFate.NEW, RowFate.CHANGED, RowFate.DOUBTFUL, RowFate.REFUSED)
    counts = (_counted(fate, screen) for fate in fates)
    return (
        Shown(say("When"), lambda row: row.at.astimezone().strftime("%Y-%m-%d %H:%M"), 11),
        Shown(say("File"), lambda row: row.name),
        Shown(say("Facts as of"), lambda row: row.as_of.isoformat() if row.as_of else "", 8),
        *counts,
        Shown(
            say("State"), lambda row: say("Undone") if row.undone_at else say("Carried out"), 7.5
        ),
    )


def _state(row: "ImportRow", screen: Screen) -> str:
    return screen.say("Undone") if row.undone_at else screen.say("Carried out")


def _counted(fate: RowFate, screen: Screen) -> "Shown[ImportRow]":
    return Shown(
        fate_words(fate, screen), lambda row: f"{row.counts.get(fate, 0):,}", 5.5, is_number=True
    )
