"""Text of several lines, and lists typed one to a line."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QToolButton, QWidget

from olapp.ui.editors.entry import Entry, ValueEdit
from olapp.ui.screen import Screen

_MOST = 14
"""Lines of height; beyond them it scrolls."""
_FRAME = 10
"""Pixels of border and padding, above and below together."""
_PHRASE_LENGTH = 40


class ProseEdit(ValueEdit):
    """Several lines of text; it grows with them, and Tab goes on to the next field."""

    is_wide = True

    def __init__(self, fewest: int, phrases: tuple[str, ...], screen: Screen) -> None:
        super().__init__()
        self._fewest = fewest
        self._is_showing = False
        self.text = QPlainTextEdit()
        self.text.setUndoRedoEnabled(False)
        self.text.setTabChangesFocus(True)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.textChanged.connect(self._tell)
        self.text.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.hold(self.text, *self._beside(phrases, screen))
        self._grow()

    def entry(self) -> Entry:
        """Give the text; nothing but white space is no value."""
        text = self.text.toPlainText()
        return Entry(text if text.strip() else None)

    def show_entry(self, entry: Entry) -> None:
        """Write the text."""
        if self.entry() == entry:
            return
        self._is_showing = True
        self.text.setPlainText(self._written(entry))
        self._is_showing = False

    def _written(self, entry: Entry) -> str:
        return entry.value or ""

    def _tell(self) -> None:
        if not self._is_showing:
            self.edited.emit()

    def _grow(self) -> None:
        lines = max(self._fewest, min(_MOST, int(self.text.document().size().height())))
        spacing = QFontMetricsF(self.text.font()).lineSpacing()
        margins = 2 * self.text.document().documentMargin() + _FRAME
        self.text.setFixedHeight(round(spacing * lines + margins))

    def _beside(self, phrases: tuple[str, ...], screen: Screen) -> tuple[QWidget, ...]:
        """Give the button of the ready-made phrases, when there are any."""
        if not phrases:
            return ()
        name = screen.say("Insert a phrase")
        button = QToolButton()
        button.setObjectName("flat")
        button.setIcon(screen.theme.tinted("plus", "muted"))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        for phrase in phrases:
            action = menu.addAction(phrase[:_PHRASE_LENGTH].replace("&", "&&"))
            action.triggered.connect(lambda _on=False, phrase=phrase: self._insert(phrase))
        button.setMenu(menu)
        return (button,)

    def _insert(self, phrase: str) -> None:
        self.text.insertPlainText(phrase)
        self.text.setFocus()


class LinesEdit(ProseEdit):
    """A list of texts, one to a line; empty lines count for nothing."""

    def entry(self) -> Entry:
        """Give the lines that say something."""
        lines = self.text.toPlainText().splitlines()
        return Entry(tuple(line.strip() for line in lines if line.strip()))

    def _written(self, entry: Entry) -> str:
        return "\n".join(entry.value)
