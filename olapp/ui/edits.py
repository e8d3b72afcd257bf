"""What a person does to a document, as functions from one document to the next.

A text that cannot be read is kept in the document's ``unreadable`` under the place it stands in;
when items of a group move, these places move with them.
"""

from collections.abc import Callable
from dataclasses import replace

from olapp.domain.declaration import Unreadable
from olapp.domain.paths import get, put
from olapp.forms.documents import D, Document
from olapp.ui.editors.entry import Entry

Renumber = Callable[[int], int | None]


def unread_at(document: Document, path: str) -> str:
    """Give the text at a place that could not be read; empty when there is none."""
    return next((kept.text for kept in document.unreadable if kept.field == path), "")


def with_entry(document: D, path: str, entry: Entry) -> D:
    """Put what stands in a field into the document, readable or not."""
    others = tuple(kept for kept in document.unreadable if kept.field != path)
    kept = (Unreadable(field=path, text=entry.unread),) if entry.unread else ()
    changed: D = put(document, path, entry.value)
    return replace(changed, unreadable=others + kept)


def with_item(document: D, path: str, item: object) -> D:
    """Add an item at the end of a group."""
    changed: D = put(document, path, (*get(document, path), item))
    return changed


def without_item(document: D, path: str, index: int) -> D:
    """Take an item out of a group, and what could not be read in it."""
    items = get(document, path)
    changed: D = put(document, path, items[:index] + items[index + 1 :])
    return _renumbered(
        changed, path, lambda at: None if at == index else at - 1 if at > index else at
    )


def with_moved_item(document: D, path: str, index: int, to: int) -> D:
    """Let an item of a group change places with another."""
    items = list(get(document, path))
    items[index], items[to] = items[to], items[index]
    changed: D = put(document, path, tuple(items))
    swap = {index: to, to: index}
    return _renumbered(changed, path, lambda at: swap.get(at, at))


def _renumbered(document: D, path: str, renumber: Renumber) -> D:
    """Let unread texts follow their items; None drops one."""
    kept = []
    for text in document.unreadable:
        head, _, rest = text.field.removeprefix(path + ".").partition(".")
        if not text.field.startswith(path + ".") or not head.isdigit():
            kept.append(text)
        elif (at := renumber(int(head))) is not None:
            kept.append(replace(text, field=f"{path}.{at}.{rest}"))
    return replace(document, unreadable=tuple(kept))
