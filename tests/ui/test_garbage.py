import gc
import threading
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from olapp.ui import tasks
from olapp.ui.garbage import GarbageTimer


class Knot:
    """Something that refers to itself, and notes on which thread it dies."""

    def __init__(self, deaths: list[bool]) -> None:
        self.self, self.deaths = self, deaths

    def __del__(self) -> None:
        self.deaths.append(threading.current_thread() is threading.main_thread())


@pytest.mark.usefixtures("theme")
def test_garbage_dies_on_the_screens_thread_only(qtbot: QtBot) -> None:
    deaths: list[bool] = []
    owner = QObject()

    def work(_: tasks.Progress) -> list[list[int]]:
        return [[number] for number in range(20_000)]  # enough for a search, were it allowed

    for _ in range(5):
        Knot(deaths)
        tasks.run(work, lambda _answer: None, owner=owner)
    qtbot.waitUntil(tasks.is_idle)
    assert not deaths
    GarbageTimer(owner).look()
    gc.collect()
    assert deaths == [True] * 5
    assert not gc.isenabled()


def test_what_a_run_touches_dies_on_the_screens_thread(qtbot: QtBot, qapp: QApplication) -> None:
    threads: list[bool] = []
    owner = QObject()

    class Touched:
        def __call__(self, _progress: tasks.Progress) -> Any:
            return self

        def __del__(self) -> None:
            threads.append(threading.current_thread() is threading.main_thread())

    for _ in range(50):
        tasks.run(Touched(), lambda _answer: None, owner=owner)
    qtbot.waitUntil(tasks.is_idle)
    tasks.finish()
    gc.collect()
    assert threads == [True] * 50
