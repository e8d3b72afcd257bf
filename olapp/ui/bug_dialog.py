"""The dialog of a bug: what to do, and a report that can be copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from olapp.ui.labels import words
from olapp.ui.screen import Screen


class BugDialog(QDialog):
    """Shows a report that holds nothing of the person's documents."""

    def __init__(self, parent: QWidget | None, screen: Screen, report: str) -> None:
        super().__init__(parent)
        say = screen.say
        self.setWindowTitle("olapp")
        self.setMinimumWidth(screen.em(42))
        self._report = report
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName(say("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(say("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(
            words(
                say(
                    "Something broke in the program; it is not your fault. What you typed is "
                    "kept. The report names the place in the program and nothing of your "
                    "documents."
                )
            )
        )
        box.addWidget(text)
        box.addWidget(buttons)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
