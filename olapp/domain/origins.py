"""Origins: where each fact of a holding comes from, and since when it is known."""

from collections.abc import Iterable
from dataclasses import replace

from olapp.domain.holding import Holding, Origin

HAND = "hand"
"""The source of what a person typed."""


def origin_of(holding: Holding, path: str) -> Origin | None:
    """Give the origin of a fact; None when nobody said where it comes from."""
    return next((each for each in holding.origins if path in each.paths), None)


def stamped(holding: Holding, paths: Iterable[str], origin: Origin) -> Holding:
    """Give the holding with these facts from this origin, and from no other any more.

    The ``paths`` of the origin given do not count. An origin without facts is dropped.
    """
    moved = tuple(dict.fromkeys(paths))
    if not moved:
        return holding
    others: list[Origin] = []
    own = moved
    for each in holding.origins:
        left = tuple(path for path in each.paths if path not in moved)
        if (each.source, each.name, each.as_of) == (origin.source, origin.name, origin.as_of):
            own = left + moved
        elif left:
            others.append(replace(each, paths=left))
    return replace(holding, origins=(*others, replace(origin, paths=own)))
