"""Facts in words: what a path is called, and what a value says, in the language of a person."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from olapp.forms.choices import CHOICES, TRI_STATE
from olapp.forms.spec import Label

if TYPE_CHECKING:
    from olapp.i18n import Language

_BETWEEN_ITEMS = "; "
_BETWEEN_PARTS = " · "


def fact_name(path: str, say: "Language") -> str:
    """Give what a fact is called; its path where it has no name."""
    label = _labels().get(path)
    return path if label is None else _in(label, say)


def fact_words(value: Any, say: "Language") -> str:
    """Give what a fact says as one line of text; empty when it is not known."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _in(TRI_STATE[value], say)
    if isinstance(value, StrEnum):
        label = CHOICES.get(type(value), {}).get(value)
        return value.value if label is None else _in(label, say)
    if isinstance(value, tuple):
        return _BETWEEN_ITEMS.join(fact_words(each, say) for each in value)
    if is_dataclass(value):
        return _BETWEEN_PARTS.join(_parts(value, say))
    return say.value(value)


def _parts(item: Any, say: "Language") -> Iterator[str]:
    for each in fields(item):
        value = getattr(item, each.name)
        if value not in {None, "", False} and (words := fact_words(value, say)):
            yield words


def _in(label: Label, say: "Language") -> str:
    return label.zh if say.is_chinese else label.en


@cache
def _labels() -> dict[str, Label]:
    from olapp.exchange.headers import fields as choices  # noqa: PLC0415 - read when first needed
    from olapp.forms.holding import HOLDING  # noqa: PLC0415 - as above

    named = {item.path: item.label for section in HOLDING.sections for item in section.items}
    return named | {each.path: each.label for each in choices()}
