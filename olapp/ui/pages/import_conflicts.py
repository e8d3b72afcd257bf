"""Facts the desk holds on to although a file says otherwise: both values, and the choice."""

from collections.abc import Sequence

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from olapp.domain.origins import HAND
from olapp.domain.record import Place
from olapp.services.fact_words import fact_name, fact_words
from olapp.services.planning import Conflict
from olapp.ui.rows_table import RowsTable, Shown
from olapp.ui.screen import Screen

Key = tuple[Place, str]


class ConflictsTable(QWidget):
    """Every conflict of a plan; what stays is what the desk has, unless the person says so."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._taken: set[Key] = set()
        say = screen.say
        title = QLabel(say("Conflicts: the desk keeps its own, unless you take the file's"))
        title.setFont(screen.font(bold=True))
        self.table: RowsTable[Conflict] = RowsTable(
            screen, say("Conflicts"), self._columns(), takes_many=True
        )
        self.take = QPushButton(say("Take the file's"))
        self.keep = QPushButton(say("Keep the desk's"))
        self.take.clicked.connect(lambda: self._decide(takes=True))
        self.keep.clicked.connect(lambda: self._decide(takes=False))
        self.table.opened.connect(self._toggle)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.take)
        head.addWidget(self.keep)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self.table, 1)

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show these, each decided for what is kept."""
        self._taken = set()
        self.table.show_rows(conflicts)
        self.setVisible(bool(conflicts))
        if conflicts:
            self.table.selectRow(0)

    def takes(self, conflict: Conflict) -> bool:
        """Whether a conflict is decided for the file."""
        return _key(conflict) in self._taken

    def _decide(self, *, takes: bool) -> None:
        chosen = {_key(conflict) for conflict in self.table.chosen()}
        self._taken = self._taken | chosen if takes else self._taken - chosen
        self.table.viewport().update()

    def _toggle(self, conflict: Conflict) -> None:
        self._taken ^= {_key(conflict)}
        self.table.viewport().update()

    def _columns(self) -> tuple[Shown[Conflict], ...]:
        say = self._screen.say
        return (
            Shown(say("Patent number"), lambda row: row.number, 10),
            Shown(say("Fact"), lambda row: fact_name(row.path, say), 8),
            Shown(say("On the desk"), self._kept),
            Shown(say("In the file"), self._told),
            Shown(say("What stays"), self._choice, 8, icon=self._icon),
        )

    def _kept(self, row: Conflict) -> str:
        say, origin = self._screen.say, row.kept_origin
        source = say("typed by hand") if origin.source == HAND else origin.name or origin.source
        return _dated(fact_words(row.kept, say), source, origin.as_of, self._screen)

    def _told(self, row: Conflict) -> str:
        say = self._screen.say
        return _dated(fact_words(row.told, say), "", row.told_as_of, self._screen)

    def _choice(self, row: Conflict) -> str:
        say = self._screen.say
        return say("The file's") if self.takes(row) else say("The desk's")

    def _icon(self, row: Conflict) -> QIcon:
        theme = self._screen.theme
        return theme.tinted("import", "warning") if self.takes(row) else theme.icon("check")


def _key(conflict: Conflict) -> Key:
    return conflict.place, conflict.path


def _dated(value: str, source: str, day: object, screen: Screen) -> str:
    said = ", ".join(part for part in (source, screen.say.value(day) if day else "") if part)
    return f"{value} ({said})" if said else value
