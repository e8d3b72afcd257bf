"""What every widget needs to speak and to look right: the language and the theme."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from olapp.domain.lifecycle import DraftState
from olapp.forms.states import STATES
from olapp.i18n import Language
from olapp.ui.labels import visible
from olapp.ui.theme import Theme, em

if TYPE_CHECKING:
    from olapp.domain.finding import Finding
    from olapp.forms.spec import Label

_QUOTED = 200
"""Characters of a text that a finding quotes on the screen."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A language and a theme; values of the domain as people read them."""

    say: Language
    theme: Theme

    def label(self, label: "Label") -> str:
        """Give the official words in Chinese, the term in English."""
        return label.zh if self.say.is_chinese else label.en

    def choice(self, value: StrEnum | bool | None) -> str:
        """Name a choice, or the answer to a yes-or-no question."""
        if isinstance(value, DraftState):
            return self.label(STATES[value])
        from olapp.forms.choices import label_of  # noqa: PLC0415 - the first list has states only

        return self.label(label_of(value))

    def finding(self, found: "Finding") -> str:
        """Say what a finding found; a text pasted by the megabyte is quoted by its beginning."""
        return visible(self.say(found.sentence, **_brief(found.values)))

    def remedy(self, found: "Finding") -> str:
        """Say what to do about a finding."""
        return visible(self.say(found.remedy, **_brief(found.values)))

    def em(self, count: float) -> int:
        """Give a length of so many letter widths of the application's font."""
        return em(QApplication.font(), count)

    def font(self, scale: float = 1, *, bold: bool = False) -> QFont:
        """Give the application's font at a size relative to it."""
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        font.setBold(bold)
        return font


def _brief(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _beginning(value) for name, value in values.items()}


def _beginning(value: object) -> object:
    is_long = isinstance(value, str) and len(value) > _QUOTED
    return f"{str(value)[:_QUOTED]}…" if is_long else value
