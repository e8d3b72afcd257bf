"""Where one stands in a text: taken along when the widgets are made anew."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def caret(widget: QWidget | None) -> int:
    """Give the place of the caret in a text box, counted from 0; 0 in anything else."""
    if isinstance(widget, QLineEdit):
        return widget.cursorPosition()
    if isinstance(widget, QPlainTextEdit):
        return widget.textCursor().position()
    return 0


def put_caret(widget: QWidget | None, at: int) -> None:
    """Put the caret of a text box, at its end when the text is shorter."""
    if isinstance(widget, QLineEdit):
        widget.setCursorPosition(at)
    elif isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(min(at, len(widget.toPlainText())))
        widget.setTextCursor(cursor)
