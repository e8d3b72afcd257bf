"""A draft that was changed elsewhere in the meantime: both values shown, the person chooses."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from itertools import islice
from typing import Any, Protocol, runtime_checkable

from olapp.domain.declaration import Declaration
from olapp.domain.party import masked
from olapp.ui.labels import visible
from olapp.ui.places import is_masked, place_label
from olapp.ui.screen import Screen

_MOST_SHOWN = 12
_LENGTH = 60


@runtime_checkable
class Conflict(Protocol):
    """The trouble of a write on top of a version that is no longer the present one."""

    mine: Declaration
    theirs: Any


def differences(mine: Any, theirs: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Give each place where two documents differ, with both values.

    >>> list(differences(Declaration(territory="a"), Declaration(territory="b")))
    [('territory', 'a', 'b')]
    """
    if mine == theirs:
        return
    if is_dataclass(mine) and type(mine) is type(theirs):
        for item in fields(mine):
            inner = f"{path}.{item.name}" if path else item.name
            yield from differences(getattr(mine, item.name), getattr(theirs, item.name), inner)
    elif isinstance(mine, tuple) and isinstance(theirs, tuple) and len(mine) == len(theirs):
        for index, (one, other) in enumerate(zip(mine, theirs, strict=True)):
            yield from differences(one, other, f"{path}.{index}")
    else:
        yield path, mine, theirs


def told(mine: Declaration, theirs: Declaration, screen: Screen) -> str:
    """Say in which fields two documents differ, and how."""
    lines = (
        f"{place_label(path, screen)}\n    {_value(path, one, screen)}"
        f"\n    {_value(path, other, screen)}"
        for path, one, other in differences(mine, theirs)
    )
    return "\n".join(islice(lines, _MOST_SHOWN))


def _value(path: str, value: Any, screen: Screen) -> str:
    if value is None:
        return screen.say("(empty)")
    if isinstance(value, bool | StrEnum):
        return screen.choice(value)
    if isinstance(value, tuple):
        return screen.say("{count} items", count=len(value))
    shown = masked(value) if is_masked(path) else str(screen.say.value(value))
    return visible(shown[:_LENGTH])
