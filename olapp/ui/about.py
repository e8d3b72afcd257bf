"""What the help menu says."""

import platform

from PySide6.QtCore import qVersion
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
    lines = [line.replace("左方向", "←") for line in lines]  # as the other arrows below
    lines += [
        "Alt+Insert　" + say("Add an item to a group"),
        "Ctrl+Shift+↑ ↓　" + say("Move an item up or down"),
        "Alt+Delete　" + say("Remove an item"),
        "Alt+↓　" + say("Open a calendar or a list"),
    ]
    place.dialogs.tell(place.window, say("Keys"), "\n".join(lines))
