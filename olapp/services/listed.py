"""Lists within a holding: two tellings of one list, put together item by item."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from olapp.domain.holding import Attribute, Encumbrance, LegalEvent, Licence, Owner

GROWING = frozenset({"events", "attributes", "tags"})
"""Lists that a file only adds to."""


def _of_owner(owner: Owner) -> object:
    return "".join(owner.name.split()).casefold()


def _of_licence(licence: Licence) -> object:
    return licence.number or ("".join((licence.licensee or "").split()).casefold(), licence.kind)


def _of_encumbrance(encumbrance: Encumbrance) -> object:
    return encumbrance.kind, encumbrance.number or encumbrance.party


def _of_event(event: LegalEvent) -> object:
    return event.on, event.code or event.name


def _of_attribute(attribute: Attribute) -> object:
    return attribute.name


_KEYS: dict[str, Callable[[Any], object]] = {
    "owners": _of_owner,
    "licences": _of_licence,
    "encumbrances": _of_encumbrance,
    "events": _of_event,
    "attributes": _of_attribute,
    "tags": str,
}
"""What tells the items of a list apart."""


def combined(path: str, before: Any, told: Any, *, keeps_others: bool) -> Any:
    """Give a fact after a telling: lists joined item by item, all else as told.

    ``keeps_others`` says that licences and encumbrances not told of stay: a file of events tells
    of what they touch alone.
    """
    key = _KEYS.get(path)
    if key is None or not before or before == told:
        return told
    known = {key(each): each for each in before}
    items = {key(each): _filled(each, known.get(key(each))) for each in told}
    if path in GROWING:
        return _in_place(before, items, key)
    stay = [each for name, each in known.items() if name not in items]
    if path == "owners":
        stay = [each for each in stay if each.until is not None]
    elif not keeps_others:
        stay = []
    return (*items.values(), *stay)


def joined(path: str, one: Any, other: Any) -> Any:
    """Give what two rows of one file tell of one patent: lists joined, else the first telling."""
    if path in _KEYS and one:
        return combined(path, other, one, keeps_others=True) if other else one
    return other if one is None or one == () else one


def _in_place(
    before: tuple[Any, ...], items: dict[object, Any], key: Callable[[Any], object]
) -> tuple[Any, ...]:
    """Give the items of before, told anew where they are told, then the new ones."""
    news = dict(items)
    stayed = tuple(news.pop(key(each), each) for each in before)
    return (*stayed, *news.values())


def _filled(told: Any, known: Any) -> Any:
    """Give an item as told; what it leaves open stays as it was known."""
    if known is None or known == told:
        return told
    left_open = {
        each.name: getattr(known, each.name)
        for each in fields(told)
        if getattr(told, each.name) in {None, ""}
    }
    return replace(told, **left_open)
