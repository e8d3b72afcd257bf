"""What becomes of rows, in words and pictures; the chips that count them and filter by them."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from olapp.services.planning import FATES, RowFate
from olapp.ui.screen import Screen

_LOOKS = {
    RowFate.NEW: ("plus", "good"),
    RowFate.CHANGED: ("redo", "info"),
    RowFate.UNCHANGED: ("check", "muted"),
    RowFate.MERGED: ("copy", "muted"),
    RowFate.DOUBTFUL: ("warning", "warning"),
    RowFate.REFUSED: ("error", "error"),
}
"""The picture and the colour of each."""
_GAP = 6
_MANY, _FEW = 8, 4
"""Chips in a row of a wide window, and of a narrow one."""


def fate_words(fate: RowFate, screen: Screen) -> str:
    """Name what becomes of a row."""
    return screen.say(FATES[fate])


def fate_icon(fate: RowFate, screen: Screen) -> QIcon:
    """Give the picture of it."""
    name, role = _LOOKS[fate]
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
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._per_row = 0
        self._arrange(_MANY)

    def show_counts(self, counts: Mapping[RowFate, int], conflicts: int) -> None:
        """Show how many rows there are of each; those of none cannot be chosen."""
        say = self._screen.say
        self._count(self.all, say("All rows"), sum(counts.values()))
        for fate, chip in self.chips.items():
            self._count(chip, fate_words(fate, self._screen), counts.get(fate, 0))
        self._count(self.conflicts, say("Conflicts"), conflicts)
        self._fit()
        self._choose(None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stand in two rows where one is too long."""
        super().resizeEvent(event)
        self._fit()

    def _all(self) -> tuple[QPushButton, ...]:
        return (self.all, *self.chips.values(), self.conflicts)

    def _fit(self) -> None:
        needed = sum(chip.sizeHint().width() + _GAP for chip in self._all())
        self._arrange(_MANY if needed <= self.width() else _FEW)

    def _arrange(self, per_row: int) -> None:
        if per_row == self._per_row:
            return
        self._per_row = per_row
        for at, chip in enumerate(self._all()):
            self._grid.addWidget(chip, at // per_row, at % per_row)
        for column in range(_MANY + 1):
            self._grid.setColumnStretch(column, int(column == per_row))
        rows = -(-len(self._all()) // per_row)
        self.setMinimumHeight(rows * (self.all.sizeHint().height() + _GAP))

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
