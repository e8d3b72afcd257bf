"""Labels, and the names that screen readers read."""

from html import escape

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_HARMLESS = "\n\t\u3000\u00a0"


def words(text: str, role: str = "") -> QLabel:
    """Make a text that wraps; ``role`` is its name in the style sheet."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setObjectName(role)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def visible(text: str) -> str:
    r"""Write marks that are not seen, or that turn the text around them, by their numbers.

    >>> visible("a\u202eb\u3000c")
    'a〔U+202E〕b\u3000c'
    """
    if text.isprintable():
        return text
    return "".join(
        mark if mark.isprintable() or mark in _HARMLESS else f"〔U+{ord(mark):04X}〕"
        for mark in text
    )


def plain_tip(text: str) -> str:
    """Give a text from outside as a tip shows it: Qt would read markup in it."""
    return f"<span>{escape(text)}</span>" if Qt.mightBeRichText(text) else text


def clear_name(widget: QWidget, name: str) -> None:
    """Name a widget for screen readers and as a tip."""
    widget.setAccessibleName(name)
    widget.setToolTip(plain_tip(name))
