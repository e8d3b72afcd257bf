"""Every dialog there is, behind one object, so that tests can answer them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from olapp.domain.trouble import Trouble
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from olapp.domain.declaration import Declaration
    from olapp.domain.stated import StatedFacts
    from olapp.ui.history_dialog import Past
    from olapp.ui.pages.portfolio_facts import FactsQuestion


class Dialogs:
    """The real dialogs, in the language and look of the screen."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    def open_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """Ask for a file to read."""
        name, _ = QFileDialog.getOpenFileName(parent, title, documents_folder(), kinds)
        return Path(name) if name else None

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """Ask for a file to write."""
        chosen, _ = QFileDialog.getSaveFileName(
            parent, title, f"{documents_folder()}/{name}", kinds
        )
        return Path(chosen) if chosen else None

    def folder(self, parent: QWidget, title: str, start: str) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(
            parent, title, start if Path(start).is_dir() and start else documents_folder()
        )
        return Path(name) if name else None

    def printer(self, parent: QWidget, pages: int) -> "QPrinter | None":
        """Ask for a printer and its settings, through the system's dialog."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - rarely needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, parent)
        dialog.setMinMax(1, pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None

    def choose(
        self,
        parent: QWidget,
        text: str,
        details: str,
        options: tuple[str, ...],
        *,
        is_trouble: bool = False,
    ) -> int:
        """Ask for one of several ways, by index; Escape and Enter take the last, the safe one."""
        icon = QMessageBox.Icon.Warning if is_trouble else QMessageBox.Icon.Question
        box = self._box(parent, icon, text)
        if is_trouble:
            box.setWindowTitle(self.screen.say("Not done"))
        box.setInformativeText(details)
        role = QMessageBox.ButtonRole
        buttons = [box.addButton(option, role.AcceptRole) for option in options[:-1]]
        buttons.append(box.addButton(options[-1], role.RejectRole))
        box.setDefaultButton(buttons[-1])
        box.setEscapeButton(buttons[-1])
        box.exec()
        return next(at for at, button in enumerate(buttons) if button is box.clickedButton())

    def tell(self, parent: QWidget, text: str, details: str = "") -> None:
        """Tell something that has to be read."""
        box = self._box(parent, QMessageBox.Icon.Information, text)
        box.setInformativeText(details)
        box.exec()

    def refuse(self, parent: QWidget, text: str, details: str) -> None:
        """Say that something cannot be done, and why."""
        self.choose(parent, text, details, (self.screen.say("Close"),), is_trouble=True)

    def trouble(self, parent: QWidget, trouble: Trouble) -> bool:
        """Say what happened, where, and what to do; whether the program shall do it."""
        say = self.screen.say
        ways = () if trouble.way_out is None else (say(trouble.way_out.label),)
        text, details = self._told(trouble)
        options = (*ways, say("Close"))
        return self.choose(parent, text, details, options, is_trouble=True) < len(ways)

    def retry(self, parent: QWidget, trouble: Trouble) -> str:
        """Show a trouble that stops everything; gives ``way out``, ``again`` or ``quit``."""
        say = self.screen.say
        ways = {} if trouble.way_out is None else {"way out": say(trouble.way_out.label)}
        ways |= {"again": say("Try again"), "quit": say("Quit")}
        text, details = self._told(trouble)
        options = tuple(ways.values())
        return list(ways)[self.choose(parent, text, details, options, is_trouble=True)]

    def _told(self, trouble: Trouble) -> tuple[str, str]:
        say = self.screen.say
        return say.sentence(trouble.what), say(
            "Where: {where}\n\nWhat to do: {remedy}", where=trouble.where, remedy=trouble.remedy
        )

    def bug(self, parent: QWidget | None, report: str) -> None:
        """Say that something broke that is our fault, with a report to copy."""
        from olapp.ui.bug_dialog import BugDialog  # noqa: PLC0415 - rarely needed

        BugDialog(parent, self.screen, report).exec()

    def pick(
        self, parent: QWidget, title: str, find: Callable[[str], tuple[tuple[str, Any], ...]]
    ) -> Any:
        """Let the person pick one of the things ``find`` gives for a beginning; None for none."""
        from olapp.ui.pick_dialog import PickDialog  # noqa: PLC0415 - rarely needed

        return PickDialog(parent, self.screen, title, find).pick()

    def line(
        self, parent: QWidget, title: str, text: str, known: tuple[str, ...] = ()
    ) -> str | None:
        """Ask for a line of text, one of the known ones or another; None for none."""
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415 - rarely needed

        given, is_given = QInputDialog.getItem(parent, title, text, ["", *known], 0, True)
        return given.strip() if is_given else None

    def look_back(self, parent: QWidget, past: "Past") -> "Declaration | None":
        """Let the person choose an earlier version to bring back; None to stay as it is."""
        from olapp.ui.history_dialog import HistoryDialog  # noqa: PLC0415 - rarely needed

        return HistoryDialog(parent, self.screen, past).choose()

    def facts(self, parent: QWidget, question: "FactsQuestion") -> "StatedFacts | None":
        """Ask what to state of many patents; None for nothing."""
        from olapp.ui.pages.portfolio_facts import FactsDialog  # noqa: PLC0415 - rarely needed

        return FactsDialog(parent, self.screen, question).state()

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the system's file browser."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _box(self, parent: QWidget, icon: QMessageBox.Icon, text: str) -> QMessageBox:
        box = QMessageBox(parent)
        box.setWindowTitle("olapp")
        box.setIcon(icon)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        return box


def documents_folder() -> str:
    """Give the folder where a person keeps documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if Path(documents).is_dir() else str(Path.home())
