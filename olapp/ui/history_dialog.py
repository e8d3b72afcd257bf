"""The earlier versions of a draft, and what bringing one back would change."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from olapp.domain.declaration import Declaration
from olapp.ui import tasks
from olapp.ui.conflict import differences, told
from olapp.ui.labels import visible, words
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.drafts import Version


@dataclass(frozen=True, slots=True)
class Past:
    """What can be looked back at: the versions, newest first, and the way to their documents."""

    present: Declaration
    versions: "tuple[Version, ...]"
    fetch: Callable[[int], Declaration]
    """Reads a version; called off the screen's thread."""
    failed: Callable[[Exception], None]


class HistoryDialog(QDialog):
    """A list of versions; below it the differences between now and the one chosen."""

    def __init__(self, parent: QWidget, screen: Screen, past: Past) -> None:
        super().__init__(parent)
        self._screen, self._past = screen, past
        self._chosen: Declaration | None = None
        say = screen.say
        self.setWindowTitle(say("Earlier versions"))
        self.setMinimumSize(screen.em(44), screen.em(38))
        self.list = QListWidget()
        self.list.setAccessibleName(say("Earlier versions"))
        self.list.ensurePolished()  # or the lines would be laid out without their padding
        self.list.addItems([self._line(version) for version in past.versions])
        self.summary = words("")
        self.fields = QPlainTextEdit()
        self.fields.setReadOnly(True)
        self.fields.setTabChangesFocus(True)
        self.fields.setAccessibleName(say("What would change"))
        self._lay_out()
        self.list.currentRowChanged.connect(self._read)
        self.list.setCurrentRow(0)

    def choose(self) -> Declaration | None:
        """Ask; gives the document to bring back, or None."""
        is_accepted = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return self._chosen if is_accepted else None

    def _lay_out(self) -> None:
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.button = buttons.addButton(self._screen.say("Bring back"), role.AcceptRole)
        self.button.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(self.list, 2)
        box.addWidget(self.summary)
        box.addWidget(self.fields, 3)
        box.addWidget(buttons)

    def _line(self, version: "Version") -> str:
        at = version.at.astimezone().strftime("%Y-%m-%d %H:%M")
        number = self._screen.say("version {number}", number=version.version)
        return visible("　".join(part for part in (at, number, version.note) if part))

    def _read(self, row: int) -> None:
        """Fetch the version at a row; nothing can be brought back before it is there."""
        self._chosen = None
        self.button.setEnabled(False)
        self.summary.clear()
        self.fields.clear()
        past, show = self._past, partial(self._show, row)
        version = past.versions[row].version
        tasks.run(lambda _: past.fetch(version), show, past.failed, owner=self)

    def _show(self, row: int, document: Declaration) -> None:
        if row != self.list.currentRow():
            return
        say, present = self._screen.say, self._past.present
        count = sum(1 for _ in differences(present, document))
        self._chosen = document if count else None
        self.button.setEnabled(count > 0)
        self.summary.setText(
            say("Fields that differ: {count}. In each, what stands now comes first.", count=count)
            if count
            else say("This version says the same as the draft does now.")
        )
        self.fields.setPlainText(told(present, document, self._screen))
