"""Typing in the search of a large portfolio never holds up the screen.

The gate types in 20,000 patents; ``OLAPP_ROWS=100000`` measures the whole size. Another program on
the machine may hold up the best of windows, so the best of three attempts counts.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from bench.portfolios import holdings
from olapp import app
from olapp.services.desk import Desk
from olapp.settings import Settings
from olapp.ui.pages.portfolio import PortfolioPage

ROWS = int(os.environ.get("OLAPP_ROWS", "20000"))
LIMIT = 0.050
ATTEMPTS = 3
WORDS = ("锂离子", "检测方法", "示例大学", "2020101", "ZL201")
_BEAT = 2
"""Milliseconds between two signs of life."""


class Watchdog(QObject):
    """Notes the longest time the screen's thread gave no sign of life."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self, interval=_BEAT)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.longest, self._last = 0.0, perf_counter()
        self._timer.start()

    def stop(self) -> float:
        self._timer.stop()
        return self.longest

    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last - _BEAT / 1000)
        self._last = now


@pytest.fixture(scope="session")
def large_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a large portfolio, filled once."""
    folder = tmp_path_factory.mktemp("large") / "olapp"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OLAPP_HOME", str(folder))
        portfolio = app.desk(Settings()).portfolio
        with portfolio.store.begin() as unit:
            made = ((each, portfolio.index(each)) for each in holdings(ROWS))
            unit.holdings.add_many(made, at=app.now())
        portfolio.store.close()
    return folder


@pytest.fixture
def desk(home: Path, large_store: Path) -> Desk:
    """The real desk on a copy of it."""
    copytree(large_store, home, dirs_exist_ok=True)
    return app.desk(Settings())


@pytest.fixture(autouse=True)
def as_the_program_runs() -> Iterator[None]:
    """Let working threads give way as often as the program lets them."""
    kept = sys.getswitchinterval()
    sys.setswitchinterval(0.001)
    yield
    sys.setswitchinterval(kept)


def quickest(attempt: Callable[[], float]) -> float:
    """Give the best of some attempts; no more are made than needed."""
    taken = []
    for _ in range(ATTEMPTS):
        taken.append(attempt())
        if taken[-1] <= LIMIT:
            break
    return min(taken)


def type_in(line: QLineEdit, mark: str) -> None:
    """Type as an input method does: whole characters, Chinese ones too."""
    event = QInputMethodEvent()
    event.setCommitString(mark)
    QApplication.sendEvent(line, event)


def opened(open_desktop: Any) -> tuple[Any, PortfolioPage, Watchdog]:
    desktop = open_desktop("zh")
    desktop.window.go("portfolio")
    desktop.settle()
    page = desktop.window.page
    assert isinstance(page, PortfolioPage)
    assert len(page.model.ids) == ROWS
    return desktop, page, Watchdog(desktop.window)


def test_typing_in_the_search_never_blocks_the_screen(open_desktop: Any) -> None:
    desktop, page, watchdog = opened(open_desktop)
    page.bar.search.setFocus()
    found = set()

    def attempt() -> float:
        watchdog.start()
        for word in WORDS:
            for mark in word:
                type_in(page.bar.search, mark)
                desktop.bot.wait(60)
            desktop.bot.wait(250)
            found.add(len(page.model.ids))
            for _ in word:
                QTest.keyClick(page.bar.search, Qt.Key.Key_Backspace)
                desktop.bot.wait(40)
        desktop.settle()
        return watchdog.stop()

    longest = quickest(attempt)
    assert len(found) > 1, "the list never followed the search"
    assert longest <= LIMIT, f"the screen stood still for {longest * 1000:.0f} ms"


def test_choosing_everything_and_scrolling_through_never_block_the_screen(
    open_desktop: Any,
) -> None:
    desktop, page, watchdog = opened(open_desktop)
    page.table.setFocus()
    bar = page.table.verticalScrollBar()

    def attempt() -> float:
        watchdog.start()
        page.table.selectAll()
        QApplication.processEvents()
        for part in range(11):
            bar.setValue(bar.maximum() * part // 10)
            desktop.bot.wait(60)
        page.table.clearSelection()
        bar.setValue(0)
        desktop.settle()
        return watchdog.stop()

    longest = quickest(attempt)
    assert page.table.chosen_count() == 0
    assert longest <= LIMIT, f"the screen stood still for {longest * 1000:.0f} ms"
