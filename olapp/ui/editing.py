"""An open draft: its document, its past, its findings, and the way it is kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Finding
from olapp.ui import tasks
from olapp.ui.autosave import Autosave
from olapp.ui.recheck import Recheck
from olapp.ui.workpiece import Workpiece

if TYPE_CHECKING:
    from olapp.services.desk import Desk
    from olapp.services.drafts import OpenDraft


class Editing(Workpiece[Declaration]):
    """What the draft page works on; it outlives the page when the language changes."""

    def __init__(self, desk: "Desk", draft: "OpenDraft") -> None:
        super().__init__(draft.document)
        self.desk = desk
        self.state = draft.state
        self.autosave: Autosave[OpenDraft, Declaration] = Autosave(desk.drafts, draft, self)
        self.recheck = Recheck(self._check, self)
        self.recheck.now(draft.document)

    @property
    def id(self) -> int:
        """The draft's number in the store."""
        return self.autosave.draft.id

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the last check found."""
        return self.recheck.findings

    def remember(self, failed: Callable[[Exception], None], owner: QObject) -> None:
        """Remember the parties and the patent, for later drafts to pick."""
        drafts, document = self.desk.drafts, self.document
        tasks.run(lambda _: drafts.remember(document), lambda _: None, failed, owner=owner)

    def keep_now(self) -> None:
        """Keep at once what is there."""
        self.autosave.flush()

    def follow(self) -> None:
        """Have the changed document kept and checked."""
        self.autosave.want(self.document)
        self.recheck.want(self.document)

    def _check(self, document: Declaration) -> tuple[Finding, ...]:
        """Check against the other drafts; runs off the screen's thread."""
        return self.desk.checking.check(document, self.desk.drafts.other_numbers(self.id))
