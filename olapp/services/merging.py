"""Merging: what a file says of one patent, laid over what the desk knows of it.

A fact that a person typed, or that is known as of a later day, stays, and the difference is told. A
list is one fact, but what a file leaves open in one of its items stays as it was, and events,
attributes and tags only ever grow. A name in Latin script never takes the place of a Chinese one.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

from olapp.domain.holding import Holding, Origin
from olapp.domain.origins import HAND, stamped
from olapp.domain.paths import put
from olapp.services.listed import GROWING, combined

_SCRIPTED = frozenset(
    {"patent.title", "applicants", "owners", "inventors", "abstract", "address", "agency"}
)
"""Facts whose Chinese wording is the one of the register."""
_STATUS = "patent.status"
STATUS = ("state", "state_words", _STATUS)
"""One status in three facts: they change together or not at all."""
_HAN = ("\u3400", "\u9fff")


@dataclass(frozen=True, slots=True)
class Changed:
    """A fact before and after, as values of the domain."""

    path: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Held:
    """A fact held on to although the file says otherwise, and whose word that is."""

    path: str
    kept: Any
    origin: Origin
    told: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A holding after a telling was laid over it."""

    holding: Holding
    changes: tuple[Changed, ...] = ()
    held: tuple[Held, ...] = ()
    passed_over: tuple[Changed, ...] = ()
    """Latin wording that does not take the place of a Chinese one."""
    is_same: bool = True
    """Whether there is nothing to write, not even a later day for a fact."""


@dataclass(slots=True)
class _Laying:
    """The facts of one telling, sorted out."""

    changes: list[Changed] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    passed_over: list[Changed] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)


def fact(holding: Holding, path: str) -> Any:
    """Give the value of a fact."""
    return _getter(path)(holding)


def is_told(value: object) -> bool:
    """Whether a value says anything."""
    return value is not None and value not in ((), "")


def fresh(telling: Holding, told: Iterable[str], origin: Origin) -> Holding:
    """Give a new holding of what a file tells; the ``paths`` of the origin given do not count."""
    names = tuple(told)
    values = _getters(names)(telling) if len(names) > 1 else [fact(telling, path) for path in names]
    paths = tuple([path for path, value in zip(names, values, strict=True) if is_told(value)])
    return replace(telling, origins=(_with_paths(origin, paths),) if paths else ())


def laid_over(kept: Holding, telling: Holding, told: Sequence[str], origin: Origin) -> Laid:
    """Lay what a file tells over a holding; the ``paths`` of the origin given do not count."""
    holders = {path: each for each in kept.origins for path in each.paths}
    laying = _Laying()
    with_events = "events" in told
    for path in told:
        value = fact(telling, path)
        if is_told(value):
            before = fact(kept, path)
            after = combined(path, before, value, keeps_others=with_events)
            _sort_out(laying, Changed(path, before, after), holders.get(path), origin)
    _clear_status(laying, kept, told, holders.get(_STATUS))
    _hold_together(laying)
    return _laid(kept, laying, origin)


def with_told(holding: Holding, facts: Mapping[str, Any], origin: Origin) -> Holding:
    """Give the holding with facts of a file in the place of those held on to."""
    return stamped(with_facts(holding, facts), facts, origin)


def with_facts(holding: Holding, facts: Mapping[str, Any]) -> Holding:
    """Give the holding with facts changed."""
    own = {path: value for path, value in facts.items() if "." not in path}
    bare = {
        path.removeprefix("patent."): value
        for path, value in facts.items()
        if path.startswith("patent.")
    }
    flat = {path: value for path, value in bare.items() if "." not in path}
    if flat:
        own["patent"] = replace(holding.patent, **flat)
    found = replace(holding, **own) if own else holding
    for path, value in facts.items():
        if path.count(".") > path.startswith("patent."):
            found = put(found, path, value)
    return found


