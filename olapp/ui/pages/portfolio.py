"""The portfolio: every patent in one table, found as one types."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from olapp.services.portfolio import HoldingQuery, HoldingRow, View
from olapp.ui.actions import button
from olapp.ui.job_panel import JobPanel
from olapp.ui.latest import Latest
from olapp.ui.pages.empty import Empty
from olapp.ui.pages.page import Commands, Page
from olapp.ui.pages.portfolio_bar import PortfolioBar
from olapp.ui.pages.portfolio_deeds import PortfolioDeeds
from olapp.ui.pages.portfolio_found import Around, Listing, find, look_around
from olapp.ui.pages.portfolio_totals import TotalsStrip
from olapp.ui.pages.portfolio_views import ViewsButton
from olapp.ui.tables import arrangement
from olapp.ui.tables.holding_face import HoldingFace
from olapp.ui.tables.holding_table import HoldingTable
from olapp.ui.tables.paged_model import PagedModel
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from olapp.services.changes import Changes
    from olapp.services.desk import Desk
    from olapp.services.portfolio import Portfolio

_MENU = (
    "open",
    "declare",
    "",
    "tag",
    "assign",
    "state_facts",
    "",
    "copy_table",
    "save_table",
    "",
    "remove",
)


class PortfolioPage(Page):
    """Its subject is a ``View``, or a ``HoldingQuery`` another page asks with."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        screen = place.screen
        self._portfolio: Portfolio | None = None
        self.model: PagedModel[HoldingRow] = PagedModel(
            HoldingFace(screen), self._rows, place.failed
        )
        self.table = HoldingTable(self.model, screen)
        arrangement.restore(self.table)
        self.bar = PortfolioBar(screen)
        self.totals = TotalsStrip(screen)
        self.job = JobPanel(screen)
        self.views = ViewsButton(place, self.view, self._take_view)
        self.deeds = PortfolioDeeds(place, self)
        self._listing = Latest(self._show, place.failed, self)
        self._around = Latest(self._show_around, place.failed, self)
        self._empty = Empty(screen)
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()
        self._empty.tell(screen.say("Opening..."))

    def open_desk(self, desk: "Desk") -> None:
        """Take the desk and fill the list."""
        self._portfolio = self.views.portfolio = desk.portfolio
        self.deeds.desk = desk
        self.load()

    def look_again(self, changes: "Changes") -> None:
        """Load the list again when patents, verdicts or views changed."""
        if changes.holdings or changes.verdicts or changes.imports or changes.deadlines:
            self.load()
        elif changes.views:
            self._load_around()

    def show_subject(self, subject: object) -> None:
        """Show a view, or what a query finds."""
        if isinstance(subject, HoldingQuery):
            subject = View(name="", query=subject)
        if isinstance(subject, View):
            self._take_view(subject)

    def subject(self) -> object:
        """Give the list as it is now arranged."""
        return self.view()

    def first_focus(self) -> QWidget:
        """Start in the list, so that Enter opens and typing in the search is one key away."""
        return self.table if self.model.ids else self.bar.search

    def commands(self) -> Commands:
        """What can be done with the list, and with what is chosen in it."""
        return self.deeds.commands()

    def query(self) -> HoldingQuery:
        """Give what the list is asked for."""
        return self.bar.query(dict(self.table.head.filters))

    def view(self) -> View:
        """Give the list as it is now arranged, without a name."""
        table = self.table
        return View(
            name="",
            query=self.query(),
            columns=table.columns,
            widths=table.widths,
            order=table.order,
            is_reversed=table.is_reversed,
        )

    def load(self) -> None:
        """Ask for the rows, and then for what they add up to."""
        if self._portfolio is not None:
            query, table = self.query(), self.table
            self._listing.ask(partial(find, self._portfolio, query, table.order, table.is_reversed))

    def _load_around(self) -> None:
        if self._portfolio is not None:
            self._around.ask(partial(look_around, self._portfolio, self.query()))

    def _rows(self, ids: "Sequence[int]") -> tuple[HoldingRow, ...]:
        """Fetch rows; called off the screen's thread."""
        return () if self._portfolio is None else self._portfolio.rows(ids)

    def _take_view(self, view: View) -> None:
        self.bar.show_query(view.query)
        self.table.head.show_filters(view.query.columns)
        self.table.sort_by(view.order, is_reversed=view.is_reversed)
        if view.columns:
            self.table.arrange(view.columns, view.widths)
        self.load()

    def _show(self, listing: Listing) -> None:
        chosen = self.table.current_id()
        was_empty = self._body.currentWidget() is self._empty
        self.model.show_ids(listing.ids, listing.first)
        self.table.stand_on(chosen)
        self.totals.show_count(len(listing.ids))
        if not listing.ids:
            self._explain(is_empty=listing.is_empty)
        is_table = bool(listing.ids) or (not listing.is_empty and self.table.head.is_filtering)
        self._body.setCurrentWidget(self.table if is_table else self._empty)
        if was_empty and listing.ids and not self.bar.search.hasFocus() and self.isVisible():
            self.first_focus().setFocus()
        self._load_around()
        self.commands_changed.emit()
        self.filled.emit()

    def _show_around(self, around: Around) -> None:
        self.bar.offer(around.departments, around.tags)
        self.views.offer(around.views)
        self.totals.show_totals(around.totals)

    def _explain(self, *, is_empty: bool) -> None:
        say = self._place.screen.say
        if not is_empty:
            everything = QPushButton(say("Show all patents"))
            everything.clicked.connect(self.show_all)
            self._empty.tell(
                say("No patents found"), say("Change the search or the filter."), everything
            )
            return
        add = QPushButton(say("Add a patent"))
        add.clicked.connect(self.deeds.add)
        bring = QPushButton(say("Import a list"))
        bring.setProperty("primary", True)
        bring.clicked.connect(lambda: self.asked.emit("import", None))
        self._empty.tell(
            say("No patents yet"),
            say(
                "Import the list your office keeps: a spreadsheet, an export of a database, or "
                "records of an office. Nothing is sent anywhere."
            ),
            bring,
            add,
        )

    def show_all(self) -> None:
        """Ask for everything again."""
        self.bar.show_query(HoldingQuery())
        self.table.head.show_filters({})
        self.load()

    def _connect(self) -> None:
        self.bar.changed.connect(self.load)
        self.bar.everything.clicked.connect(self.show_all)
        self.bar.search.returnPressed.connect(self.table.setFocus)
        self.table.head.filtered.connect(self.load)
        self.table.sorted.connect(self.load)
        self.table.arranged.connect(partial(arrangement.keep, self.table))
        self.table.opened.connect(partial(self.asked.emit, "holding"))
        self.table.removed.connect(self.deeds.remove)
        self.table.copied.connect(self.deeds.copy)
        self.table.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.table.customContextMenuRequested.connect(self._show_menu)

    def _tell_chosen(self) -> None:
        self.totals.show_chosen(self.table.chosen_count())
        self.commands_changed.emit()

    def menu(self) -> QMenu:
        """Make the menu of what is chosen."""
        menu = QMenu(self)
        for key in _MENU:
            if not key:
                menu.addSeparator()
            elif key in self.commands():
                menu.addAction(self._place.actions[key])
        return menu

    def _show_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.exec(self.table.viewport().mapToGlobal(at))
        menu.deleteLater()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 12)
        box.setSpacing(10)
        box.addLayout(self._head())
        for tool in (
            self._tool("filter"),
            self._columns_button(),
            self.views,
        ):
            self.bar.row.addWidget(tool)
        box.addWidget(self.bar)
        self._body.addWidget(self._empty)
        self._body.addWidget(self.table)
        box.addWidget(self._body, 1)
        box.addWidget(self.totals)
        box.addWidget(self.job)

    def _head(self) -> QHBoxLayout:
        screen = self._place.screen
        title = QLabel(screen.say("Portfolio"))
        title.setFont(screen.font(1.5, bold=True))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title, 1)
        for key in ("add_patent", "save_table"):
            head.addWidget(self._tool(key, shows_text=True))
        bring = QPushButton(screen.theme.tinted("import", "on_accent"), screen.say("Import a list"))
        bring.setProperty("primary", True)
        bring.clicked.connect(lambda: self.asked.emit("import", None))
        head.addWidget(bring)
        return head

    def _tool(self, key: str, *, shows_text: bool = False) -> QToolButton:
        return button(self._place.actions, key, self._place.screen, shows_text=shows_text)

    def _columns_button(self) -> QToolButton:
        screen, made = self._place.screen, QToolButton()
        name = screen.say("Columns")
        made.setIcon(screen.theme.icon("columns"))
        made.setToolTip(name)
        made.setAccessibleName(name)
        made.clicked.connect(lambda: self.table.columns_menu().popup(_under(made)))
        return made


def _under(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(0, widget.height()))
