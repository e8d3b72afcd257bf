"""The rail: the pages of the window as a slim column of pictures and words."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from olapp.ui.navigation import PAGES, PageKind
from olapp.ui.screen import Screen

_EMS, _SLIM_EMS = 6.2, 3.6
_WIDE_EMS = 84
"""Below this width of the window the rail shows pictures only."""
_WORDS_SCALE = 0.85


class Rail(QFrame):
    """A button for each page; the one on the screen is pressed."""

    chosen = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.setObjectName("rail")
        self._group = QButtonGroup(self)
        self.buttons = {kind.name: self._button(kind) for kind in PAGES if kind.is_on_rail}
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 8, 4, 8)
        box.setSpacing(2)
        for button in self.buttons.values():
            box.addWidget(button)
        box.addStretch(1)

    def show_page(self, name: str) -> None:
        """Press the button of the page on the screen; none for a page beside the rail."""
        self._group.setExclusive(False)
        for key, button in self.buttons.items():
            button.setChecked(key == name)
        self._group.setExclusive(True)

    def fit(self, width: int) -> None:
        """Leave the words out in a narrow window."""
        is_wide = width >= self._screen.em(_WIDE_EMS)
        style = Qt.ToolButtonStyle
        for button in self.buttons.values():
            button.setToolButtonStyle(
                style.ToolButtonTextUnderIcon if is_wide else style.ToolButtonIconOnly
            )
        self.setFixedWidth(self._screen.em(_EMS if is_wide else _SLIM_EMS))

    def _button(self, kind: PageKind) -> QToolButton:
        made, screen = QToolButton(), self._screen
        name = screen.say(kind.label)
        made.setText(name)
        made.setIcon(screen.theme.icon(kind.icon))
        made.setIconSize(QSize(20, 20))
        made.setFont(screen.font(_WORDS_SCALE))
        made.setCheckable(True)
        made.setAutoRaise(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setSizePolicy(made.sizePolicy().Policy.Expanding, made.sizePolicy().Policy.Fixed)
        made.clicked.connect(lambda: self.chosen.emit(kind.name))
        self._group.addButton(made)
        return made
