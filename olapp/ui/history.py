"""Undo: the documents that were, and the places they changed at."""

from dataclasses import dataclass
from typing import Generic, TypeVar

D = TypeVar("D")
_KEPT = 500
"""Steps back; each shares nearly all of its values with its neighbours."""


@dataclass(frozen=True, slots=True)
class _Step(Generic[D]):
    """A document as it was, and the place where it then changed."""

    document: D
    place: str


class History(Generic[D]):
    """A document with its past and its undone future; typing on in one place is one step."""

    def __init__(self, document: D) -> None:
        self._document = document
        self._past: list[_Step[D]] = []
        self._future: list[_Step[D]] = []
        self._open_place: str | None = None

    @property
    def document(self) -> D:
        """The document as it is now."""
        return self._document

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to go back to."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone step."""
        return bool(self._future)

    def put(self, document: D, place: str) -> None:
        """Move on to a changed document; equal ones make no step."""
        if document == self._document:
            return
        if place != self._open_place:
            self._past = [*self._past[-_KEPT + 1 :], _Step(self._document, place)]
        self._open_place = place
        self._document = document
        self._future.clear()

    def seal(self) -> None:
        """End the step being typed: the next change is one of its own."""
        self._open_place = None

    def undo(self) -> str | None:
        """Go back one step; gives the place that changed, None when there was nothing to undo."""
        return self._move(self._past, self._future)

    def redo(self) -> str | None:
        """Go forward one step; gives the place that changed."""
        return self._move(self._future, self._past)

    def _move(self, source: list[_Step[D]], target: list[_Step[D]]) -> str | None:
        self.seal()
        if not source:
            return None
        step = source.pop()
        target.append(_Step(self._document, step.place))
        self._document = step.document
        return step.place
