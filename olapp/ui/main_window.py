"""The window: its pages, its actions, and what leads from one to the other."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from olapp.i18n import Language
from olapp.services.changes import Changes
from olapp.ui import geometry
from olapp.ui.actions import fill_languages, fill_menus, fill_themes, make_actions
from olapp.ui.caret import caret
from olapp.ui.closing import Closing
from olapp.ui.dialogs import Dialogs
from olapp.ui.labels import visible
from olapp.ui.navigation import PAGES, first_page
from olapp.ui.notices import Notices
from olapp.ui.page_stack import PageStack
from olapp.ui.pages.page import Commands, Page
from olapp.ui.preferences import Preferences
from olapp.ui.qt_words import speak_qt
from olapp.ui.screen import Screen
from olapp.ui.theme import Theme
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.desk import Desk
    from olapp.services.drafts import OpenDraft
    from olapp.ui.editing import Editing
    from olapp.ui.pages.draft import DraftPage
    from olapp.ui.pages.drafts import DraftsPage

Speak = Callable[[str], Language]
MakeDialogs = Callable[[Screen], Dialogs]
_TITLE = 60
_GLANCE = 50
"""Milliseconds between two looks at work under way."""


class MainWindow(QMainWindow):
    """Holds the pages; made again for each language, but the open draft stays."""

    filled = Signal()
    """The page that came up first stands on the screen with what it has to show."""

    def __init__(
        self, preferences: Preferences, theme: Theme, speak: Speak, dialogs: MakeDialogs = Dialogs
    ) -> None:
        super().__init__()
        self._preferences, self._theme = preferences, theme
        self._speak, self._make_dialogs = speak, dialogs
        self._desk: Desk | None = None
        self._closing = Closing(self)
        self.editing: Editing | None = None
        self.pages = PageStack(first_page(preferences.settings.page))
        geometry.restore(self)
        self.rebuild()
        theme.changed.connect(self.rebuild)

    @property
    def page(self) -> Page:
        """The page on the screen."""
        return self.pages.page

    @property
    def drafts(self) -> "DraftsPage":
        """The list of drafts."""
        return cast("DraftsPage", self.pages.named("declarations"))

    def rebuild(self) -> None:
        """Build menus and pages in the language and the look of now; the open draft stays."""
        if self.pages.is_working:  # its answer would find nobody
            QTimer.singleShot(_GLANCE, self, self.rebuild)
            return
        path, at = self._focused_path(), caret(self.focusWidget())
        screen = Screen(self._speak(self._preferences.settings.language), self._theme)
        name = self.pages.name
        self.pages = PageStack(name, self.pages.subjects())
        notices = Notices(self.pages)
        actions, dialogs = make_actions(screen, self, self.run), self._make_dialogs(screen)
        self.place = Workplace(screen, dialogs, self._preferences, actions, notices, self)
        self._fill_menus()
        self.pages.furnish(self.place, self._desk)
        self.pages.asked.connect(self.go)
        self.pages.draft_opened.connect(self.open_draft)
        self.pages.filled.connect(self.filled)
        self.pages.refreshed.connect(self._refresh)
        self.pages.show_page(name)
        self.setCentralWidget(self.pages)
        self.pages.show()  # now, so that a field in it can take the focus
        if self.editing is not None:
            self._show_draft(self.editing).take_again(path, at)
        self._refresh()

    def take_desk(self, desk: "Desk") -> None:
        """Give the desk to the pages."""
        self._desk = desk
        self._preferences.keep_with(desk.keep_settings)
        self.pages.open_desk(desk)

    def go(self, name: str, subject: object = None) -> None:
        """Show another page once the one on the screen has kept what was typed."""
        self.page.leave(partial(self._arrive, name, subject))
        self._refresh()  # a page that stays keeps its place on the rail

    def open_draft(self, draft: "OpenDraft") -> None:
        """Show a draft."""
        from olapp.ui.editing import Editing  # noqa: PLC0415 - the start must not wait for it

        if self._desk is not None:
            self.editing = Editing(self._desk, draft)
            page = self._show_draft(self.editing)
            page.form.built.connect(lambda: page.first_focus().setFocus())

    def run(self, key: str) -> None:
        """Run a command by name, by the page or by the window."""
        if command := self._commands().get(key):
            command()

    def choose_language(self, code: str) -> None:
        """Speak another language from now on."""
        self._preferences.change(self.place.failed, language=code)
        speak_qt(code)
        self.rebuild()

    def choose_theme(self, choice: str) -> None:
        """Look otherwise from now on."""
        self._preferences.change(self.place.failed, theme=choice)
        self._theme.choose(choice)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep everything typed, and back up, before the window goes."""
        event.ignore()  # also when what comes next fails: the last words are still in the window
        if self._closing.may_go(self._desk):
            geometry.keep(self)
            event.accept()

    def _show_draft(self, editing: "Editing") -> "DraftPage":
        from olapp.ui.pages.draft import DraftPage  # noqa: PLC0415 - the start must not wait

        page = DraftPage(self.place, editing)
        page.closed.connect(lambda: self._arrive(self.pages.name))
        page.changed.connect(self.pages.tell)
        self.pages.cover(page)
        return page

    def _arrive(self, name: str, subject: object = None) -> None:
        editing, self.editing = self.editing, None
        if editing is not None:
            editing.remember(self.place.failed, self)
            self.pages.uncover()
            self.pages.tell(Changes(drafts=True))
        self.pages.show_page(name, subject)
        if first_page(name) == name:
            self._preferences.change(self.place.failed, page=name)
        self.page.first_focus().setFocus()

    def _commands(self) -> Commands:
        """Give what can be done now, by the window and by the page."""
        own: dict[str, Callable[[], object]] = {
            "quit": self.close,
            "about": lambda: _rare("about").tell_about(self.place),
            "shortcuts": lambda: _rare("about").tell_keys(self.place),
        }
        own |= {f"go_{k.name}": partial(self.go, k.name) for k in PAGES if k.is_on_rail}
        return own | dict(self.page.commands())

    def _refresh(self) -> None:
        allowed = self._commands()
        for key, action in self.place.actions.items():
            action.setEnabled(key in allowed)
        title = (self.editing.document.patent.title or "")[:_TITLE] if self.editing else ""
        self.setWindowTitle(f"{visible(title)} - olapp" if title else "olapp")

    def _fill_menus(self) -> None:
        menus = fill_menus(self.menuBar(), self.place.actions, self.place.screen)
        current = self._preferences.settings.language
        fill_languages(menus["language"], current, self.choose_language)
        fill_themes(menus["view"], self.place.screen, self.choose_theme)

    def _focused_path(self) -> str:
        if self.editing is None:
            return ""
        form = getattr(self.page, "form", None)
        return form.focused_path() if form else ""


def _rare(name: str) -> ModuleType:
    """Import a module of the window that is rarely needed."""
    return import_module(f"olapp.ui.{name}")
