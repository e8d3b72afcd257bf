"""What a person does to a document, as functions from one document to the next.

A text that cannot be read is kept in the document's ``unreadable`` under the place it stands in;
when items of a group move, these places move with them.
"""

from collections.abc import Callable
from dataclasses import replace

from olapp.domain.declaration import Declaration, Unreadable
from olapp.domain.paths import get, put
from olapp.ui.editors.entry import Entry

Renumber = Callable[[int], int | None]


def unread_at(document: Declaration, path: str) -> str:
    """Give the text at a place that could not be read; empty when there is none."""
    return next((kept.text for kept in document.unreadable if kept.field == path), "")


def with_entry(document: Declaration, path: str, entry: Entry) -> Declaration:
    """Put what stands in a field into the document, readable or not."""
    others = tuple(kept for kept in document.unreadable if kept.field != path)
    kept = (Unreadable(field=path, text=entry.unread),) if entry.unread else ()
    changed: Declaration = put(document, path, entry.value)
    return replace(changed, unreadable=others + kept)


def with_item(document: Declaration, path: str, item: object) -> Declaration:
    """Add an item at the end of a group."""
    changed: Declaration = put(document, path, (*get(document, path), item))
    return changed


def without_item(document: Declaration, path: str, index: int) -> Declaration:
    """Take an item out of a group, and what could not be read in it."""
    items = get(document, path)
    changed = put(document, path, items[:index] + items[index + 1 :])
    return _renumbered(
        changed, path, lambda at: None if at == index else at - 1 if at > index else at
    )


def with_moved_item(document: Declaration, path: str, index: int, to: int) -> Declaration:
    """Let an item of a group change places with another."""
    items = list(get(document, path))
    items[index], items[to] = items[to], items[index]
    changed = put(document, path, tuple(items))
    swap = {index: to, to: index}
    return _renumbered(changed, path, lambda at: swap.get(at, at))


def _renumbered(document: Declaration, path: str, renumber: Renumber) -> Declaration:
    """Let unread texts follow their items; None drops one."""
    kept = []
    for text in document.unreadable:
        head, _, rest = text.field.removeprefix(path + ".").partition(".")
        if not text.field.startswith(path + ".") or not head.isdigit():
            kept.append(text)
        elif (at := renumber(int(head))) is not None:
            kept.append(replace(text, field=f"{path}.{at}.{rest}"))
    return replace(document, unreadable=tuple(kept))
