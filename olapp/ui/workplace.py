"""What every page is handed: the screen, the dialogs, the preferences, the actions."""

from collections.abc import Callable
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

    def failing(self, then: Callable[[], None]) -> Callable[[Exception], None]:
        """Make a handler that tidies up before it shows the trouble."""

        def handle(error: Exception) -> None:
            then()
            self.failed(error)

        return handle
