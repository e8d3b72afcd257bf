"""The strip under the list: how many there are, of what kind, and what they cost next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from olapp.domain.holding import RightState
from olapp.domain.patent import PatentKind
from olapp.ui.elided import Elided
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.portfolio import Totals

_FEN = 100


class TotalsStrip(QFrame):
    """Words only; nothing here is clicked."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._count, self._chosen, self._parts = QLabel(), QLabel(), Elided()
        self._parts.setObjectName("muted")
        for label in (self._count, self._chosen):
            label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(18)
        row.addWidget(self._count)
        row.addWidget(self._chosen)
        row.addWidget(self._parts, 1)

    @property
    def text(self) -> str:
        """All that is said."""
        return "  ".join(label.text() for label in (self._count, self._chosen, self._parts))

    def show_count(self, count: int) -> None:
        """Say how many rows there are, before the rest is added up."""
        self._count.setText(self._screen.say("Patents: {count}", count=f"{count:,}"))

    def show_chosen(self, count: int) -> None:
        """Say how many are chosen; one alone need not be said."""
        text = self._screen.say("Chosen: {count}", count=f"{count:,}") if count > 1 else ""
        self._chosen.setText(text)
        self._chosen.setVisible(bool(text))

    def show_totals(self, totals: "Totals") -> None:
        """Say what the rows add up to."""
        screen = self._screen
        states = [(screen.choice(s), totals.by_state.get(s.value, 0)) for s in RightState]
        kinds = [(screen.choice(k), totals.by_kind.get(k.value, 0)) for k in PatentKind]
        states.append((screen.say("state not known"), totals.by_state.get("", 0)))
        parts = [f"{name} {count:,}" for name, count in (*kinds, *states) if count]
        if totals.fee_fen:
            amount = f"{totals.fee_fen // _FEN:,}"
            parts.append(screen.say("next annual fees: {amount} yuan", amount=amount))
        self._parts.setText("  ·  ".join(parts))
        self._parts.setToolTip("\n".join(parts))
