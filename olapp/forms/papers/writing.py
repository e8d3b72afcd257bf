"""Values as papers write them, under the labels the form gives them."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from stdnum.exceptions import ValidationError

from olapp.domain.dates import chinese_date
from olapp.domain.numbers import patent as numbers
from olapp.domain.paths import get
from olapp.forms.choices import CHOICES, TRI_STATE, label_of
from olapp.forms.declaration import DECLARATION
from olapp.forms.paper import Box, Check, Choices, Part, Row

_PATENT_NUMBERS = {"patent.number", "patent.report.patent_number"}


def written(value: Any) -> str:
    """Write a value; nothing for what is not filled in."""
    if value is None:
        return ""
    if isinstance(value, StrEnum | bool):
        return label_of(value).zh
    return chinese_date(value) if isinstance(value, date) else str(value)


def number_text(text: str | None) -> str:
    """Write a patent number in its one form on all papers, or as typed when it has no such form."""
    try:
        return numbers.format(text or "")
    except ValidationError:
        return text or ""


def brief(text: str, most: int) -> str:
    """Give the beginning of a text on one line, for the page that must stay one page."""
    line = " ".join(text[: most * 8].split())
    return line if len(line) <= most else line[:most] + "…"


@cache
def label_at(path: str) -> str:
    """Give the Chinese label of a place in the declaration; KeyError when the form has none."""
    found = DECLARATION.item_at(path)
    if found is None:
        raise KeyError(path)
    _, item, inner = found
    return (inner or item).label.zh


def row(document: Any, path: str, label: str = "") -> Row:
    """Make a row of the value at a place, under its own label unless another is given."""
    value = get(document, path)
    text = number_text(value) if path in _PATENT_NUMBERS else written(value)
    return Row(label or label_at(path), text, path)


def rows(document: Any, *paths: str) -> tuple[Row, ...]:
    """Make a row of each place."""
    return tuple(row(document, path) for path in paths)


def rows_given(document: Any, *paths: str) -> tuple[Row, ...]:
    """Make a row of each place that is filled in; for what nobody has to state."""
    return tuple(row(document, path) for path in paths if get(document, path) not in {None, ""})


def choice(document: Any, path: str, kind: type[StrEnum]) -> Choices:
    """Make boxes for all options of a choice."""
    chosen = get(document, path)
    options = (Check(chosen == key, label.zh, path) for key, label in CHOICES[kind].items())
    return Choices(label_at(path), tuple(options))


def answer(document: Any, path: str, yes: str = "", no: str = "") -> Choices:
    """Make two boxes for a yes-or-no fact; neither is ticked while it is not known."""
    value = get(document, path)
    texts = ((True, yes or TRI_STATE[True].zh), (False, no or TRI_STATE[False].zh))
    options = tuple(Check(value is each, text, path) for each, text in texts)
    return Choices(label_at(path), options)


def box(key: str, parts: Sequence[Part]) -> Box:
    """Make the box of a section of the form."""
    section = next(each for each in DECLARATION.sections if each.key == key)
    return Box(section.number, section.label.zh, tuple(parts))
