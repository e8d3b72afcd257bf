"""Where the shared terms of a batch come from, and what may differ from them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from olapp.domain.declaration import Declaration
from olapp.services.drafts import blank
from olapp.ui.labels import visible
from olapp.ui.pages.batch_differences import (
    fee_difference,
    fee_words,
    period_difference,
    period_words,
)
from olapp.ui.pages.drafts_model import number_shown
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.drafts import DraftRow

_MOST = 500
_LONGEST = 40


class TermsBar(QWidget):
    """A draft to take terms from, and buttons for what differs."""

    chosen = Signal(object)
    """The key of a draft, or None for blank terms."""
    changed = Signal()
    differing = Signal(object)
    """A ``Difference`` for the patents chosen in the list."""
    written = Signal()
    """The person wants to write shared terms."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, self._terms = screen, blank()
        say = screen.say
        self.drafts = QComboBox()
        self.drafts.setAccessibleName(say("Terms of"))
        self.drafts.setMinimumWidth(screen.em(24))
        self.drafts.activated.connect(lambda _: self.chosen.emit(self.drafts.currentData()))
        self.write = QPushButton(screen.theme.icon("plus"), say("Write shared terms..."))
        self.write.clicked.connect(self.written)
        self.takes_barred = QCheckBox(say("Also patents that the pre-check bars"))
        self.takes_barred.toggled.connect(lambda _on: self.changed.emit())
        self.fee = QPushButton(say("Another fee for the chosen..."))
        self.period = QPushButton(say("Another period for the chosen..."))
        self.fee.clicked.connect(lambda: self.differing.emit(fee_difference(self._terms)))
        self.period.clicked.connect(lambda: self.differing.emit(period_difference(self._terms)))
        self._said = QLabel()
        self._said.setObjectName("muted")
        self.offer(())
        self._lay_out()
        self.show_terms(self._terms)

    def offer(self, drafts: "Sequence[DraftRow]") -> None:
        """Offer drafts to take terms from; the one chosen stays."""
        chosen = self.drafts.currentData()
        self.drafts.clear()
        self.drafts.addItem(self._screen.say("No terms yet: they stay open"), None)
        for row in drafts[:_MOST]:
            self.drafts.addItem(self._name(row), row.id)
        self.drafts.setCurrentIndex(max(0, self.drafts.findData(chosen)) if chosen else 0)

    def show_terms(self, terms: Declaration) -> None:
        """Say the terms in a few words."""
        self._terms = terms
        parts = (fee_words(terms, self._screen), period_words(terms, self._screen))
        self._said.setText("　".join(part for part in parts if part))

    def allow_differences(self, *, has_choice: bool, terms: Declaration) -> None:
        """Let the buttons work when something is chosen to differ."""
        self.fee.setEnabled(has_choice and fee_difference(terms) is not None)
        self.period.setEnabled(has_choice)

    def _name(self, row: "DraftRow") -> str:
        title = row.title or self._screen.say("(no title yet)")
        return visible(f"{title[:_LONGEST]}　{number_shown(row.number)}")

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8)
        first.addWidget(QLabel(self._screen.say("Terms of")))
        first.addWidget(self.drafts)
        first.addWidget(self.write)
        first.addWidget(self._said, 1)
        second.addWidget(self.fee)
        second.addWidget(self.period)
        second.addWidget(self.takes_barred)
        second.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.addLayout(first, 0, 0)
        grid.addLayout(second, 1, 0)
