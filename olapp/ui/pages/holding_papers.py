"""Documents attached to a patent: copied in, hashed, opened as copies."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from olapp.ui import tasks
from olapp.ui.labels import words
from olapp.ui.rows_table import RowsTable, Shown
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.portfolio import Attachment, Portfolio

_KILO = 1024
_HASH_SHOWN = 12


class PapersTab(QWidget):
    """A list of documents; files dragged here are attached."""

    changed = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._portfolio: Portfolio | None = None
        self._id = 0
        screen, say = place.screen, place.screen.say
        self.table: RowsTable[Attachment] = RowsTable(
            screen,
            say("Documents"),
            [
                Shown(say("Name"), lambda row: row.name),
                Shown(say("Size"), lambda row: _size(row.size), 5.5, is_number=True),
                Shown(say("Attached"), _moment, 9.5),
                Shown(say("SHA-256"), lambda row: row.sha256[:_HASH_SHOWN] + "…", 8.5),
            ],
        )
        self.add = QPushButton(screen.theme.icon("clip"), say("Attach a file..."))
        self.remove = QPushButton(say("Take off"))
        self.add.clicked.connect(self.ask)
        self.remove.clicked.connect(self.take_off)
        self.table.opened.connect(self.open)
        self.table.picked.connect(self._allow)
        self.setAcceptDrops(True)
        self._lay_out()
        self._allow()

    def show_papers(
        self, portfolio: "Portfolio", holding_id: int, papers: "tuple[Attachment, ...]"
    ) -> None:
        """Show the documents of a holding."""
        self._portfolio, self._id = portfolio, holding_id
        self.table.show_rows(papers)

    def ask(self) -> None:
        """Ask for a file and attach it."""
        say = self._place.screen.say
        path = self._place.dialogs.open_file(self, say("Attach a file"), say("All files (*)"))
        if path is not None:
            self.attach(path)

    def attach(self, path: Path) -> None:
        """Copy a file in."""
        if self._portfolio is not None:
            self._change(partial(self._portfolio.attach, self._id, path))

    def take_off(self) -> None:
        """Ask, and take the chosen document off; its copy goes, the original stays."""
        row, say, portfolio = self.table.current(), self._place.screen.say, self._portfolio
        if row is None or portfolio is None:
            return
        options = (say("Take off"), say("Keep it"))
        text = say("Take this document off the patent?")
        details = say("{name}\n\nThe copy kept here is deleted for good.", name=row.name)
        if self._place.dialogs.choose(self, text, details, options) == 0:
            self._change(partial(portfolio.detach, self._id, row.sha256))

    def open(self, row: "Attachment") -> None:
        """Open a copy with the system's program; what is kept stays as it is."""
        portfolio = self._portfolio
        if portfolio is None:
            return
        tasks.run(
            lambda _: portfolio.open_copy(row, Path(mkdtemp(prefix="olapp-"))),
            self._place.dialogs.open_folder,
            self._place.failed,
            owner=self,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files of this machine only."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Attach what was dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.attach(Path(url.toLocalFile()))

    def _change(self, work: Callable[[], object]) -> None:
        tasks.run(lambda _: work(), lambda _: self.changed.emit(), self._place.failed, owner=self)

    def _allow(self) -> None:
        self.remove.setEnabled(self.table.current() is not None)

    def _lay_out(self) -> None:
        say = self._place.screen.say
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 10, 8, 4)
        box.setSpacing(8)
        box.addLayout(buttons)
        box.addWidget(words(say("Files can be dragged here; a copy is kept with a hash."), "help"))
        box.addWidget(self.table, 1)


def _moment(row: "Attachment") -> str:
    return row.added_at.astimezone().strftime("%Y-%m-%d %H:%M")


def _size(size: int) -> str:
    return f"{size:,} B" if size < _KILO else f"{size // _KILO:,} KB"
