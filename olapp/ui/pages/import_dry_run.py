"""The third step of an import: every row with its fate, and the conflicts to decide."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from olapp.services.fact_words import fact_name, fact_words
from olapp.services.planning import Conflict, PlanRow, RowFate
from olapp.ui.labels import visible, words
from olapp.ui.pages.import_conflicts import ConflictsTable
from olapp.ui.pages.import_fates import FateChips, fate_icon, fate_words
from olapp.ui.rows_table import RowsTable, Shown
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.importing import Plan

_MOST_LINES = 6
_LONGEST = 300


class DryRunStep(QWidget):
    """Chips that count and filter, the rows, and below what is to be said of the row chosen."""

    accepted = Signal()
    report_asked = Signal()
    back_asked = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._plan: Plan | None = None
        say = screen.say
        self.chips = FateChips(screen)
        self.table: RowsTable[PlanRow] = RowsTable(
            screen, say("Rows of the file"), _columns(screen)
        )
        self.details = words("")
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.conflicts = ConflictsTable(screen)
        self.doubtful = QCheckBox(say("Take the doubtful rows in"))
        self.doubtful.setChecked(True)
        self.back = QPushButton(screen.theme.icon("back"), say("Columns"))
        self.report = QPushButton(screen.theme.icon("export"), say("Save this list..."))
        self.commit = QPushButton(say("Take in"))
        self.commit.setProperty("primary", True)
        self.commit.clicked.connect(self.accepted)
        self.report.clicked.connect(self.report_asked)
        self.back.clicked.connect(self.back_asked)
        self.chips.changed.connect(self._filter)
        self.table.picked.connect(self._explain)
        self._lay_out()

    def show_plan(self, plan: "Plan") -> None:
        """Show what an import would do."""
        self._plan = plan
        conflicts = tuple(plan.conflicts)
        self.conflicts.show_conflicts(conflicts)
        self.chips.show_counts(plan.counts, sum(bool(row.conflicts) for row in plan.rows))
        self.commit.setEnabled(bool(plan.steps))
        self.doubtful.setVisible(plan.counts.get(RowFate.DOUBTFUL, 0) > 0)

    def takes(self, conflict: Conflict) -> bool:
        """Whether a person decided a conflict for the file."""
        return self.conflicts.takes(conflict)

    def _filter(self) -> None:
        plan = self._plan
        if plan is None:
            return
        fate, only_conflicts = self.chips.fate, self.chips.only_conflicts
        rows = plan.rows
        if only_conflicts:
            rows = [row for row in rows if row.conflicts]
        elif fate is not None:
            rows = [row for row in rows if row.fate is fate]
        self.table.show_rows(rows)
        if rows:
            self.table.selectRow(0)

    def _explain(self) -> None:
        row = next(iter(self.table.chosen()), None)
        self.details.setText("" if row is None else _told(row, self._screen))

    def _lay_out(self) -> None:
        say = self._screen.say
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addStretch(1)
        for widget in (self.doubtful, self.report, self.commit):
            head.addWidget(widget)
        below = QWidget()
        under = QVBoxLayout(below)
        under.setContentsMargins(0, 6, 0, 0)
        under.setSpacing(6)
        under.addWidget(self.details)
        under.addWidget(self.conflicts, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        note = QLabel(say("This is a dry run: nothing has been changed yet."))
        note.setObjectName("help")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(note)
        box.addWidget(self.chips)
        box.addWidget(split, 1)


def _columns(screen: Screen) -> tuple[Shown[PlanRow], ...]:
    say = screen.say

    def icon(row: PlanRow) -> QIcon:
        return fate_icon(row.fate, screen)

    return (
        Shown(say("Row"), lambda row: str(row.place.row), 4.5, is_number=True),
        Shown(say("Fate"), lambda row: fate_words(row.fate, screen), 9, icon=icon),
        Shown(say("Patent number"), lambda row: row.number, 11),
        Shown(say("Title"), lambda row: row.title),
        Shown(say("What is to be said"), lambda row: _brief(row, screen)),
    )


def _brief(row: PlanRow, screen: Screen) -> str:
    parts = [screen.say.sentence(reason) for reason in row.reasons]
    if row.changes:
        names = tuple(fact_name(change.path, screen.say) for change in row.changes)
        parts.append(screen.say("Changes: {facts}.", facts=names))
    if row.conflicts:
        parts.append(screen.say("Conflicts: {count}.", count=len(row.conflicts)))
    return " ".join(parts)


def _told(row: PlanRow, screen: Screen) -> str:
    say = screen.say
    lines = [say.sentence(reason) for reason in row.reasons]
    lines += [
        say(
            "{fact}: {before} → {after}",
            fact=fact_name(change.path, say),
            before=fact_words(change.before, say) or say("nothing"),
            after=fact_words(change.after, say) or say("nothing"),
        )
        for change in row.changes
    ]
    return visible("\n".join(_short(line) for line in lines[:_MOST_LINES]))


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
