"""The facts of a holding, by the dotted paths that origins and histories name them with."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from operator import attrgetter
from typing import Any

from olapp.domain.holding import Holding, Origin
from olapp.domain.origins import HAND, stamped
from olapp.domain.patent import Patent

PATHS = (
    *(f"patent.{item.name}" for item in fields(Patent)),
    *(item.name for item in fields(Holding) if item.name not in {"patent", "origins"}),
)
"""Every fact; lists and what is nested below the patent count as one each."""
_ALL = attrgetter(*PATHS)
_EMPTY = _ALL(Holding())


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that is not what it was."""

    path: str
    before: Any
    after: Any


def differences(before: Holding, after: Holding) -> Iterator[Difference]:
    """Give the facts in which two states of a holding differ."""
    for path, old, new in zip(PATHS, _ALL(before), _ALL(after), strict=True):
        if old != new:
            yield Difference(path, old, new)


def typed(before: Holding, after: Holding, today: date) -> Holding:
    """Give the later state with its new facts marked as typed today; emptied ones are nobody's."""
    changed = tuple(differences(before, after))
    emptied = {each.path for each in changed if _is_empty(each)}
    told = [each.path for each in changed if each.path not in emptied]
    disowned = replace(after, origins=tuple(_without(after, emptied)))
    return stamped(disowned, told, Origin(source=HAND, as_of=today))


def _is_empty(change: Difference) -> bool:
    return bool(change.after == _EMPTY[PATHS.index(change.path)])


def _without(holding: Holding, paths: set[str]) -> Iterator[Origin]:
    for origin in holding.origins:
        left = tuple(path for path in origin.paths if path not in paths)
        if left:
            yield origin if left == origin.paths else replace(origin, paths=left)
