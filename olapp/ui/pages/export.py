"""Writing the pack: how far it is, and what was written."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QProgressBar, QPushButton

from olapp.domain.finding import Finding
from olapp.ui import tasks
from olapp.ui.labels import words
from olapp.ui.pages.doubts import DoubtsLine
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.printing import Export

Write = Callable[[tasks.Progress], "Export"]


class ExportPanel(QFrame):
    """Hidden until a pack is written; then progress, then the result until it is closed."""

    def __init__(self, screen: Screen, open_folder: Callable[[Path], None]) -> None:
        super().__init__()
        self._screen, self._open_folder = screen, open_folder
        self._progress: tasks.Progress | None = None
        self._folder = Path()
        self.setObjectName("panel")
        self.text = words("")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.doubts = DoubtsLine(screen)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(screen.say("Progress"))
        self.cancel = QPushButton(screen.say("Cancel"))
        self.show_folder = QPushButton(screen.theme.icon("folder"), screen.say("Open the folder"))
        self.close_button = QPushButton(screen.say("Close"))
        self.cancel.clicked.connect(self._cancel)
        self.show_folder.clicked.connect(lambda: self._open_folder(self._folder))
        self.close_button.clicked.connect(self.hide)
        self._lay_out()
        self.hide()

    def run(
        self,
        write: Write,
        done: Callable[["Export"], None],
        failed: Callable[[Exception], None],
        findings: Sequence[Finding] = (),
    ) -> None:
        """Write a pack off the screen's thread; a second one waits until the first is done.

        ``findings`` are those known beforehand: what speaks against filing is said at once.
        """
        if self._progress is not None:
            return
        self.doubts.show_findings(findings)
        self._show_running()

        def fail(error: Exception) -> None:
            self._progress = None
            self.hide()
            failed(error)

        def take(export: "Export") -> None:
            self._show_export(export)
            done(export)

        self._progress = tasks.run(write, take, fail, owner=self)
        self._progress.stepped.connect(self._step)

    def _step(self, done: int, of: int, name: str) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.text.setText(self._screen.say("Writing {name}", name=name) if name else "")

    def _cancel(self) -> None:
        if self._progress is not None:
            self._progress.cancel()
            self.cancel.setEnabled(False)

    def _show_running(self) -> None:
        self.text.setText(self._screen.say("Drawing the papers..."))
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self._arrange(is_running=True)

    def _show_export(self, export: "Export") -> None:
        was_cancelled = self._progress is not None and self._progress.is_cancelled()
        self._progress = None
        self._folder = export.folder
        self.doubts.show_findings(export.findings)
        self.text.setText("\n".join(self._said(export, was_cancelled=was_cancelled)))
        self._arrange(is_running=False)
        self.show_folder.setFocus()

    def _said(self, export: "Export", *, was_cancelled: bool) -> list[str]:
        say = self._screen.say
        lines = [say("Files written: {count}", count=len(export.files)) + f"　{export.folder}"]
        lines += [file.name for file in export.files]
        if was_cancelled:
            lines.append(say("Cancelled before the pack was whole."))
        return lines

    def _arrange(self, *, is_running: bool) -> None:
        self.bar.setVisible(is_running)
        self.cancel.setVisible(is_running)
        self.show_folder.setVisible(not is_running)
        self.close_button.setVisible(not is_running)
        self.show()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.doubts, 0, 0)
        grid.addWidget(self.text, 1, 0)
        grid.addWidget(self.bar, 2, 0)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.cancel, self.show_folder, self.close_button):
            buttons.addWidget(button)
        grid.addLayout(buttons, 0, 1, 3, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)
