"""A document being worked on: every change a step that can be undone."""

from typing import Generic

from PySide6.QtCore import QObject, Signal

from olapp.domain.paths import get
from olapp.forms.documents import D
from olapp.forms.spec import kind_of
from olapp.ui.editors.entry import Entry
from olapp.ui.edits import with_entry, with_item, with_moved_item, without_item
from olapp.ui.history import History


class Workpiece(QObject, Generic[D]):
    """What a form page works on; it outlives the page when the language changes."""

    typed = Signal()
    """The document changed in the field that has the focus."""
    replaced = Signal(str)
    """The document changed elsewhere, at this place."""

    def __init__(self, document: D) -> None:
        super().__init__()
        self._history = History(document)

    @property
    def document(self) -> D:
        """The document as it stands on the screen."""
        return self._history.document

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
        self.follow()
        self.typed.emit()

    def leave(self) -> None:
        """End the step being typed, and keep it at once."""
        self._history.seal()
        self.keep_now()

    def add(self, path: str) -> int:
        """Add a blank item to a group; gives its index."""
        item = kind_of(type(self.document), path)()
        self.take(with_item(self.document, path, item), path)
        return len(get(self.document, path)) - 1

    def remove(self, path: str, index: int) -> None:
        """Take an item out of a group."""
        self.take(without_item(self.document, path, index), path)

    def move(self, path: str, index: int, to: int) -> None:
        """Let two items of a group change places."""
        self.take(with_moved_item(self.document, path, index, to), path)

    def take(self, document: D, place: str) -> None:
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

    def keep_now(self) -> None:
        """Keep what is there without waiting for a pause."""

    def follow(self) -> None:
        """Have the changed document checked and kept."""

    def _replace(self, place: str) -> None:
        self.follow()
        self.keep_now()
        self.replaced.emit(place)
