"""Looking back at the kept versions of a draft, and bringing one back."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from olapp.ui import tasks
from olapp.ui.editing import Editing
from olapp.ui.history_dialog import Past
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.drafts import Version


class DraftHistory:
    """Lets the person take an earlier version as the present document."""

    def __init__(self, place: Workplace, editing: Editing, page: QWidget) -> None:
        self._place, self._editing, self._page = place, editing, page

    def look_back(self) -> None:
        """Keep what stands on the screen, and list what was kept before it."""
        editing = self._editing
        editing.leave()
        tasks.run(
            lambda _: editing.desk.drafts.history(editing.id),
            self._choose,
            self._place.failed,
            owner=self._page,
        )

    def _choose(self, versions: "tuple[Version, ...]") -> None:
        place, editing = self._place, self._editing
        earlier = versions[1:]  # the newest is what stands on the screen
        if not earlier:
            place.notices.tell(place.screen.say("No earlier version has been kept yet."))
            return
        past = Past(
            editing.document,
            earlier,
            lambda version: editing.desk.drafts.at_version(editing.id, version),
            place.failed,
        )
        document = place.dialogs.look_back(self._page, past)
        if document is not None:
            editing.take(document, "patent.number")
