"""Whether anybody has filled in a section of a form."""

from collections.abc import Iterator
from typing import Any

from olapp.domain.declaration import Declaration
from olapp.domain.paths import get
from olapp.forms.spec import Field, Section
from olapp.services.drafts import blank
from olapp.ui.editors.making import hint_at

_NOTHING: tuple[object, ...] = (None, "", ())
_BLANK = blank()


def is_answered(section: Section, document: Declaration) -> bool:
    """Whether something stands in a section that did not stand there from the start.

    >>> from olapp.forms.declaration import DECLARATION
    >>> any(is_answered(each, _BLANK) for each in DECLARATION.sections)
    False
    """
    return any(_answers(section, document))


def _answers(section: Section, document: Declaration) -> Iterator[bool]:
    for item in section.items:
        value = get(document, item.path)
        if item.shown(document) and value != get(_BLANK, item.path):
            yield value not in _NOTHING and not (isinstance(item, Field) and _is_off(item, value))


def _is_off(field: Field, value: Any) -> bool:
    """Whether it is a tick that is not set; a no to a question is an answer."""
    return value is False and hint_at(Declaration, field.path) is bool
