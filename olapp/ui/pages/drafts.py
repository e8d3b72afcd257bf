"""The list of drafts: found, opened, reused, put in the bin and brought back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from olapp.domain.lifecycle import DraftState
from olapp.ui.actions import button
from olapp.ui.labels import visible
from olapp.ui.pages.desk_queue import DeskQueue
from olapp.ui.pages.drafts_filter import DraftsFilter
from olapp.ui.pages.drafts_model import DraftsModel
from olapp.ui.pages.drafts_table import DraftsTable
from olapp.ui.pages.empty import Empty
from olapp.ui.pages.page import Commands, Page
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.changes import Changes
    from olapp.services.desk import Desk
    from olapp.services.drafts import DraftRow, OpenDraft

Listing = tuple[tuple["DraftRow", ...], bool]
"""The rows asked for, and whether there is no draft at all."""


class DraftsPage(Page):
    """The first page; it comes up before the desk is ready and fills when it is."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._asked = 0
        self._undo: Callable[[], None] | None = None
        self._queue = DeskQueue(self)
        self.model = DraftsModel(place.screen)
        self.table = DraftsTable(self.model, place.screen)
        self.filter = DraftsFilter(place.screen)
        self._empty = Empty(place.screen)
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()
        self._empty.tell(place.screen.say("Opening..."))

    def open_desk(self, desk: "Desk") -> None:
        """Take the desk, fill the list, and do what the person already asked for."""
        self._queue.open(desk)
        self.load()

    def show_rows(self, rows: "tuple[DraftRow, ...]") -> None:
        """Show rows that were read ahead of the desk; none means that there is no draft at all."""
        if self._queue.desk is None:
            self._show((rows, not rows))

    def first_focus(self) -> QWidget:
        """Start in the list, so that Enter opens and typing in the search is one key away."""
        return self.table if self.model.rows else self.filter.search

    def look_again(self, changes: "Changes") -> None:
        """Load the list again when drafts changed."""
        if changes.drafts:
            self.load()

    def commands(self) -> Commands:
        """What can be done with the list, and with the draft chosen in it."""
        always = {"new": self.new, "import": self.import_file, "find": self.filter.search.setFocus}
        if self._undo is not None:
            always["undo"] = self._undo
        chosen = self.table.chosen()
        if chosen is None:
            return always
        if self.filter.is_bin:
            return always | {"bring_back": partial(self.bring_back, chosen.id)}
        return always | {
            "open": partial(self.open, chosen.id),
            "duplicate": partial(self.duplicate, chosen.id),
            "bin": partial(self.discard, chosen),
        }

    def load(self) -> None:
        """Ask for the rows that the search and the filter describe."""
        if self._queue.desk is None:
            return
        asked = self.filter
        query, state, binned = asked.query, asked.state, asked.is_bin
        self._asked += 1
        number = self._asked

        def work(desk: "Desk") -> Listing:
            return desk.drafts.rows(query, state, binned=binned), desk.drafts.is_empty()

        def show(listing: Listing) -> None:
            if number == self._asked:  # an older answer may come later
                self._show(listing)

        self._queue.run(work, show, self._place.failed)

    def new(self) -> None:
        """Start a blank draft and open it."""
        self._start(lambda desk: desk.drafts.start())

    def open(self, draft_id: int) -> None:
        """Open a draft."""
        if not self.filter.is_bin:
            self._start(lambda desk: desk.drafts.open(draft_id))

    def duplicate(self, draft_id: int) -> None:
        """Start a draft with the terms and parties of another, and open it."""
        self._start(lambda desk: desk.drafts.duplicate(draft_id))

    def import_file(self) -> None:
        """Read a declaration from a file the person chooses, and open it as a new draft."""
        say = self._place.screen.say
        kinds = say("Declarations (*.json *.pdf)")
        path = self._place.dialogs.open_file(self, say("Import a file"), kinds)
        if path is not None:
            self._start(lambda desk: _import(desk, path))

    def discard(self, row: "DraftRow") -> None:
        """Put a draft in the bin, and offer to take that back."""
        say = self._place.screen.say
        title = visible(row.title or say("(no title yet)"))
        self._change(lambda desk: desk.drafts.discard(row.id))
        self._undo = partial(self.bring_back, row.id)
        told = say("Moved to the bin: {title}", title=title)
        self._place.notices.tell(told, say("Undo"), self._undo)

    def bring_back(self, draft_id: int) -> None:
        """Take a draft out of the bin."""
        self._undo = None
        self._change(lambda desk: desk.drafts.bring_back(draft_id))

    def mark(self, draft_id: int, state: DraftState) -> None:
        """Say how far a declaration has come."""
        self._change(lambda desk: desk.drafts.mark(draft_id, state))

    def load_samples(self) -> None:
        """Fill the empty list with the samples."""
        self._place.preferences.change(self._place.failed, samples_offered=True)
        self._change(lambda desk: desk.drafts.add_all(desk.samples.documents()))

    def _start(self, work: "Callable[[Desk], OpenDraft]") -> None:
        """Get a draft and open it."""
        self._queue.run(work, self.opened.emit, self._refuse)

    def _change(self, work: "Callable[[Desk], Changes]") -> None:
        """Change something and look again."""
        self._queue.run(work, self.look_again, self._place.failed)

    def _refuse(self, error: Exception) -> None:
        faults = getattr(error, "faults", None)
        if faults is None:
            self._place.failed(error)
            return
        from olapp.ui.faults import told  # noqa: PLC0415 - rarely needed

        say = self._place.screen.say
        what = say("This file is not a declaration that can be read.")
        self._place.dialogs.refuse(self, what, told(faults, self._place.screen))

    def _show(self, listing: Listing) -> None:
        rows, is_empty = listing
        chosen = self.table.chosen()
        self.model.show_rows(rows)
        self.table.sort_again()
        self.table.choose(chosen.id if chosen else None)
        self.filter.show_count(len(rows))
        if not rows:
            self._explain(is_empty=is_empty)
        was_empty = self._body.currentWidget() is self._empty and not self.filter.query
        self._body.setCurrentWidget(self.table if rows else self._empty)
        if was_empty and self.isVisible():
            self.first_focus().setFocus()
        self.commands_changed.emit()
        self.filled.emit()

    def _explain(self, *, is_empty: bool) -> None:
        say = self._place.screen.say
        if not is_empty:
            self._empty.tell(say("Nothing found"), say("Change the search or the filter."))
            return
        sample = QPushButton(say("Load the samples"))
        sample.clicked.connect(self.load_samples)
        new = QPushButton(say("New declaration"))
        new.setProperty("primary", True)
        new.clicked.connect(self.new)
        self._empty.tell(
            say("No declarations yet"),
            say(
                "Start your own, or look around in a few invented samples first. You can move "
                "them to the bin at any time."
            ),
            sample,
            new,
        )

    def _connect(self) -> None:
        self.filter.changed.connect(self.load)
        self.filter.search.returnPressed.connect(self.table.setFocus)
        self.table.activated.connect(self._open_index)
        self.table.discarded.connect(self._discard_chosen)
        self.table.selectionModel().selectionChanged.connect(self._tell)
        self.table.customContextMenuRequested.connect(self._show_menu)

    def _discard_chosen(self) -> None:
        chosen = self.table.chosen()
        if chosen is not None and not self.filter.is_bin:
            self.discard(chosen)

    def _tell(self) -> None:
        self.commands_changed.emit()

    def _open_index(self, index: QModelIndex) -> None:
        self.open(self.model.rows[index.row()].id)

    def _show_menu(self, at: QPoint) -> None:
        menu = self.menu()
        if menu is not None:
            menu.exec(self.table.viewport().mapToGlobal(at))
            menu.deleteLater()

    def menu(self) -> QMenu | None:
        """Make the menu of the draft chosen; None when none is."""
        chosen = self.table.chosen()
        if chosen is None:
            return None
        menu = QMenu(self)
        for key in ("open", "duplicate", "bin", "bring_back"):
            if key in self.commands():
                menu.addAction(self._place.actions[key])
        states = menu.addMenu(self._place.screen.say("State"))
        for state in DraftState:
            action = states.addAction(self._place.screen.choice(state))
            action.setCheckable(True)
            action.setChecked(chosen.state == state)
            action.triggered.connect(partial(self.mark, chosen.id, state))
        return menu

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 18, 24, 18)
        box.setSpacing(14)
        box.addLayout(self._head())
        box.addWidget(self.filter)
        self._body.addWidget(self._empty)
        self._body.addWidget(self.table)
        box.addWidget(self._body, 1)

    def _head(self) -> QHBoxLayout:
        screen = self._place.screen
        title = QLabel(screen.say("Open-licence declarations"))
        title.setFont(screen.font(1.5, bold=True))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title, 1)
        head.addWidget(button(self._place.actions, "import", screen, shows_text=True))
        new = QPushButton(screen.theme.tinted("plus", "on_accent"), screen.say("New declaration"))
        new.setProperty("primary", True)
        new.setToolTip(self._place.actions["new"].shortcut().toString())
        new.clicked.connect(self.new)
        head.addWidget(new)
        return head


def _import(desk: "Desk", path: Path) -> "OpenDraft":
    """Read a file and keep it as a new draft; runs off the screen's thread."""
    from olapp.services.interchange import read_declaration  # noqa: PLC0415 - rarely needed

    return desk.drafts.add(read_declaration(path))
