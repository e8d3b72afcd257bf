"""What a batch has made, and what can be done with it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from olapp.ui.labels import words
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.batch import Made, Undone
    from olapp.services.batch_print import Printed

_MOST = 5


class DonePanel(QFrame):
    """Hidden until something was made."""

    folder_asked = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._folder: Path | None = None
        self.setObjectName("panel")
        say = screen.say
        self.text = words("")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.resume = QPushButton(say("Go on"))
        self.print = QPushButton(screen.theme.icon("printer"), say("Print all to a folder..."))
        self.folder = QPushButton(screen.theme.icon("folder"), say("Open the folder"))
        self.show_list = QPushButton(screen.theme.icon("paper"), say("Show the declarations"))
        self.undo = QPushButton(screen.theme.icon("undo"), say("Undo all"))
        self.folder.clicked.connect(lambda: self.folder_asked.emit(self._folder))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        for button in (self.resume, self.print, self.folder, self.show_list, self.undo):
            row.addWidget(button)
        self.hide()

    def show_made(self, made: "Made") -> None:
        """Say how many drafts were made, and how many are left."""
        say = self._screen.say
        told = say("Declarations made: {count}", count=f"{len(made.draft_ids):,}")
        if made.left:
            told = f"{told}　{say('Stopped; still to be made: {count}', count=made.left)}"
        self._folder = None
        self.text.setText(told)
        self._arrange(is_made=True, is_left=made.left > 0)

    def show_printed(self, printed: "Printed") -> None:
        """Say how many packs were written, and which could not be."""
        say = self._screen.say
        self._folder = printed.folder
        done = len(printed.packs) - len(printed.failed)
        lines = [say("Packs written, with an index sheet: {count}", count=f"{done:,}")]
        if printed.left:
            lines.append(say("Stopped; still to be printed: {count}", count=printed.left))
        lines += [
            f"{pack.number} {say.sentence(pack.refusal)}"
            for pack in printed.failed[:_MOST]
            if pack.refusal is not None
        ]
        self.text.setText("\n".join(lines))
        self._arrange(is_made=True, is_left=False)

    def show_undone(self, undone: "Undone") -> None:
        """Say how many drafts were taken away, and how many stay."""
        say = self._screen.say
        told = say("Declarations taken away again: {count}", count=f"{undone.removed:,}")
        if undone.kept:
            stay = say("Left, because somebody worked on them: {count}", count=undone.kept)
            told = f"{told}　{stay}"
        self._folder = None
        self.text.setText(told)
        self._arrange(is_made=False, is_left=False)

    def _arrange(self, *, is_made: bool, is_left: bool) -> None:
        for button in (self.print, self.show_list, self.undo):
            button.setVisible(is_made)
        self.resume.setVisible(is_left)
        self.folder.setVisible(self._folder is not None)
        self.show()
