"""The rail and the pages; each page is made when it is first shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from olapp.ui.job_panel import JobPanel
from olapp.ui.navigation import kind_named
from olapp.ui.pages.page import Page
from olapp.ui.rail import Rail
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from olapp.services.changes import Changes
    from olapp.services.desk import Desk


class PageStack(QWidget):
    """One page on the screen, the others waiting; a page may lie over them for a while."""

    refreshed = Signal()
    """Another page is shown, or what it can do is no longer the same."""
    filled = Signal()
    """The page that came up first shows what it has to show."""
    asked = Signal(str, object)
    """A page asks for another one, and what that one is to show."""
    draft_opened = Signal(object)

    def __init__(self, name: str, subjects: "Mapping[str, object] | None" = None) -> None:
        super().__init__()
        self._subjects = dict(subjects or {})
        self._stack = QStackedWidget()
        self._made: dict[str, Page] = {}
        self._desk: Desk | None = None
        self.name = name

    def furnish(self, place: Workplace, desk: "Desk | None") -> None:
        """Take the language and look to make pages in, and the desk if it is there already."""
        self._place, self._desk = place, desk
        self._rail = Rail(place.screen)
        self._rail.chosen.connect(lambda name: self.asked.emit(name, None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)

    @property
    def page(self) -> Page:
        """The page on the screen."""
        page = self._stack.currentWidget()
        if not isinstance(page, Page):
            raise TypeError(type(page))
        return page

    def subjects(self) -> dict[str, object]:
        """Give what every page was about, for pages made anew in another language or look."""
        made = {name: page.subject() for name, page in self._made.items()}
        return self._subjects | made

    @property
    def is_working(self) -> bool:
        """Whether a page works at something long, and waits for its answer."""
        return any(panel.is_running for panel in self.findChildren(JobPanel))

    def named(self, name: str) -> Page:
        """Give a page by name, made now if it was not yet."""
        kind = kind_named(name)
        if kind.name not in self._made:
            page = self._made[kind.name] = kind.make(self._place)
            page.asked.connect(self.asked)
            page.opened.connect(self.draft_opened)
            page.changed.connect(self.tell)
            page.filled.connect(self.filled)
            self._add(page)
            if self._desk is not None:
                page.open_desk(self._desk)
        return self._made[kind.name]

    def show_page(self, name: str, subject: object = None) -> None:
        """Bring a page up; ``subject`` is what it is to show, None for what it showed before."""
        before = self._subjects.pop(kind_named(name).name, None)
        subject = before if subject is None else subject
        page = self.named(name)
        self.name = kind_named(name).name
        if subject is not None:
            page.show_subject(subject)
        self._bring_up(page)

    def cover(self, page: Page) -> None:
        """Lay a page over the others."""
        self._add(page)
        self._bring_up(page)

    def uncover(self) -> None:
        """Take the page that lies over the others away, if there is one."""
        page = self.page
        if page not in self._made.values():
            self._stack.removeWidget(page)
            page.deleteLater()

    def open_desk(self, desk: "Desk") -> None:
        """Give the desk to all pages made, and to those still to come."""
        self._desk = desk
        for page in self._made.values():
            page.open_desk(desk)

    def tell(self, changes: "Changes") -> None:
        """Let all pages look again."""
        for page in self._made.values():
            page.look_again(changes)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the rail to the window."""
        super().resizeEvent(event)
        self._rail.fit(self.width())

    def _add(self, page: Page) -> None:
        page.commands_changed.connect(self.refreshed)
        for button in page.findChildren(QPushButton):
            button.setAutoDefault(True)  # Enter presses it, too, as in a dialog
        self._stack.addWidget(page)

    def _bring_up(self, page: Page) -> None:
        self._stack.setCurrentWidget(page)
        self._rail.show_page(self.name)
        self.refreshed.emit()
