"""Saved views: a list as a person arranged it, found again under a name."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QMenu, QToolButton

from olapp.services.portfolio import Portfolio, View
from olapp.ui import tasks
from olapp.ui.labels import visible
from olapp.ui.workplace import Workplace


class ViewsButton(QToolButton):
    """A button with the saved views, a way to save this one, and to forget one."""

    def __init__(
        self, place: Workplace, current: Callable[[], View], take: Callable[[View], None]
    ) -> None:
        super().__init__()
        self._place, self._current, self._take = place, current, take
        self._views: tuple[View, ...] = ()
        self.portfolio: Portfolio | None = None
        name = place.screen.say("Views")
        self.setIcon(place.screen.theme.icon("bookmark"))
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)

    def offer(self, views: tuple[View, ...]) -> None:
        """Take the views there are."""
        self._views = views

    def fill(self) -> QMenu:
        """Make the menu anew."""
        say, menu = self._place.screen.say, self._menu
        menu.clear()
        for view in self._views:
            action = menu.addAction(visible(view.name).replace("&", "&&"))
            action.triggered.connect(partial(self._take, view))
        if self._views:
            menu.addSeparator()
        menu.addAction(say("Save this view...")).triggered.connect(self.save)
        if self._views:
            forget = menu.addMenu(say("Forget a view"))
            for view in self._views:
                action = forget.addAction(visible(view.name).replace("&", "&&"))
                action.triggered.connect(partial(self.forget, view.name))
        return menu

    def save(self) -> None:
        """Ask for a name and keep the list as it is now arranged."""
        say, names = self._place.screen.say, tuple(view.name for view in self._views)
        name = self._place.dialogs.line(self, say("Save this view"), say("Name:"), names)
        if name and self.portfolio is not None:
            portfolio, view = self.portfolio, replace(self._current(), name=name)
            self._change(lambda: portfolio.keep_view(view))

    def forget(self, name: str) -> None:
        """Forget a view."""
        if self.portfolio is not None:
            self._change(partial(self.portfolio.drop_view, name))

    def _change(self, work: Callable[[], object]) -> None:
        portfolio = self.portfolio

        def act(_: tasks.Progress) -> tuple[View, ...]:
            work()
            return () if portfolio is None else portfolio.views()

        def take(views: tuple[View, ...]) -> None:
            self._views = views

        tasks.run(act, take, self._place.failed, owner=self)
