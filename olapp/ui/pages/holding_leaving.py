"""Leaving a patent, and what happens when somebody else changed it meanwhile."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from olapp.domain.trouble import Trouble
from olapp.ui import tasks
from olapp.ui.conflict import Conflict
from olapp.ui.holding_editing import HoldingEditing
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.portfolio import OpenHolding
    from olapp.ui.pages.holding import HoldingPage


class HoldingLeaving(QObject):
    """Nothing typed is lost without a word."""

    def __init__(self, place: Workplace, page: "HoldingPage") -> None:
        super().__init__(page)
        self._place, self._page = place, page

    def leave(self, then: Callable[[], object]) -> None:
        """Go on once everything is kept; ask when a change is held back or cannot be kept."""
        editing = self._page.editing
        if editing is None:
            then()
        elif editing.breaks:
            self._ask_held(editing, then)
        elif editing.autosave.trouble is not None:
            self._ask_lost(then)
        else:
            self._tell_lacking(editing)
            held = partial(self._ask_if_held, editing, then)
            editing.checked.connect(held, Qt.ConnectionType.SingleShotConnection)
            editing.leave_with(then)

    def settle(self, error: Exception) -> None:
        """Take up what somebody else kept meanwhile; tell any other trouble."""
        editing = self._page.editing
        if editing is not None and isinstance(error, Conflict):
            self._fetch(editing, editing.rebase)
        elif isinstance(error, Trouble):
            self._place.failed(error)
        else:
            raise error

    def catch_up(self, editing: HoldingEditing) -> None:
        """Look whether this patent was changed elsewhere."""

        def take(fresh: "OpenHolding") -> None:
            if fresh.version != editing.autosave.draft.version and editing.is_settled:
                editing.rebase(fresh)
            self._page.tabs.look_around()

        self._fetch(editing, take)

    def _fetch(self, editing: HoldingEditing, take: "Callable[[OpenHolding], None]") -> None:
        tasks.run(lambda _: editing.portfolio.open(editing.id), take, self._gone, owner=self._page)

    def _gone(self, error: Exception) -> None:
        """The patent is no longer in the portfolio: there is nothing to show any more."""
        if not isinstance(error, Trouble):
            raise error
        self._page.forget()

    def _ask_if_held(self, editing: HoldingEditing, then: Callable[[], object]) -> None:
        if editing.breaks:
            editing.stay()
            self._ask_held(editing, then)

    def _ask_held(self, editing: HoldingEditing, then: Callable[[], object]) -> None:
        say = self._place.screen.say
        told = "\n".join(self._place.screen.finding(each) for each in editing.breaks)
        options = (say("Keep it all the same"), say("Take the change back"), say("Stay here"))
        text = say("A declaration on this patent stands. This change is not kept yet:")
        answer = self._place.dialogs.choose(self._page, text, told, options)
        if answer == 0:
            editing.allow()
        elif answer == 1:
            editing.take_back()
        if answer != len(options) - 1:
            editing.leave_with(then)

    def _ask_lost(self, then: Callable[[], object]) -> None:
        say = self._place.screen.say
        options = (say("Leave without saving"), say("Stay here"))
        text = say("The last changes of this patent are not saved.")
        if self._place.dialogs.choose(self._page, text, "", options, is_trouble=True) == 0:
            self._page.editing = None
            then()

    def _tell_lacking(self, editing: HoldingEditing) -> None:
        count = len(editing.lacks) + len(editing.document.unreadable)
        if count:
            text = self._place.screen.say(
                "Not kept, for something is missing: {count}", count=count
            )
            self._place.notices.tell(text)
