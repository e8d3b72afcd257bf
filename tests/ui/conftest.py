"""A real window on a real desk in a folder of its own, and dialogs that answer as told."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from olapp import app
from olapp.domain.declaration import Declaration
from olapp.domain.stated import StatedFacts
from olapp.services.desk import Desk
from olapp.settings import Settings
from olapp.ui import tasks
from olapp.ui.dialogs import Dialogs
from olapp.ui.garbage import GarbageTimer
from olapp.ui.history_dialog import Past
from olapp.ui.main_window import MainWindow
from olapp.ui.opening import open_desk
from olapp.ui.pages.draft import DraftPage
from olapp.ui.pages.portfolio_facts import FactsQuestion
from olapp.ui.preferences import Preferences
from olapp.ui.qt_words import speak_qt
from olapp.ui.screen import Screen
from olapp.ui.theme import Theme

DAY = date(2026, 11, 20)


class ScriptedDialogs(Dialogs):
    """Answers every question with what the test put down, and notes what was said."""

    answers: dict[str, Any]
    said: list[str]

    def open_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        return self.answers.get("open_file")

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        return self.answers.get("save_file")

    def folder(self, parent: QWidget, title: str, start: str) -> Path | None:
        return self.answers.get("folder")

    def printer(self, parent: QWidget, pages: int) -> QPrinter | None:
        return self.answers.get("printer")

    def choose(
        self,
        parent: QWidget,
        text: str,
        details: str,
        options: tuple[str, ...],
        *,
        is_trouble: bool = False,
    ) -> int:
        self.said.append(f"{text}\n{details}")
        wanted = self.answers.get("choose", options[-1])
        return options.index(wanted)

    def tell(self, parent: QWidget, text: str, details: str = "") -> None:
        self.said.append(f"{text}\n{details}")

    def bug(self, parent: QWidget | None, report: str) -> None:
        self.said.append(report)

    def pick(self, parent: QWidget, title: str, find: Callable[[str], Any]) -> Any:
        found = find(self.answers.get("pick", ""))
        return found[0][1] if found else None

    def line(
        self, parent: QWidget, title: str, text: str, known: tuple[str, ...] = ()
    ) -> str | None:
        return self.answers.get("line")

    def look_back(self, parent: QWidget, past: Past) -> Declaration | None:
        at = self.answers.get("look_back")
        return None if at is None else past.fetch(past.versions[at].version)

    def facts(self, parent: QWidget, question: FactsQuestion) -> StatedFacts | None:
        return self.answers.get("facts")

    def open_folder(self, folder: Path) -> None:
        self.said.append(str(folder))


class Desktop:
    """The window as a test handles it."""

    def __init__(self, window: MainWindow, bot: QtBot, answers: dict[str, Any]) -> None:
        self.window, self.bot, self.answers = window, bot, answers
        self.said: list[str] = []

    def settle(self) -> None:
        """Wait until everything asked for is done: checks, writes, drawings."""
        self.bot.waitUntil(self._is_settled, timeout=20_000)

    def close(self) -> None:
        """Close the window, and wait until it is gone."""
        self.settle()
        self.window.close()
        self.bot.waitUntil(lambda: not self.window.isVisible(), timeout=20_000)

    def _is_settled(self) -> bool:
        editing = self.window.editing
        kept = editing is None or (editing.autosave.is_clean and editing.recheck.is_current)
        return kept and tasks.is_idle()

    def open_new(self) -> DraftPage:
        """Open a blank draft."""
        self.window.drafts.new()
        return self.wait_for_draft()

    def wait_for_draft(self) -> DraftPage:
        """Wait until a draft is open and its form is built."""
        self.bot.waitUntil(lambda: isinstance(self.window.page, DraftPage), timeout=10_000)
        page = self.window.page
        assert isinstance(page, DraftPage)
        self.bot.waitUntil(lambda: page.form.is_built, timeout=10_000)
        self.settle()
        return page


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    GarbageTimer(qapp)
    return Theme(qapp, app.resources(), "light")


@pytest.fixture(autouse=True)
def quiet_end(theme: Theme) -> Iterator[None]:
    """Leave no work running and no look behind."""
    yield
    tasks.finish()
    QApplication.processEvents()
    assert tasks.is_idle(), "a task was left running"
    theme.choose("light")
    speak_qt("en")


@pytest.fixture
def chinese(theme: Theme) -> Screen:
    return Screen(app.language("zh"), theme)


@pytest.fixture
def english(theme: Theme) -> Screen:
    return Screen(app.language("en"), theme)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OLAPP_HOME", str(tmp_path / "olapp"))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    return tmp_path / "olapp"


@pytest.fixture
def desk(home: Path) -> Desk:
    """The real desk on a day of its own."""
    made = app.desk(Settings())
    checking = replace(made.checking, today=lambda: DAY)
    printing = replace(made.printing, checking=checking)
    portfolio = replace(made.portfolio, today=lambda: DAY)
    return replace(
        made,
        checking=checking,
        printing=printing,
        today=lambda: DAY,
        portfolio=portfolio,
        importing=replace(made.importing, index=portfolio.index, today=lambda: DAY),
        due=replace(made.due, today=lambda: DAY),
        screening=replace(made.screening, today=lambda: DAY),
        batch=replace(made.batch, checking=checking, printing=printing, today=lambda: DAY),
    )


@pytest.fixture(scope="session")
def patents(root: Path) -> ModuleType:
    """Made-up patents, as the tests of services have them."""
    spec = spec_from_file_location("ui_patents", root / "tests" / "services" / "portfolio_desk.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def open_desktop(desk: Desk, qtbot: QtBot, theme: Theme) -> Iterator[Callable[..., Desktop]]:
    """Opens the window on the desk, in the language asked for."""
    opened: list[Desktop] = []

    def open_it(language: str = "zh") -> Desktop:
        answers: dict[str, Any] = {}
        said: list[str] = []

        def dialogs(screen: Screen) -> Dialogs:
            made = ScriptedDialogs(screen)
            made.answers, made.said = answers, said
            return made

        speak_qt(language)
        preferences = Preferences(Settings(language=language))
        window = MainWindow(preferences, theme, app.language, dialogs)
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        with qtbot.waitSignal(window.filled, timeout=20_000):
            open_desk(window, lambda: desk)
        desktop = Desktop(window, qtbot, answers)
        desktop.said = said
        opened.append(desktop)
        return desktop

    yield open_it
    for desktop in opened:
        desktop.close()
        desktop.settle()
        desktop.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desktop(open_desktop: Callable[..., Desktop]) -> Desktop:
    return open_desktop()
