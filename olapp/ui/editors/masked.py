"""Identity numbers: shown whole only to the one who is typing or who asks."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from olapp.domain.party import masked
from olapp.ui.editors.entry import Entry
from olapp.ui.editors.line import TEXT, LineEdit
from olapp.ui.screen import Screen


class MaskedEdit(LineEdit):
    """A line that hides the middle of its text unless it has the focus or the eye is open."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._text = ""
        self._is_open = False
        super().__init__(TEXT)

    def beside(self) -> tuple[QWidget, ...]:
        """Give the eye."""
        self.eye = QToolButton()
        self.eye.setObjectName("flat")
        self.eye.setCheckable(True)
        self.eye.setIcon(self._screen.theme.tinted("eye", "muted"))
        self.eye.setIconSize(QSize(18, 18))
        self.eye.setToolTip(self._screen.say("Show the number"))
        self.eye.setAccessibleName(self._screen.say("Show the number"))
        self.eye.toggled.connect(self._paint)
        return (self.eye,)

    def entry(self) -> Entry:
        """Give the whole number, whatever is shown of it."""
        return Entry(self._text if self._text.strip() else None)

    def show_entry(self, entry: Entry) -> None:
        """Take the number and show what may be shown."""
        if self.entry() != entry:
            self._text = entry.value or ""
            self._paint()

    def enter(self) -> None:
        """Show the whole number to the one who is about to type."""
        self._is_open = True
        self._paint()

    def leave(self) -> None:
        """Hide the number again."""
        self._is_open = False
        self._paint()
        self.left.emit()

    def _tell(self) -> None:
        self._text = self.line.text()
        self.edited.emit()

    def _paint(self) -> None:
        shown = self._is_open or self.eye.isChecked()
        text = self._text if shown else masked(self._text)
        if self.line.text() != text:
            self.line.setText(text)
