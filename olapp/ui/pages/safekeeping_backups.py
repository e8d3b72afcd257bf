"""The backups, and what putting one back would change."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from olapp.domain.sentence import N_
from olapp.services.safekeeping import (
    KINDS,
    Backup,
    Difference,
    RowDifference,
    TableDifference,
)
from olapp.ui.labels import visible, words
from olapp.ui.rows_table import RowsTable, Shown
from olapp.ui.screen import Screen

_WHY = {
    "closing": N_("when the program closed"),
    "asked": N_("asked for"),
    "before-restore": N_("before another was put back"),
    "before-import": N_("before everything was taken in"),
}
_MB = 1024 * 1024


class BackupsView(QWidget):
    """The list to the left; the differences of the one looked into to the right."""

    look_asked = Signal(object)
    restore_asked = Signal(object)
    """A ``Backup`` each."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._looked: Backup | None = None
        say = screen.say
        self.table: RowsTable[Backup] = RowsTable(screen, say("Backups"), _columns(screen))
        self.table.picked.connect(self._pick)
        self.look = QPushButton(screen.theme.icon("eye"), say("Show what would change"))
        self.look.clicked.connect(lambda: self._emit(self.look_asked.emit))
        self.table.opened.connect(self.look_asked)
        self.summary = words("", "help")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.changes = QPlainTextEdit()
        self.changes.setReadOnly(True)
        self.changes.setTabChangesFocus(True)
        self.changes.setAccessibleName(say("What would change"))
        self.restore = QPushButton(screen.theme.icon("undo"), say("Put this backup back..."))
        self.restore.clicked.connect(lambda: self._emit(self.restore_asked.emit))
        self._lay_out()
        self._pick()

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """List these, the latest first."""
        self.table.show_rows(backups)
        if backups:
            self.table.selectRow(0)
        self._pick()

    def show_difference(self, backup: Backup, difference: Difference) -> None:
        """Show what putting a backup back would change; only then it can be put back."""
        self._looked = backup
        say = self._screen.say
        if difference.is_empty:
            self.summary.setText(say("This backup says the same as the desk does now."))
        else:
            self.summary.setText(say("What the desk would gain (+), lose (-) and see changed (~)."))
        self.changes.setPlainText(visible("\n".join(_told(difference, self._screen))))
        self.restore.setEnabled(not difference.is_empty)

    def _pick(self) -> None:
        backup = next(iter(self.table.chosen()), None)
        self.look.setEnabled(backup is not None)
        if backup is None or backup != self._looked:
            self._looked = None
            self.changes.clear()
            self.restore.setEnabled(False)
            self.summary.setText(
                self._screen.say("A backup can be put back after you have seen what would change.")
            )

    def _emit(self, emit: object) -> None:
        backup = next(iter(self.table.chosen()), None)
        if backup is not None and callable(emit):
            emit(backup)

    def _lay_out(self) -> None:
        left, right, buttons = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        title = QLabel(self._screen.say("Backups"))
        title.setFont(self._screen.font(1.1, bold=True))
        left.addWidget(title)
        left.addWidget(self.table, 1)
        buttons.addWidget(self.look)
        buttons.addStretch(1)
        buttons.addWidget(self.restore)
        right.addWidget(self.summary)
        right.addWidget(self.changes, 1)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(right, 1)


def _columns(screen: Screen) -> tuple[Shown[Backup], ...]:
    say = screen.say
    return (
        Shown(say("When"), lambda row: row.made_at.astimezone().strftime("%Y-%m-%d %H:%M"), 11),
        Shown(say("Made"), lambda row: say(_WHY.get(row.why, row.why))),
        Shown(say("Size"), lambda row: _size(row.size), 7, is_number=True),
    )


def _size(size: int) -> str:
    tenths = -(-size * 10 // _MB)
    return f"{tenths // 10:,}.{tenths % 10} MB"


def _told(difference: Difference, screen: Screen) -> Iterator[str]:
    say = screen.say
    for table in difference.tables:
        name = say(KINDS.get(table.kind, table.kind))
        yield say(
            "{kind}: +{added}, -{removed}, ~{changed}, equal {equal}",
            kind=name,
            added=table.added,
            removed=table.removed,
            changed=table.changed,
            equal=table.equal,
        )
        yield from _rows(table)


def _rows(table: TableDifference) -> Iterator[str]:
    kinds: tuple[tuple[str, tuple[RowDifference, ...], int], ...] = (
        ("+", table.rows_added, table.added),
        ("-", table.rows_removed, table.removed),
        ("~", table.rows_changed, table.changed),
    )
    for sign, rows, count in kinds:
        yield from (f"  {sign} {row.number} {row.title}" for row in rows)
        if count > len(rows) > 0:
            yield f"  {sign} …"
