"""A form as a description: the screen, the store and the printer each read it.

Labels are the office's own Chinese words, not translations; ``term`` is the English one.
``help`` is an English msgid. A form proves at import that every field it names exists.
"""

import types
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from olapp.domain.finding import Source


def always(_: Any) -> bool:
    """Show a field whatever the document says."""
    return True


@dataclass(frozen=True, slots=True)
class Label:
    """A word pair: the official Chinese label and its English term."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One value: its place, its label, and how a person meets it."""

    path: str
    label: Label
    help: str = ""
    shown: Callable[[Any], bool] = always
    """Asked of the document, or of the item inside a group."""
    multiline: bool = False
    masked: bool = False
    limit: int | None = None
    """A character limit that a counter shows; never cuts."""
    suggestions: tuple[str, ...] = ()
    example: str = ""
    """A value as it may be typed, where that of its kind would mislead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A repeating group: a tuple of items, each with the same fields."""

    path: str
    label: Label
    item: type
    fields: tuple[Field, ...]
    help: str = ""
    shown: Callable[[Any], bool] = always


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A box of the form, numbered as the office numbers it; extra sections have no number."""

    key: str
    number: str
    label: Label
    items: tuple[Field | Group, ...]
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A whole form over one document class."""

    key: str
    title: Label
    document: type
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    revision: str

    def __post_init__(self) -> None:
        """Prove that every field exists in the document class; KeyError names one that does not."""
        for item in self.items():
            kind_of(self.document, item.path)
            if isinstance(item, Group):
                for inner in item.fields:
                    kind_of(item.item, inner.path)

    def items(self) -> Iterator[Field | Group]:
        """Give all fields and groups in their order."""
        for section in self.sections:
            yield from section.items

    def item_at(self, path: str) -> tuple[Section, Field | Group, Field | None] | None:
        """Find what a dotted document path belongs to: section, item, and the field in a group.

        A path to a whole part (``contact``) leads to its first field.
        """
        for section in self.sections:
            for item in section.items:
                if isinstance(item, Field):
                    if path == item.path:
                        return section, item, None
                elif path == item.path or path.startswith(item.path + "."):
                    inner = ".".join(path.removeprefix(item.path).split(".")[2:])
                    found = next((f for f in item.fields if f.path == inner), None)
                    return section, item, found
        return self._first_under(path + ".") if path else None

    def _first_under(self, part: str) -> tuple[Section, Field | Group, None] | None:
        for section in self.sections:
            for item in section.items:
                if item.path.startswith(part):
                    return section, item, None
        return None


@cache
def _hints(document: Hashable) -> dict[str, Any]:
    return get_type_hints(document)


def kind_of(document: type, path: str) -> type:
    """Give the type of the value at a dotted path of a class, ``None`` left aside.

    For a tuple the type of its items; KeyError names a path that does not exist.
    """
    kind: Any = document
    for step in path.split("."):
        hints = _hints(cast("Hashable", kind)) if is_dataclass(kind) else {}
        if step not in hints:
            raise KeyError(f"{document.__name__} has no {path}")
        kind = _plain(hints[step])
    if not isinstance(kind, type):
        raise KeyError(f"{document.__name__}.{path} is no plain kind of value")
    return kind


def _plain(hint: Any) -> Any:
    """Strip ``| None`` and ``tuple[..., ...]``."""
    if get_origin(hint) in {types.UnionType, Union}:
        hint = next(part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is tuple:
        return get_args(hint)[0]
    return hint
