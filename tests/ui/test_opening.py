"""What stands in the way of the start, and the way out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from olapp import app
from olapp.domain.sentence import Sentence
from olapp.domain.trouble import Trouble, WayOut
from olapp.settings import Settings
from olapp.ui.main_window import MainWindow
from olapp.ui.opening import open_desk
from olapp.ui.preferences import Preferences
from olapp.ui.theme import Theme


class Answering:
    """Dialogs that answer a trouble at the start, and note it."""

    def __init__(self, *answers: str) -> None:
        self.answers, self.troubles = list(answers), []

    def __call__(self, _screen: object) -> Any:
        return self

    def retry(self, _parent: object, trouble: Trouble) -> str:
        self.troubles.append(trouble)
        return self.answers.pop(0)


@pytest.fixture
def open_window(home: Path, qtbot: QtBot, theme: Theme) -> Callable[[Answering], MainWindow]:
    held: list[MainWindow] = []

    def open_it(dialogs: Answering) -> MainWindow:
        window = MainWindow(Preferences(Settings()), theme, app.language, dialogs)
        qtbot.addWidget(window)
        held.append(window)
        window.show()
        return window

    return open_it


def trouble() -> Trouble:
    return Trouble(Sentence("The database is damaged."), "/somewhere", Sentence("Have it rescued."))


def test_a_trouble_at_the_start_can_be_tried_again(
    open_window: Any, qtbot: QtBot, home: Path
) -> None:
    dialogs = Answering("again")
    window = open_window(dialogs)
    tries: list[int] = []

    def prepare() -> Any:
        tries.append(1)
        if len(tries) == 1:
            raise trouble()
        return app.desk(Settings())

    with qtbot.waitSignal(window.filled, timeout=20_000):
        open_desk(window, prepare)
    assert len(dialogs.troubles) == 1


def test_the_program_takes_the_way_out_and_goes_on(
    open_window: Any, qtbot: QtBot, home: Path
) -> None:
    dialogs = Answering("way out")
    window = open_window(dialogs)
    rescued: list[int] = []

    def rescue() -> Sentence:
        rescued.append(1)
        return Sentence("Drafts rescued: {count}.", {"count": 3})

    def prepare() -> Any:
        if rescued:
            return app.desk(Settings())
        error = trouble()
        error.way_out = WayOut("Rescue the database", rescue)
        raise error

    with qtbot.waitSignal(window.filled, timeout=20_000):
        open_desk(window, prepare)
    assert rescued
    assert "3" in window.place.notices.text


def test_quitting_at_a_trouble_closes_the_window(open_window: Any, qtbot: QtBot) -> None:
    window = open_window(Answering("quit"))

    def prepare() -> Any:
        raise trouble()

    open_desk(window, prepare)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)


def test_a_glance_that_fails_only_leaves_the_list_to_the_desk(
    open_window: Any, qtbot: QtBot, home: Path
) -> None:
    window = open_window(Answering())

    def glance() -> Any:
        raise OSError("no file")

    with qtbot.waitSignal(window.filled, timeout=20_000):
        open_desk(window, lambda: app.desk(Settings()), glance)
    assert window.page.commands()
