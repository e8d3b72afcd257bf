"""What stands beside the facts of a patent: findings, fees, days, papers, drafts, its past."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget

from olapp.domain.sentence import N_
from olapp.services.surroundings import Fees, Surroundings, fees_of, surroundings
from olapp.ui.holding_editing import HoldingEditing
from olapp.ui.latest import Latest
from olapp.ui.pages.findings import FindingsView
from olapp.ui.pages.holding_fees import FeesTab, deadlines_table
from olapp.ui.pages.holding_papers import PapersTab
from olapp.ui.pages.holding_past import changes_table, drafts_table
from olapp.ui.workplace import Workplace

_NOTHING = N_(
    "Nothing speaks against what is filled in. The pre-check tells whether the patent can be "
    "opened."
)
_DEADLINES, _PAPERS, _DRAFTS = 2, 3, 4


class HoldingTabs(QTabWidget):
    """Everything here is looked up off the screen's thread."""

    filled = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._say = place.screen.say
        self._editing: HoldingEditing | None = None
        self.findings = FindingsView(place.screen, _NOTHING)
        self.fees = FeesTab(place.screen)
        self.deadlines = deadlines_table(place.screen)
        self.papers = PapersTab(place)
        self.drafts = drafts_table(place.screen)
        self.past = changes_table(place.screen)
        self._reckoned = Latest(self._show_fees, place.failed, self)
        self._around = Latest(self._show_around, place.failed, self)
        self.papers.changed.connect(self.look_around)
        self._lay_out()

    def show_editing(self, editing: HoldingEditing) -> None:
        """Show another patent."""
        self._editing = editing
        self.look_around()

    def show_findings(self) -> None:
        """Show what the last check found, and reckon the fees anew."""
        editing = self._editing
        if editing is not None:
            self.findings.show_findings(editing.findings)
            self._count(0, len(editing.findings))
            self._reckoned.ask(partial(fees_of, editing.portfolio, editing.holding))

    def look_around(self) -> None:
        """Look up what is kept beside the facts."""
        editing = self._editing
        if editing is not None:
            number = editing.kept.patent.number
            self._around.ask(partial(surroundings, editing.portfolio, editing.id, number))

    def _show_fees(self, fees: Fees) -> None:
        self.fees.show_fees(fees)
        self.deadlines.show_rows(fees.deadlines)
        self._count(_DEADLINES, len(fees.deadlines))

    def _show_around(self, around: Surroundings) -> None:
        if self._editing is not None:
            editing = self._editing
            self.papers.show_papers(editing.portfolio, editing.id, around.attachments)
            self.drafts.show_rows(around.declarations)
            self.past.show_rows(around.changes)
            self._count(_PAPERS, len(around.attachments))
            self._count(_DRAFTS, len(around.declarations))
            self.filled.emit()

    def _lay_out(self) -> None:
        for widget, name in (
            (self.findings, self._say("Findings")),
            (self.fees, self._say("Fees")),
            (self.deadlines, self._say("Deadlines")),
            (self.papers, self._say("Documents")),
            (self.drafts, self._say("Offers")),
            (self.past, self._say("History")),
        ):
            self.addTab(widget, name)
            self.setTabWhatsThis(self.indexOf(widget), name)
        self.setObjectName("tight")
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.tabBar().setExpanding(False)

    def _count(self, at: int, count: int) -> None:
        """Put a number behind the name of a tab; none is not said."""
        name = self.tabWhatsThis(at)
        self.setTabText(at, f"{name} {count:,}" if count else name)
