"""The last step of an import: what was done, and the way back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from olapp.services.planning import RowFate
from olapp.ui.labels import visible, words
from olapp.ui.pages.import_fates import fate_icon, fate_words
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.importing import Imported, Undone

_ICON = 18
_MOST_NAMED = 20


class ResultStep(QWidget):
    """Counts, and what can be done now."""

    shown = Signal()
    """The person wants to see the patents."""
    report_asked = Signal()
    undo_asked = Signal()
    next_asked = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        say = screen.say
        self.title = QLabel()
        self.title.setFont(screen.font(1.25, bold=True))
        self.text = words("")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self.show_patents = QPushButton(screen.theme.icon("table"), say("Show these patents"))
        self.report = QPushButton(screen.theme.icon("export"), say("Save the report..."))
        self.undo = QPushButton(screen.theme.icon("undo"), say("Undo this import"))
        self.next = QPushButton(say("Next file"))
        self.next.setProperty("primary", True)
        self.show_patents.clicked.connect(self.shown)
        self.report.clicked.connect(self.report_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.next.clicked.connect(self.next_asked)
        self._lay_out()

    def show_imported(self, name: str, imported: "Imported", waiting: int) -> None:
        """Say what an import did; ``waiting`` files are still to come."""
        say = self._screen.say
        self.title.setText(say("Taken in: {name}", name=visible(name)))
        lines = [
            say("Patents new on the desk: {count}", count=f"{imported.added:,}"),
            say("Patents changed: {count}", count=f"{imported.changed:,}"),
        ]
        if imported.taken:
            taken = say("Conflicts decided for the file: {count}", count=imported.taken)
            lines.append(taken)
        self.text.setText("\n".join(lines))
        self._show_counts(imported)
        self._allow(can_undo=True, waiting=waiting)

    def show_undone(self, undone: "Undone", waiting: int) -> None:
        """Say what taking an import back did."""
        say = self._screen.say
        self.title.setText(say("The import is undone"))
        lines = [
            say("Patents taken out again: {count}", count=f"{undone.removed:,}"),
            say("Patents put back as they were: {count}", count=f"{undone.restored:,}"),
        ]
        if undone.kept:
            lines.append(
                say("Left alone, because they changed since: {count}", count=len(undone.kept))
            )
            lines += [f"{row.number} {row.title}" for row in undone.kept[:_MOST_NAMED]]
        self.text.setText(visible("\n".join(lines)))
        self._clear()
        self._allow(can_undo=False, waiting=waiting)

    def _allow(self, *, can_undo: bool, waiting: int) -> None:
        say = self._screen.say
        for button in (self.undo, self.show_patents, self.report):
            button.setVisible(can_undo)
        self.next.setText(
            say("Next file ({count} waiting)", count=waiting) if waiting else say("Another file")
        )

    def _show_counts(self, imported: "Imported") -> None:
        self._clear()
        for row, fate in enumerate(RowFate):
            icon = QLabel()
            icon.setPixmap(fate_icon(fate, self._screen).pixmap(_ICON))
            self._grid.addWidget(icon, row, 0)
            self._grid.addWidget(QLabel(fate_words(fate, self._screen)), row, 1)
            self._grid.addWidget(QLabel(f"{imported.counts.get(fate, 0):,}"), row, 2)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.show_patents, self.report, self.undo, self.next):
            buttons.addWidget(button)
        buttons.addStretch(1)
        counts = QHBoxLayout()
        counts.addLayout(self._grid)
        counts.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(14)
        box.addWidget(self.title)
        box.addWidget(self.text)
        box.addLayout(counts)
        box.addLayout(buttons)
        box.addStretch(1)
