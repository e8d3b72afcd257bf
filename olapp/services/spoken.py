"""Labels of the forms, spoken: the official words in Chinese, the term in English."""

from enum import StrEnum
from typing import TYPE_CHECKING

from olapp.forms.choices import label_of
from olapp.forms.spec import Label

if TYPE_CHECKING:
    from olapp.i18n import Language


def spoken(label: Label, say: "Language") -> str:
    """Give the words of a label in the language of a person."""
    return label.zh if say.is_chinese else label.en


def choice(value: StrEnum | bool | None, say: "Language") -> str:
    """Name a choice as the forms do."""
    return spoken(label_of(value), say)
