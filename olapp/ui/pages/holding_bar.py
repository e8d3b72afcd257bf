"""The bar over a patent of the portfolio: what it is, and whether everything is kept."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from olapp.domain.holding import Holding
from olapp.ui.actions import button
from olapp.ui.elided import Elided
from olapp.ui.holding_editing import HoldingEditing
from olapp.ui.labels import plain_tip, visible
from olapp.ui.pages.drafts_model import number_shown
from olapp.ui.workplace import Workplace

_LONGEST = 300
_TITLE_EMS = 8
_TOOLS = ("undo", "redo", "check")


def _is_granted(holding: Holding) -> bool:
    is_right = holding.state is not None and holding.state.is_right
    return is_right or holding.patent.granted_on is not None


class HoldingBar(QFrame):
    """Back, title, state of keeping, tools."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self.setObjectName("bar")
        self.title = Elided()
        self.title.setMinimumWidth(place.screen.em(_TITLE_EMS))
        self.title.setFont(place.screen.font(1.12, bold=True))
        self.saved = QLabel()
        self.saved.setObjectName("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 12, 6)
        row.setSpacing(4)
        row.addWidget(button(place.actions, "back", place.screen))
        row.addWidget(self.title, 1)
        row.addWidget(self.saved)
        row.addSpacing(8)
        for key in _TOOLS:
            row.addWidget(button(place.actions, key, place.screen))
        row.addSpacing(4)
        row.addWidget(self._declare())

    def show_editing(self, editing: HoldingEditing) -> None:
        """Show the title, the number and whether all is kept."""
        say, patent = self._place.screen.say, editing.document.patent
        title = patent.title or say("(no title yet)")
        number = number_shown(patent.number or "", is_granted=_is_granted(editing.holding))
        text = visible("　".join(part for part in (title, number) if part).replace("\n", " "))
        self.title.setText(text[:_LONGEST])
        self.title.setToolTip(plain_tip(text[:_LONGEST]))
        self.saved.setText(self._saved(editing))

    def _saved(self, editing: HoldingEditing) -> str:
        say = self._place.screen.say
        if editing.autosave.trouble is not None or editing.breaks:
            return say("Not saved")
        if editing.lacks:
            return say("Lines begun: {count}", count=len(editing.lacks))
        if editing.document.unreadable:
            return say("Cannot be read: {count}", count=len(editing.document.unreadable))
        is_kept = editing.autosave.is_clean and editing.recheck.is_current
        return say("Saved") if is_kept else say("Saving...")

    def _declare(self) -> QPushButton:
        action, screen = self._place.actions["declare"], self._place.screen
        made = QPushButton(
            screen.theme.tinted("paper", "on_accent"), screen.say("Draft a declaration")
        )
        made.setProperty("primary", True)
        made.setIconSize(QSize(18, 18))
        made.clicked.connect(action.trigger)
        return made
