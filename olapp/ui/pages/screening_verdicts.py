"""Verdicts in pictures."""

from PySide6.QtGui import QIcon

from olapp.law.portfolio import Verdict
from olapp.ui.screen import Screen

_LOOKS = {
    Verdict.ELIGIBLE: ("check", "good"),
    Verdict.AFTER: ("warning", "warning"),
    Verdict.BARRED: ("error", "error"),
    Verdict.UNKNOWN: ("unknown", "unknown"),
}
"""The picture and the colour of each."""


def verdict_icon(verdict: Verdict, screen: Screen) -> QIcon:
    """Give the picture of a verdict."""
    return screen.theme.tinted(*_LOOKS[verdict])


def verdict_colour(verdict: Verdict, screen: Screen) -> str:
    """Give the colour of a verdict, as ``#rrggbb``."""
    colour: str = getattr(screen.theme.colours, _LOOKS[verdict][1])
    return colour
