"""Dotted places inside a document: ``patentees.0.name``."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any


def get(document: Any, path: str) -> Any:
    """Give the value at a place; KeyError when there is no such place."""
    value = document
    for step in path.split(".") if path else ():
        value = _step(value, step)
    return value


def put(document: Any, path: str, value: Any) -> Any:
    """Give a new document with the value at a place changed; KeyError when there is none."""
    if not path:
        return value
    step, _, rest = path.partition(".")
    inner = put(_step(document, step), rest, value)
    if isinstance(document, tuple):
        index = int(step)
        return (*document[:index], inner, *document[index + 1 :])
    return replace(document, **{step: inner})


def texts(document: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Give every text in a document with its place, in the order of the fields."""
    if type(document) is str:  # a choice is a text too, but nobody typed it
        yield path, document
    elif isinstance(document, tuple):
        for index, item in enumerate(document):
            yield from texts(item, _join(path, str(index)))
    elif is_dataclass(document):
        for item in fields(document):
            yield from texts(getattr(document, item.name), _join(path, item.name))


def _join(path: str, step: str) -> str:
    return f"{path}.{step}" if path else step


def _step(value: Any, step: str) -> Any:
    """Go one step down."""
    try:
        return value[int(step)] if isinstance(value, tuple) else getattr(value, step)
    except (AttributeError, IndexError, ValueError):
        raise KeyError(step) from None
