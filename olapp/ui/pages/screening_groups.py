"""What stands in the way, and in that of how many patents."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from olapp.ui.labels import words
from olapp.ui.rows_table import RowsTable, Shown
from olapp.ui.screen import Screen

if TYPE_CHECKING:
    from olapp.services.screening import Group, Screened


class GroupsView(QWidget):
    """A row for each rule; below it the words of the rule chosen, its remedy and its ground."""

    chosen = Signal(object)
    """A ``Group`` whose patents the person wants to see."""
    drafted = Signal(object)
    """A ``Group`` to make declarations of."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        say = screen.say
        self.table: RowsTable[Group] = RowsTable(
            screen, say("What stands in the way"), _columns(screen)
        )
        self.table.sort_by_heads()
        self.table.opened.connect(self.chosen)
        self.table.picked.connect(self._explain)
        self.details = words("")
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_button = QPushButton(screen.theme.icon("table"), say("Show these patents"))
        self.draft_button = QPushButton(
            screen.theme.icon("paper"), say("Declarations for these patents...")
        )
        self.show_button.clicked.connect(lambda: self._emit(is_draft=False))
        self.draft_button.clicked.connect(lambda: self._emit(is_draft=True))
        self._lay_out()
        self._explain()

    def show_groups(self, screened: "Screened") -> None:
        """Show these groups."""
        self.table.show_rows(screened.groups)
        if screened.groups:
            self.table.selectRow(0)

    def _chosen(self) -> "Group | None":
        return next(iter(self.table.chosen()), None)

    def _emit(self, *, is_draft: bool) -> None:
        group = self._chosen()
        if group is not None:
            (self.drafted if is_draft else self.chosen).emit(group)

    def _explain(self) -> None:
        group = self._chosen()
        self.show_button.setEnabled(group is not None)
        self.draft_button.setEnabled(group is not None)
        self.details.setText("" if group is None else _told(group, self._screen))

    def _lay_out(self) -> None:
        title = QLabel(self._screen.say("What stands in the way"))
        title.setFont(self._screen.font(1.1, bold=True))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.details, 1)
        foot.addWidget(self.draft_button, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 6, 0, 0)
        box.setSpacing(10)
        box.addWidget(title)
        box.addWidget(self.table, 1)
        box.addLayout(foot)


def _columns(screen: Screen) -> "tuple[Shown[Group], ...]":
    say = screen.say

    def icon(row: "Group") -> QIcon:
        return screen.theme.tinted(row.severity.value, row.severity.value)

    return (
        Shown(say("Weight"), lambda row: screen.choice(row.severity), 7.5, icon=icon),
        Shown(say("Reason, as for the first of the patents"), lambda row: _reason(row, screen)),
        Shown(
            say("Verdicts"),
            lambda row: say.value(tuple(screen.choice(each) for each in row.verdicts)),
            12,
        ),
        Shown(
            say("Patents"),
            lambda row: f"{row.count:,}",
            6.5,
            is_number=True,
            key=lambda row: row.count,
        ),
        Shown(say("Rule"), lambda row: row.code, 9),
    )


def _reason(group: "Group", screen: Screen) -> str:
    return screen.finding(group.example) if group.example else group.code


def _told(group: "Group", screen: Screen) -> str:
    found = group.example
    if found is None:
        return screen.say("The facts have changed since: judge again.")
    ground = [screen.say.citation(source) for source in found.sources]
    if not found.is_confirmed:
        ground.append(screen.say("[unconfirmed]"))
    parts = (screen.finding(found), screen.remedy(found), " · ".join(ground))
    return "\n".join(part for part in parts if part)
