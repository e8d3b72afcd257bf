"""Whether anybody has filled in a section of a form."""

from collections.abc import Iterator
from typing import Any

from olapp.domain.declaration import Declaration
from olapp.domain.paths import get
from olapp.forms.documents import Document
from olapp.forms.holding_sheet import HoldingSheet
from olapp.forms.spec import Field, Section
from olapp.services.drafts import blank
from olapp.ui.editors.making import hint_at

_NOTHING: tuple[object, ...] = (None, "", ())
_BLANK = blank()


def is_answered(section: Section, document: Document) -> bool:
    """Whether something stands in a section that did not stand there from the start.

    >>> from olapp.forms.declaration import DECLARATION
    >>> any(is_answered(each, _BLANK) for each in DECLARATION.sections)
    False
    """
    return any(_answers(section, document))


def _answers(section: Section, document: Document) -> Iterator[bool]:
    nothing = _BLANK if isinstance(document, Declaration) else HoldingSheet()
    for item in section.items:
        value = get(document, item.path)
        if item.shown(document) and value != get(nothing, item.path):
            is_off = isinstance(item, Field) and _is_off(type(document), item, value)
            yield value not in _NOTHING and not is_off


def _is_off(document: type, field: Field, value: Any) -> bool:
    """Whether it is a tick that is not set; a no to a question is an answer."""
    return value is False and hint_at(document, field.path) is bool
