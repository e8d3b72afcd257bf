"""When a draft cannot be kept: the trouble is shown, or the person chooses between two versions."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from olapp.domain.trouble import Trouble
from olapp.ui import tasks
from olapp.ui.conflict import Conflict, told
from olapp.ui.editing import Editing
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.drafts import OpenDraft


class DraftRefusal(QObject):
    """Settles what the store refused while its page is there; nothing typed is lost on the way."""

    def __init__(self, place: Workplace, editing: Editing, page: QWidget) -> None:
        super().__init__(page)
        self._place, self._editing, self._page = place, editing, page
        self._told = ""
        editing.autosave.kept.connect(self._forget)

    def settle(self, error: Exception) -> None:
        """Show a trouble; of a change elsewhere, fetch the other version first."""
        if not isinstance(error, Conflict):
            self._tell(error)
            return
        editing = self._editing
        tasks.run(
            lambda _: editing.desk.drafts.open(editing.id),
            self._choose,
            self._place.failed,
            owner=self._page,
        )

    def _tell(self, error: Exception) -> None:
        """Tell of a trouble beside the work: a dialog would swallow the keys being typed."""
        if not isinstance(error, Trouble):
            raise error
        say = self._place.screen.say
        self._told = say("Not saved: {what}", what=error.what)
        show = partial(self._place.failed, error)
        self._place.notices.tell(self._told, say("What to do"), show, stays=True)

    def _forget(self) -> None:
        self._place.notices.forget(self._told)

    def _choose(self, theirs: "OpenDraft") -> None:
        editing, say = self._editing, self._place.screen.say
        fields = told(editing.document, theirs.document, self._place.screen)
        chosen = self._place.dialogs.choose(
            self._page,
            say("This draft was changed in another window. Which one do you want to keep?"),
            say("In each field, yours stands first:\n\n{fields}", fields=fields),
            (say("Take the other one"), say("Keep mine")),
        )
        editing.autosave.go_on_from(theirs)
        if chosen == 0:
            editing.take(theirs.document, "patent.number")
        else:
            editing.autosave.want(editing.document)
            editing.autosave.flush()
