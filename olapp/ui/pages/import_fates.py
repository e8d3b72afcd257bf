"""What becomes of rows, in words and pictures; the chips that count them and filter by them."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from olapp.domain.sentence import N_
from olapp.services.planning import RowFate
from olapp.ui.screen import Screen

FATES = {
    RowFate.NEW: (N_("New"), "plus", "good"),
    RowFate.CHANGED: (N_("Updated"), "redo", "info"),
    RowFate.UNCHANGED: (N_("Unchanged"), "check", "muted"),
    RowFate.MERGED: (N_("Merged"), "copy", "muted"),
    RowFate.DOUBTFUL: (N_("Doubtful"), "warning", "warning"),
    RowFate.REFUSED: (N_("Refused"), "error", "error"),
}
"""The words, the picture and the colour of each."""


def fate_words(fate: RowFate, screen: Screen) -> str:
    """Name what becomes of a row."""
    return screen.say(FATES[fate][0])


def fate_icon(fate: RowFate, screen: Screen) -> QIcon:
    """Give the picture of it."""
    _, name, role = FATES[fate]
    return screen.theme.tinted(name, role)


class FateChips(QWidget):
    """A button for all rows and one for each fate, with its count; one is pressed."""

    changed = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.fate: RowFate | None = None
        self.only_conflicts = False
        self.all = self._chip(None)
        self.chips = {fate: self._chip(fate) for fate in RowFate}
        self.conflicts = QPushButton(screen.theme.tinted("unknown", "unknown"), "")
        self.conflicts.setCheckable(True)
        self.conflicts.clicked.connect(self._choose_conflicts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for chip in (self.all, *self.chips.values(), self.conflicts):
            row.addWidget(chip)
        row.addStretch(1)

    def show_counts(self, counts: Mapping[RowFate, int], conflicts: int) -> None:
        """Show how many rows there are of each; those of none cannot be chosen."""
        say = self._screen.say
        self._count(self.all, say("All rows"), sum(counts.values()))
        for fate, chip in self.chips.items():
            self._count(chip, fate_words(fate, self._screen), counts.get(fate, 0))
        self._count(self.conflicts, say("Conflicts"), conflicts)
        self._choose(None)

    def _count(self, chip: QPushButton, words: str, count: int) -> None:
        chip.setText(f"{words} {count:,}")
        chip.setEnabled(count > 0)

    def _chip(self, fate: RowFate | None) -> QPushButton:
        chip = QPushButton()
        chip.setCheckable(True)
        if fate is not None:
            chip.setIcon(fate_icon(fate, self._screen))
        chip.clicked.connect(lambda: self._choose(fate))
        return chip

    def _choose(self, fate: RowFate | None) -> None:
        self.fate, self.only_conflicts = fate, False
        self._press()

    def _choose_conflicts(self) -> None:
        self.fate, self.only_conflicts = None, True
        self._press()

    def _press(self) -> None:
        self.all.setChecked(self.fate is None and not self.only_conflicts)
        self.conflicts.setChecked(self.only_conflicts)
        for fate, chip in self.chips.items():
            chip.setChecked(fate is self.fate)
        self.changed.emit()