def is_alike(one: object, other: object) -> bool:
    """Whether two values say the same, whatever the width of their letters and their blanks."""
    if one == other:
        return True
    if isinstance(one, str) and isinstance(other, str):
        return folded(one) == folded(other)
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        return all(
            isinstance(mine, str) and isinstance(theirs, str) and folded(mine) == folded(theirs)
            for mine, theirs in zip(one, other, strict=True)
        )
    return False


def folded(text: str) -> str:
    """Give a text without blanks, half-width, in small letters."""
    if text.isascii():
        return "".join(text.split()).casefold()
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _sort_out(laying: _Laying, change: Changed, holder: Origin | None, origin: Origin) -> None:
    if is_alike(change.before, change.after):
        if holder is None or _is_confirmed(holder, origin):
            laying.stamps.append(change.path)
    elif _only_grows(change):
        laying.changes.append(change)
        if holder is None or holder.source != HAND:
            laying.stamps.append(change.path)
    elif _loses_chinese(change):
        laying.passed_over.append(change)
    elif holder is not None and _holds(holder, origin):
        laying.held.append(Held(change.path, change.before, holder, change.after))
    else:
        laying.changes.append(change)
        laying.stamps.append(change.path)


def _holds(holder: Origin, origin: Origin) -> bool:
    """Whether a fact stays: typed by a person, or known as of a later day than the file's."""
    return holder.source == HAND or _day(holder) > _day(origin)


def _is_confirmed(holder: Origin, origin: Origin) -> bool:
    """Whether a file tells again, as of a later day, what is known already."""
    return holder.source != HAND and _day(holder) < _day(origin)


def _day(origin: Origin) -> date:
    return origin.as_of or date.min


def _only_grows(change: Changed) -> bool:
    """Whether nothing known is lost."""
    return change.path in GROWING and all(each in change.after for each in change.before)


def _loses_chinese(change: Changed) -> bool:
    return change.path in _SCRIPTED and _is_chinese(change.before) and not _is_chinese(change.after)


def _is_chinese(value: object) -> bool:
    if isinstance(value, tuple):
        return any(_is_chinese(getattr(each, "name", each)) for each in value)
    first, last = _HAN
    return isinstance(value, str) and any(first <= mark <= last for mark in value)


def _clear_status(
    laying: _Laying, kept: Holding, told: Sequence[str], holder: Origin | None
) -> None:
    """Forget the status in the register when the state changes and nothing is told of it."""
    has_moved = any(each.path == "state" for each in laying.changes)
    is_typed = holder is not None and holder.source == HAND
    if has_moved and _STATUS not in told and kept.patent.status is not None and not is_typed:
        laying.changes.append(Changed(_STATUS, kept.patent.status, None))
        laying.stamps.append(_STATUS)


def _hold_together(laying: _Laying) -> None:
    """Hold all facts of a status when one of them is held."""
    holder = next((each.origin for each in laying.held if each.path in STATUS), None)
    if holder is None:
        return
    for change in [each for each in laying.changes if each.path in STATUS]:
        laying.changes.remove(change)
        laying.held.append(Held(change.path, change.before, holder, change.after))
    laying.stamps = [path for path in laying.stamps if path not in STATUS]


def _laid(kept: Holding, laying: _Laying, origin: Origin) -> Laid:
    holding = kept
    if laying.changes:
        holding = with_facts(kept, {each.path: each.after for each in laying.changes})
    if laying.stamps:
        holding = stamped(holding, laying.stamps, origin)
    return Laid(
        holding=holding,
        changes=tuple(laying.changes),
        held=tuple(laying.held),
        passed_over=tuple(laying.passed_over),
        is_same=holding is kept,
    )


@lru_cache(maxsize=512)
def _getter(path: str) -> "attrgetter[Any]":
    return attrgetter(path)


@lru_cache(maxsize=64)
def _getters(paths: tuple[str, ...]) -> "attrgetter[Any]":
    """Give what takes several facts at once; the rows of a file tell the same ones."""
    return attrgetter(*paths)


@lru_cache(maxsize=64)
def _with_paths(origin: Origin, paths: tuple[str, ...]) -> Origin:
    """Give an origin with facts: one value for all rows that tell the same ones."""
    return replace(origin, paths=paths)
