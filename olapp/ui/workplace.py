"""What every page is handed: the screen, the dialogs, the preferences, the actions."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from olapp.domain.trouble import Trouble
from olapp.ui.actions import Actions
from olapp.ui.dialogs import Dialogs
from olapp.ui.notices import Notices
from olapp.ui.preferences import Preferences
from olapp.ui.screen import Screen


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Workplace:
    """Built by the window for each language; pages keep no globals."""

    screen: Screen
    dialogs: Dialogs
    preferences: Preferences
    actions: Actions
    notices: Notices
    window: QWidget

    def failed(self, error: Exception) -> None:
        """Show a trouble; let anything else reach the last net."""
        if not isinstance(error, Trouble):
            raise error
        self.dialogs.trouble(self.window, error)

    def may_lose(self) -> bool:
        """Ask whether changes that cannot be saved may be lost."""
        say = self.screen.say
        return self.dialogs.ask(
            self.window,
            say("The last changes could not be saved. Close and lose them?"),
            say("Close and lose them"),
            say("Stay"),
        )
