"""Where a fact comes from, in small words beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from olapp.ui.labels import plain_tip

OriginOf = Callable[[str], tuple[str, str]]
"""Gives for a place the words and the tip; both empty when nobody said."""


def origin_label() -> QLabel:
    """Make a label that says nothing yet."""
    label = QLabel()
    label.setObjectName("origin")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(1)  # in a narrow form the tip has the whole of it
    label.hide()
    return label


def show_origin(label: QLabel, said: tuple[str, str]) -> None:
    """Say where a fact comes from; nothing is drawn when nobody knows."""
    text, tip = said
    label.setText(text)
    label.setToolTip(plain_tip(tip))
    label.setVisible(bool(text))
