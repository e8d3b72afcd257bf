"""An open draft: its document, its past, its findings, and the way it is kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Finding
from olapp.domain.paths import get
from olapp.forms.spec import kind_of
from olapp.ui import tasks
from olapp.ui.autosave import Autosave
from olapp.ui.editors.entry import Entry
from olapp.ui.edits import with_entry, with_item, with_moved_item, without_item
from olapp.ui.history import History
from olapp.ui.recheck import Recheck

if TYPE_CHECKING:
    from olapp.services.desk import Desk
    from olapp.services.drafts import OpenDraft


class Editing(QObject):
    """What the draft page works on; it outlives the page when the language changes."""

    typed = Signal()
    """The document changed in the field that has the focus."""
    replaced = Signal(str)
    """The document changed elsewhere, at this place."""

    def __init__(self, desk: "Desk", draft: "OpenDraft") -> None:
        super().__init__()
        self.desk = desk
        self.state = draft.state
        self._history = History(draft.document)
        self.autosave = Autosave(desk.drafts, draft, self)
        self.recheck = Recheck(self._check, self)
        self.recheck.now(draft.document)

    @property
    def id(self) -> int:
        """The draft's number in the store."""
        return self.autosave.draft.id

    @property
    def document(self) -> Declaration:
        """The document as it stands on the screen."""
        return self._history.document

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the last check found."""
        return self.recheck.findings

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return self._history.can_redo

    def type(self, path: str, entry: Entry) -> None:
        """Take what now stands in a field."""
        self._history.put(with_entry(self.document, path, entry), path)
        self._follow()
        self.typed.emit()

    def leave(self) -> None:
        """End the step being typed, and keep it at once."""
        self._history.seal()
        self.autosave.flush()

    def add(self, path: str) -> int:
        """Add a blank item to a group; gives its index."""
        item = kind_of(Declaration, path)()
        self.take(with_item(self.document, path, item), path)
        return len(get(self.document, path)) - 1

    def remove(self, path: str, index: int) -> None:
        """Take an item out of a group."""
        self.take(without_item(self.document, path, index), path)

    def move(self, path: str, index: int, to: int) -> None:
        """Let two items of a group change places."""
        self.take(with_moved_item(self.document, path, index, to), path)

    def take(self, document: Declaration, place: str) -> None:
        """Take a document that changed as a whole, as a step of its own."""
        self._history.seal()
        self._history.put(document, place)
        self._history.seal()
        self._replace(place)

    def undo(self) -> None:
        """Go back one step."""
        place = self._history.undo()
        if place is not None:
            self._replace(place)

    def redo(self) -> None:
        """Go forward one step."""
        place = self._history.redo()
        if place is not None:
            self._replace(place)

    def remember(self, failed: Callable[[Exception], None], owner: QObject) -> None:
        """Remember the parties and the patent, for later drafts to pick."""
        drafts, document = self.desk.drafts, self.document
        tasks.run(lambda _: drafts.remember(document), lambda _: None, failed, owner=owner)

    def _replace(self, place: str) -> None:
        self._follow()
        self.autosave.flush()
        self.replaced.emit(place)

    def _follow(self) -> None:
        self.autosave.want(self.document)
        self.recheck.want(self.document)

    def _check(self, document: Declaration) -> tuple[Finding, ...]:
        """Check against the other drafts; runs off the screen's thread."""
        return self.desk.checking.check(document, self.desk.drafts.other_numbers(self.id))
