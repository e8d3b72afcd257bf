"""Which kind of value gets which editor."""

from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from olapp.domain.money import Rate, Yuan
from olapp.forms.spec import Field
from olapp.ui.editors.choice import CheckEdit, answer_edit, member_edit
from olapp.ui.editors.day import DateEdit
from olapp.ui.editors.entry import ValueEdit
from olapp.ui.editors.figures import AMOUNT, RATE, WHOLE
from olapp.ui.editors.line import TEXT, LineEdit, Spelling
from olapp.ui.editors.masked import MaskedEdit
from olapp.ui.editors.prose import LinesEdit, ProseEdit
from olapp.ui.screen import Screen

_TEXT_LINES, _LONG_TEXT_LINES = 2, 6
Maker = Callable[[Field, Screen], ValueEdit]


def _text(field: Field, screen: Screen) -> ValueEdit:
    if field.masked:
        return MaskedEdit(screen)
    if field.multiline:
        return ProseEdit(
            _LONG_TEXT_LINES if field.limit else _TEXT_LINES, field.suggestions, screen
        )
    return LineEdit(TEXT, field.suggestions)


def _spelt(spelling: Spelling) -> Maker:
    """Make the maker of a line that is read as one kind of value."""
    return lambda field, screen: LineEdit(
        spelling, example=screen.say("e.g. {example}", example=field.example or spelling.example)
    )


MAKERS: dict[Any, Maker] = {
    str: _text,
    bool: lambda _field, _screen: CheckEdit(),
    bool | None: lambda _field, screen: answer_edit(screen),
    int: _spelt(WHOLE),
    date: lambda _field, screen: DateEdit(screen),
    Yuan: _spelt(AMOUNT),
    Rate: _spelt(RATE),
    tuple[str, ...]: lambda field, screen: LinesEdit(_TEXT_LINES, field.suggestions, screen),
}
"""The editor of each kind of value; enumerations are found by their base."""


def editor_for(field: Field, document: type, screen: Screen) -> ValueEdit:
    """Make the editor of a field of a document class; KeyError when its kind has none."""
    hint = hint_at(document, field.path)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return member_edit(hint, screen)
    return MAKERS[hint](field, screen)


@cache
def hint_at(document: type, path: str) -> Any:
    """Give the annotation at a dotted path; ``| None`` is kept for yes-or-no answers only."""
    hint: Any = document
    for step in path.split("."):
        if not is_dataclass(hint):
            raise KeyError(f"{document.__name__} has no {path}")
        hint = _filled(get_type_hints(hint)[step])
    return hint


def _filled(hint: Any) -> Any:
    """Leave ``None`` aside, but for answers, where it is one of three."""
    if get_origin(hint) in {UnionType, Union}:
        plain = next(part for part in get_args(hint) if part is not type(None))
        return bool | None if plain is bool else plain
    return hint
