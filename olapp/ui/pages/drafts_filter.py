"""What the list of drafts shows: a search, a state, or the bin."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from olapp.domain.lifecycle import DraftState
from olapp.ui.screen import Screen

_PAUSE = 150
"""Milliseconds after the last key."""
_STATES = tuple(DraftState)


class DraftsFilter(QWidget):
    """A search line, a list of states with the bin at its end, and how many were found."""

    changed = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.search = QLineEdit()
        self.states = QComboBox()
        self._count = QLabel()
        self._count.setObjectName("muted")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.states.activated.connect(lambda _index: self.changed.emit())
        self._fill()
        self._lay_out()

    @property
    def query(self) -> str:
        """What is searched for."""
        return self.search.text()

    @property
    def state(self) -> DraftState | None:
        """The state asked for; None for all."""
        chosen = self.states.currentIndex() - 1
        return _STATES[chosen] if 0 <= chosen < len(_STATES) else None

    @property
    def is_bin(self) -> bool:
        """Whether the bin is looked into."""
        return self.states.currentIndex() > len(_STATES)

    def show_count(self, count: int) -> None:
        """Say how many drafts were found."""
        self._count.setText(self._screen.say("Declarations: {count}", count=count) if count else "")

    def _fill(self) -> None:
        screen, name = self._screen, self._screen.say("Search title, number or patentee")
        self.search.setPlaceholderText(name)
        self.search.setAccessibleName(name)
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            screen.theme.tinted("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.states.setAccessibleName(screen.say("State"))
        self.states.addItem(screen.say("All states"))
        self.states.addItems([screen.choice(state) for state in _STATES])
        self.states.addItem(screen.say("In the bin"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 3)
        row.addWidget(self.states, 1)
        row.addStretch(2)
        row.addWidget(self._count)
