"""The bar over a draft: where one is, what can be done, whether it is kept."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from olapp.domain.lifecycle import DraftState
from olapp.ui.actions import button
from olapp.ui.editing import Editing
from olapp.ui.elided import Elided
from olapp.ui.labels import plain_tip, visible
from olapp.ui.pages.doubts import doubts
from olapp.ui.workplace import Workplace

_LONGEST = 300
_STATE_LENGTH = 9
_TITLE_EMS = 8
_TOOLS = ("undo", "redo", "", "pick_patent", "pick_party", "", "check", "preview", "print")

_FIRST_TOOLS = ("check", "preview")
_WIDE_EMS = 62
"""Below this width only the first tools have room; the menus have them all."""


class DraftBar(QFrame):
    """Title, state, tools; the words on the right say whether everything is kept."""

    marked = Signal(object)
    """The state the person gave the declaration."""

    def __init__(self, place: Workplace, editing: Editing) -> None:
        super().__init__()
        self._place, self._editing = place, editing
        self.setObjectName("bar")
        self.title = Elided()
        self.title.setMinimumWidth(place.screen.em(_TITLE_EMS))
        self.title.setFont(place.screen.font(1.12, bold=True))
        self.saved = QLabel()
        self.saved.setObjectName("muted")
        self.states = self._states()
        self.export = self._export_button()
        self._lesser: list[QWidget] = []
        self._lay_out()
        editing.autosave.state_changed.connect(self.show_saved)
        editing.recheck.found.connect(self.show_doubts)
        self.show_title()
        self.show_saved()
        self.show_doubts()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave room for the words when there is little."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._place.screen.em(_WIDE_EMS)
        for tool in self._lesser:
            tool.setVisible(is_wide)

    def show_title(self) -> None:
        """Show the title and number of the patent."""
        patent = self._editing.document.patent
        title = patent.title or self._place.screen.say("(no title yet)")
        parts = (part for part in (title, patent.number) if part)
        text = visible("　".join(parts).replace("\n", " "))
        self.title.setText(text[:_LONGEST])
        self.title.setToolTip(plain_tip(text[:_LONGEST]))

    def show_saved(self) -> None:
        """Say whether everything typed is kept."""
        say, autosave = self._place.screen.say, self._editing.autosave
        if autosave.trouble is not None:
            self.saved.setText(say("Not saved"))
        else:
            self.saved.setText(say("Saved") if autosave.is_clean else say("Saving..."))
        colours = self._place.screen.theme.colours
        colour = colours.error if autosave.trouble is not None else colours.muted
        self.saved.setStyleSheet(f"color: {colour};")

    def show_doubts(self) -> None:
        """Let the button say that what it would write is only a draft."""
        screen, export = self._place.screen, self.export
        said = doubts(self._editing.findings, screen)
        export.setText(screen.say("Export a draft") if said else screen.say("Export"))
        keys = self._place.actions["export"].shortcut().toString()
        export.setToolTip("\n".join(part for part in (said, keys) if part))

    def _states(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self._place.screen.say("State"))
        box.setToolTip(self._place.screen.say("State"))
        for state in DraftState:
            box.addItem(self._place.screen.choice(state), state)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_STATE_LENGTH)
        box.setCurrentIndex(box.findData(self._editing.state))
        box.activated.connect(lambda _index: self.marked.emit(DraftState(box.currentData())))
        return box

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 12, 6)
        row.setSpacing(4)
        row.addWidget(self._tool("back"))
        row.addWidget(self.title, 1)
        row.addWidget(self.saved)
        row.addSpacing(8)
        row.addWidget(self.states)
        for key in _TOOLS:
            tool = self._tool(key) if key else self._line()
            row.addWidget(tool)
            if key not in _FIRST_TOOLS:
                self._lesser.append(tool)
        row.addSpacing(4)
        row.addWidget(self.export)

    def _tool(self, key: str) -> QWidget:
        return button(self._place.actions, key, self._place.screen)

    def _export_button(self) -> QPushButton:
        action, screen = self._place.actions["export"], self._place.screen
        icon = screen.theme.tinted("export", "on_accent")
        made = QPushButton(icon, screen.say("Export"))
        made.setProperty("primary", True)
        made.setIconSize(QSize(18, 18))
        made.clicked.connect(partial(action.trigger))
        return made

    @staticmethod
    def _line() -> QWidget:
        line = QFrame()
        line.setObjectName("separator")
        line.setFixedSize(1, 22)
        return line
