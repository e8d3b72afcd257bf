"""Whether a section of a form has been answered, as far as anybody can see without a rule."""

from collections.abc import Iterator
from typing import Any

from olapp.domain.declaration import Declaration
from olapp.domain.paths import get
from olapp.forms.spec import Field, Form, Group, Section
from olapp.ui.editors.making import hint_at

_NOTHING: tuple[object, ...] = (None, "", (), False)


def is_answered(form: Form, section: Section, document: Declaration) -> bool:
    """Whether something stands in a section, and every question asked there has its answer.

    >>> from olapp.forms.declaration import DECLARATION
    >>> any(is_answered(DECLARATION, each, Declaration()) for each in DECLARATION.sections)
    False
    """
    values = list(_values(form, section, document))
    is_asked = any(value is None and hint == bool | None for value, hint in values)
    return not is_asked and any(
        hint == bool | None or value not in _NOTHING for value, hint in values
    )


def _values(form: Form, section: Section, document: Declaration) -> Iterator[tuple[Any, Any]]:
    """Give the value of each field in sight, with the kind of value it is."""
    for item in section.items:
        if not item.shown(document):
            continue
        if isinstance(item, Group):
            for each in get(document, item.path):
                yield from _fields(item.fields, each, item.item)
        else:
            yield from _fields((item,), document, form.document)


def _fields(fields: tuple[Field, ...], owner: Any, kind: type) -> Iterator[tuple[Any, Any]]:
    for field in fields:
        if field.shown(owner):
            yield get(owner, field.path), hint_at(kind, field.path)
