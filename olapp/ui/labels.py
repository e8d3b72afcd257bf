"""Labels, and the names that screen readers read."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def words(text: str, role: str = "") -> QLabel:
    """Make a text that wraps; ``role`` is its name in the style sheet."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setObjectName(role)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def clear_name(widget: QWidget, name: str) -> None:
    """Name a widget for screen readers and as a tip."""
    widget.setAccessibleName(name)
    widget.setToolTip(name)
