"""The start page: what is overdue, what is due, what came last."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from olapp.domain.holding import Holding
from olapp.domain.sentence import N_
from olapp.services.changes import Changes
from olapp.services.due_rows import Band, DueQuery, Overview
from olapp.ui import tasks
from olapp.ui.latest import Latest
from olapp.ui.pages.deadlines_bands import BandTile
from olapp.ui.pages.empty import Empty
from olapp.ui.pages.page import Commands, Page
from olapp.ui.pages.start_cards import CheckCard, DueCard, ImportsCard
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.desk import Desk
    from olapp.services.importing import ImportRow
    from olapp.services.portfolio import OpenHolding

_REFRESHED = "deadlinesRefreshedOn"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the page shows, read off the screen's thread."""

    patents: int
    overview: Overview
    imports: "tuple[ImportRow, ...]"
    by_verdict: Mapping[str, int]


class StartPage(Page):
    """Comes up first; empty, it says how to begin."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._desk: Desk | None = None
        self._latest: Latest[Standing] = Latest(self._show, place.failed, self)
        screen = place.screen
        self.tiles = [BandTile(screen, band) for band in Band if band is not Band.LATER]
        self.due = DueCard(screen)
        self.imports = ImportsCard(screen)
        self.check = CheckCard(screen)
        self._today = QLabel()
        self._today.setObjectName("muted")
        self._empty = Empty(screen)
        self._full = QWidget()
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()
        self._empty.tell(screen.say("Opening..."))

    def open_desk(self, desk: "Desk") -> None:
        """Take the desk and show how things stand; then count the deadlines of a new day."""
        self._desk = desk
        self._load()
        day = desk.today().isoformat()
        if self._place.window.property(_REFRESHED) != day:
            self._place.window.setProperty(_REFRESHED, day)
            self._refresh(desk)

    def look_again(self, changes: Changes) -> None:
        """Look again when anything shown here changed."""
        if changes.holdings or changes.deadlines or changes.verdicts or changes.imports:
            self._load()

    def commands(self) -> Commands:
        """What can be begun from here."""
        found: dict[str, Callable[[], object]] = {"import": lambda: self.asked.emit("import", None)}
        return found

    def first_focus(self) -> QWidget:
        """Start at what is overdue."""
        return self.tiles[0] if self._body.currentWidget() is self._full else self

    def load_samples(self) -> None:
        """Fill the list of declarations with the samples, and go there."""
        desk = self._desk
        if desk is not None:

            def done(changes: Changes) -> None:
                self.changed.emit(changes)
                self.asked.emit("declarations", None)

            tasks.run(
                lambda _: desk.drafts.add_all(desk.samples.documents()),
                done,
                self._place.failed,
                owner=self,
            )

    def add_patent(self) -> None:
        """Add a blank patent and open it."""
        desk = self._desk
        if desk is not None:

            def done(made: "OpenHolding") -> None:
                self.changed.emit(Changes(holdings=True))
                self.asked.emit("holding", made.id)

            tasks.run(lambda _: desk.portfolio.add(Holding()), done, self._place.failed, owner=self)

    def _load(self) -> None:
        desk = self._desk
        if desk is not None:
            self._latest.ask(lambda: _standing(desk))

    def _refresh(self, desk: "Desk") -> None:
        def done(count: int) -> None:
            if count:
                self.changed.emit(Changes(deadlines=True))
                self._load()

        tasks.run(
            lambda on: desk.due.refresh(cancelled=on.is_cancelled),
            done,
            self._place.failed,
            owner=self,
        )

    def _show(self, standing: Standing) -> None:
        if standing.patents == 0:
            self._show_empty()
        else:
            self._show_full(standing)
        self.commands_changed.emit()
        self.filled.emit()

    def _show_full(self, standing: Standing) -> None:
        overview = standing.overview
        counts = {each.band: each.count for each in overview.bands}
        for tile in self.tiles:
            tile.show_count(counts.get(tile.band, 0))
        self.due.show_overview(overview)
        self.imports.show_imports(standing.imports)
        self.check.show_verdicts(standing.by_verdict)
        say = self._place.screen.say
        self._today.setText(
            say("{day}　Patents: {count}", day=overview.today, count=f"{standing.patents:,}")
        )
        self._body.setCurrentWidget(self._full)

    def _show_empty(self) -> None:
        screen = self._place.screen
        say = screen.say
        load = QPushButton(screen.theme.tinted("import", "on_accent"), say("Import patents..."))
        load.setProperty("primary", True)
        load.clicked.connect(lambda: self.asked.emit("import", None))
        add = QPushButton(screen.theme.icon("plus"), say("Add a patent"))
        add.clicked.connect(self.add_patent)
        samples = QPushButton(say("Load the samples"))
        samples.clicked.connect(self.load_samples)
        self._empty.tell(
            say("No patents on the desk yet"),
            say(
                "Import a list of patents from any database or a sheet of your own; fees and "
                "deadlines are counted at once. Or add one by hand, or look at made-up samples."
            ),
            load,
            add,
            samples,
        )
        self._body.setCurrentWidget(self._empty)

    def _connect(self) -> None:
        for tile in self.tiles:
            tile.clicked.connect(
                lambda _on=False, band=tile.band: self.asked.emit("deadlines", DueQuery(band=band))
            )
        self.due.opened.connect(lambda holding_id: self.asked.emit("holding", holding_id))
        self.check.asked.connect(lambda: self.asked.emit("screening", None))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(14)
        box.addLayout(self._head())
        self._body.addWidget(self._empty)
        self._body.addWidget(self._full)
        box.addWidget(self._body, 1)
        inner = QVBoxLayout(self._full)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(14)
        tiles = QHBoxLayout()
        tiles.setSpacing(10)
        for tile in self.tiles:
            tiles.addWidget(tile, 1)
        inner.addLayout(tiles)
        grid = QGridLayout()
        grid.setSpacing(14)
        grid.addWidget(self.due, 0, 0, 2, 1)
        grid.addWidget(self.check, 0, 1)
        grid.addWidget(self.imports, 1, 1)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 1)
        inner.addLayout(grid, 1)

    def _head(self) -> QHBoxLayout:
        screen = self._place.screen
        title = QLabel(screen.say("Start"))
        title.setFont(screen.font(1.5, bold=True))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(title)
        head.addWidget(self._today, 1)
        for icon, words, page in (
            ("import", N_("Import patents"), "import"),
            ("checklist", N_("Pre-check"), "screening"),
            ("paper", N_("Declarations"), "declarations"),
        ):
            button = QPushButton(screen.theme.icon(icon), screen.say(words))
            button.clicked.connect(lambda _on=False, page=page: self.asked.emit(page, None))
            head.addWidget(button)
        return head


def _standing(desk: "Desk") -> Standing:
    totals = desk.portfolio.totals()
    return Standing(totals.count, desk.due.overview(), desk.importing.imports(), totals.by_verdict)
