"""What the help menu says, and Qt's own words in the language of the screen."""

import platform

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator, qVersion
from PySide6.QtGui import QKeySequence

from olapp import __version__
from olapp.ui.actions import plain
from olapp.ui.commands import COMMANDS
from olapp.ui.workplace import Workplace


def tell_about(place: Workplace) -> None:
    """Show versions, and what this program is not."""
    say = place.screen.say
    text = say("olapp {version}, a workbench for patent open licensing", version=__version__)
    details = say(
        "It helps to prepare papers and finds many mistakes. It is no legal advice, and nothing "
        "is filed for you: check every paper before you sign it.\n\nPython {python}, Qt {qt}. "
        "Apache License 2.0; the fonts are under the SIL Open Font License.",
        python=platform.python_version(),
        qt=qVersion(),
    )
    place.dialogs.tell(place.window, text, details)


def tell_keys(place: Workplace) -> None:
    """Show all keys."""
    say = place.screen.say
    native = QKeySequence.SequenceFormat.NativeText
    lines = [
        f"{QKeySequence(command.keys).toString(native)}　{plain(say(command.text))}"
        for command in COMMANDS
        if command.keys
    ]
    lines += [
        "Alt+Insert　" + say("Add an item to a group"),
        "Ctrl+Shift+↑ ↓　" + say("Move an item up or down"),
        "Alt+Delete　" + say("Remove an item"),
        "Alt+↓　" + say("Open a calendar or a list"),
    ]
    place.dialogs.tell(place.window, say("Keys"), "\n".join(lines))


_translators: list[QTranslator] = []
"""The one that is installed, if any; Qt does not keep it alive."""


def speak_qt(code: str) -> None:
    """Let Qt's own dialogs, calendars and menus speak the language."""
    for old in _translators:
        QCoreApplication.removeTranslator(old)
    _translators.clear()
    chinese = code == "zh"
    QLocale.setDefault(QLocale("zh_CN" if chinese else "en_GB"))
    if chinese:
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load("qtbase_zh_CN", folder):
            QCoreApplication.installTranslator(translator)
            _translators.append(translator)
