"""What every page is handed: the screen, the dialogs, the preferences, the actions."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from olapp.domain.sentence import Sentence
from olapp.domain.trouble import Trouble
from olapp.ui import tasks
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
        if self.dialogs.trouble(self.window, error):
            self.take_way_out(error)

    def take_way_out(self, trouble: Trouble, then: Callable[[], None] = lambda: None) -> None:
        """Let the program do what it can about a trouble, say what came of it, and go on."""
        way = trouble.way_out
        if way is None:
            return

        def tell(outcome: Sentence) -> None:
            self.notices.tell(self.screen.say.sentence(outcome))
            then()

        tasks.run(lambda _: way.act(), tell, self.failed, owner=self.window)
