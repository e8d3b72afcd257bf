"""When a draft cannot be kept: the trouble is shown, or the person chooses between two versions."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from olapp.ui import tasks
from olapp.ui.conflict import Conflict, told
from olapp.ui.editing import Editing
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.drafts import OpenDraft


class DraftRefusal:
    """Settles what the store refused; nothing typed is lost on the way."""

    def __init__(self, place: Workplace, editing: Editing, page: QWidget) -> None:
        self._place, self._editing, self._page = place, editing, page

    def settle(self, error: Exception) -> None:
        """Show a trouble; of a change elsewhere, fetch the other version first."""
        if not isinstance(error, Conflict):
            self._place.failed(error)
            return
        editing = self._editing
        tasks.run(
            lambda _: editing.desk.drafts.open(editing.id),
            self._choose,
            self._place.failed,
            owner=self._page,
        )

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
