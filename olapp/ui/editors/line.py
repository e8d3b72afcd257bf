"""One line of text, and values typed as one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from olapp.ui.editors.entry import Entry, ValueEdit

_LONGEST = 2**30
"""Qt cuts at 32,767 characters unless told otherwise; nothing is ever cut here."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a kind of value is typed: read (ValueError when it cannot be), and written."""

    read: Callable[[str], Any]
    write: Callable[[Any], str]
    complaint: str = ""
    """A msgid: how to write it so that it can be read."""
    example: str = ""
    """A value written as it should be; the same in all languages."""
    is_wide: bool = False


TEXT = Spelling(read=str, write=str, is_wide=True)


class LineEdit(ValueEdit):
    """A line of text read as a kind of value; unreadable text stays as it was typed."""

    def __init__(
        self, spelling: Spelling, suggestions: tuple[str, ...] = (), example: str = ""
    ) -> None:
        super().__init__()
        self.spelling = spelling
        self.is_wide = spelling.is_wide
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText(example)
        self.line.textEdited.connect(self._tell)
        if suggestions:
            self.line.setCompleter(_completer(suggestions, self))
        self.hold(self.line, *self.beside())

    def beside(self) -> tuple[QWidget, ...]:
        """Give what stands to the right of the line."""
        return ()

    def entry(self) -> Entry:
        """Read the line; nothing but white space is no value."""
        text = self.line.text()
        if not text.strip():
            return Entry()
        try:
            return Entry(self.spelling.read(text))
        except ValueError:
            return Entry(unread=text)

    def show_entry(self, entry: Entry) -> None:
        """Write the value, or the unread text back."""
        if self.entry() != entry:
            self.line.setText(entry.unread or self._written(entry.value))
        self.mark()

    def complaint(self) -> str:
        """Say how to write it."""
        return self.spelling.complaint if self.entry().unread else ""

    def leave(self) -> None:
        """Write a readable value in its usual form."""
        entry = self.entry()
        if entry.value is not None:
            self.line.setText(self._written(entry.value))
        self.mark()
        super().leave()

    def mark(self) -> None:
        """Colour the line by whether it can be read."""
        misread = bool(self.entry().unread)
        if misread != bool(self.line.property("misread")):
            self.line.setProperty("misread", misread)
            self.line.style().polish(self.line)

    def _written(self, value: Any) -> str:
        return "" if value is None else self.spelling.write(value)

    def _tell(self) -> None:
        if not self.entry().unread:
            self.mark()
        self.edited.emit()


def _completer(suggestions: tuple[str, ...], parent: QWidget) -> QCompleter:
    completer = QCompleter(list(suggestions), parent)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return completer
