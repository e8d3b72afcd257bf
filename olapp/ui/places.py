"""Places of a document by the words of its form, be it a declaration or a patent."""

from olapp.forms.declaration import DECLARATION
from olapp.forms.holding import HOLDING
from olapp.forms.spec import Field
from olapp.ui.screen import Screen


def place_label(path: str, screen: Screen) -> str:
    """Name the field at a dotted path, its group first; a path the form does not know stays."""
    found = DECLARATION.item_at(path) or HOLDING.item_at(path)
    if found is None:
        return screen.say("Entries that cannot be read") if _is_unreadable(path) else path
    _, item, inner = found
    parts = [item.label] if inner is None else [item.label, inner.label]
    return " · ".join(screen.label(part) for part in parts)


def is_masked(path: str) -> bool:
    """Whether the field at a dotted path shows its value only to whoever types in it."""
    found = DECLARATION.item_at(path)
    field = found and (found[2] or found[1])
    return isinstance(field, Field) and field.masked


def _is_unreadable(path: str) -> bool:
    return path.partition(".")[0] == "unreadable"


def form_order(path: str) -> tuple[int, ...]:
    """Give a key that sorts places as the form has them, the document as a whole first."""
    found = DECLARATION.item_at(path)
    if found is None:
        return (-1 if not path else len(DECLARATION.sections),)
    section, item, inner = found
    at = (DECLARATION.sections.index(section), section.items.index(item))
    if inner is None or isinstance(item, Field):
        return at
    index = path.removeprefix(item.path + ".").partition(".")[0]
    return (*at, int(index), item.fields.index(inner))
