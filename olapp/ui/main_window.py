"""The window: a list of pages, a list of actions, and what leads from one to the other."""

from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from olapp.i18n import Language
from olapp.ui import geometry
from olapp.ui.actions import fill_languages, fill_menus, fill_themes, make_actions
from olapp.ui.caret import caret
from olapp.ui.dialogs import Dialogs
from olapp.ui.labels import visible
from olapp.ui.notices import Notices
from olapp.ui.pages.drafts import DraftsPage
from olapp.ui.pages.page import Commands, Page
from olapp.ui.preferences import Preferences
from olapp.ui.qt_words import speak_qt
from olapp.ui.screen import Screen
from olapp.ui.theme import Theme
from olapp.ui.workplace import Workplace

if TYPE_CHECKING:
    from olapp.services.changes import Changes
    from olapp.services.desk import Desk
    from olapp.services.drafts import OpenDraft
    from olapp.ui.editing import Editing
    from olapp.ui.pages.draft import DraftPage

Speak = Callable[[str], Language]
MakeDialogs = Callable[[Screen], Dialogs]
_TITLE = 60


class MainWindow(QMainWindow):
    """Holds the pages; made again for each language, but the open draft stays."""

    filled = Signal()
    """The list of drafts stands on the screen."""

    def __init__(
        self, preferences: Preferences, theme: Theme, speak: Speak, dialogs: MakeDialogs = Dialogs
    ) -> None:
        super().__init__()
        self._preferences, self._theme, self._speak = preferences, theme, speak
        self._make_dialogs = dialogs
        self._desk: Desk | None = None
        self.editing: Editing | None = None
        geometry.restore(self)
        self.rebuild()
        theme.changed.connect(self.rebuild)

    @property
    def page(self) -> Page:
        """The page on the screen."""
        page = self._pages.currentWidget()
        if not isinstance(page, Page):
            raise TypeError(type(page))
        return page

    def rebuild(self) -> None:
        """Build menus and pages in the language and the look of now; the open draft stays."""
        path, at = self._focused_path(), caret(self.focusWidget())
        screen = Screen(self._speak(self._preferences.settings.language), self._theme)
        actions = make_actions(screen, self, self.run)
        self._pages = QStackedWidget()
        notices = Notices(self._pages)
        self.place = Workplace(
            screen, self._make_dialogs(screen), self._preferences, actions, notices, self
        )
        self._fill_menus()
        self.drafts = DraftsPage(self.place)
        self._add_page(self.drafts)
        self.drafts.opened.connect(self.open_draft)
        self.drafts.filled.connect(self.filled)
        self.setCentralWidget(self._pages)
        self._pages.show()  # now, so that a field in it can take the focus
        if self._desk is not None:
            self.drafts.open_desk(self._desk)
        if self.editing is not None:
            self._show_draft(self.editing).take_again(path, at)
        self._refresh()

    def take_desk(self, desk: "Desk") -> None:
        """Give the desk to the pages."""
        self._desk = desk
        self._preferences.keep_with(desk.keep_settings)
        self.drafts.open_desk(desk)

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
        """Keep everything typed before the window goes."""
        event.ignore()  # also when what comes next fails: the last words are still in the window
        if self.editing is not None:
            self.editing.leave()
        if self.editing is None or self.editing.autosave.is_clean:
            geometry.keep(self)
            event.accept()
        elif self.editing.autosave.trouble is None:
            self.editing.autosave.when_clean(lambda: QTimer.singleShot(0, self, self.close))
        elif self._may_lose(self.editing):
            self.editing = None
            event.accept()

    def _may_lose(self, editing: "Editing") -> bool:
        from olapp.ui.last_resort import may_lose  # noqa: PLC0415 - rarely needed

        return may_lose(self.place, editing.document)

    def _show_draft(self, editing: "Editing") -> "DraftPage":
        from olapp.ui.pages.draft import DraftPage  # noqa: PLC0415 - the start must not wait

        page = DraftPage(self.place, editing)
        page.closed.connect(self._show_list)
        page.changed.connect(self._tell)
        self._add_page(page)
        self._pages.setCurrentWidget(page)
        self._refresh()
        return page

    def _show_list(self) -> None:
        page, editing, self.editing = self.page, self.editing, None
        if editing is not None:
            editing.remember(self.place.failed, self)
        self._pages.setCurrentWidget(self.drafts)
        self._pages.removeWidget(page)
        page.deleteLater()
        self.drafts.load()
        self.drafts.first_focus().setFocus()
        self._refresh()

    def _add_page(self, page: Page) -> None:
        page.commands_changed.connect(self._refresh)
        self._pages.addWidget(page)

    def _tell(self, changes: "Changes") -> None:
        if self.page is self.drafts:
            self.drafts.look_again(changes)

    def _commands(self) -> Commands:
        """Give what can be done now, by the window and by the page."""
        own: dict[str, Callable[[], object]] = {
            "quit": self.close,
            "about": lambda: self._help().tell_about(self.place),
            "shortcuts": lambda: self._help().tell_keys(self.place),
        }
        return own | dict(self.page.commands())

    def _refresh(self) -> None:
        allowed = self._commands()
        for key, action in self.place.actions.items():
            action.setEnabled(key in allowed)
        title = (self.editing.document.patent.title or "")[:_TITLE] if self.editing else ""
        self.setWindowTitle(f"{visible(title)} - olapp" if title else "olapp")

    @staticmethod
    def _help() -> ModuleType:
        from olapp.ui import about  # noqa: PLC0415 - rarely needed

        return about

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
