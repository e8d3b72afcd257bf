import threading
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from olapp.ui import tasks


def test_work_runs_elsewhere_and_its_answer_comes_back_to_the_screen(qtbot: QtBot) -> None:
    seen: list[Any] = []
    owner = QObject()

    def work(_: tasks.Progress) -> int:
        seen.append(threading.current_thread() is threading.main_thread())
        return 42

    def done(answer: int) -> None:
        seen.append((answer, QThread.currentThread() is owner.thread()))

    tasks.run(work, done, owner=owner)
    qtbot.waitUntil(tasks.is_idle)
    assert seen == [False, (42, True)]


def test_an_error_comes_back_whole(qtbot: QtBot) -> None:
    seen: list[Exception] = []
    owner = QObject()
    tasks.run(lambda _: 1 // 0, lambda _: None, seen.append, owner=owner)
    qtbot.waitUntil(tasks.is_idle)
    assert isinstance(seen[0], ZeroDivisionError)
    assert seen[0].__traceback__ is not None


def test_an_error_nobody_expected_reaches_the_last_net(qtbot: QtBot) -> None:
    owner = QObject()
    with qtbot.captureExceptions() as caught:
        tasks.run(lambda _: 1 // 0, lambda _: None, owner=owner)
        qtbot.waitUntil(tasks.is_idle)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_steps_arrive_in_order_and_a_cancel_is_seen(qtbot: QtBot) -> None:
    owner = QObject()
    go_on = threading.Event()
    steps: list[tuple[int, int, str]] = []
    answers: list[int] = []

    def work(progress: tasks.Progress) -> int:
        for done in range(1_000_000):
            if progress.is_cancelled():
                return done
            if done < 3:
                progress.step(done, 3, f"file {done}")
            go_on.wait(0.01)
        return -1

    progress = tasks.run(work, answers.append, owner=owner)
    progress.stepped.connect(lambda *step: steps.append(step))
    qtbot.waitUntil(lambda: len(steps) >= 2)
    progress.cancel()
    qtbot.waitUntil(tasks.is_idle)
    assert steps == sorted(steps)
    assert answers != [-1]


def test_an_answer_for_a_page_that_is_gone_is_dropped(qtbot: QtBot) -> None:
    owner = QObject()
    hold = threading.Event()
    seen: list[object] = []
    tasks.run(lambda _: hold.wait(5), seen.append, owner=owner)
    owner.deleteLater()
    qtbot.wait(10)
    del owner
    hold.set()
    qtbot.waitUntil(tasks.is_idle)
    assert not seen


@pytest.mark.parametrize("word", ["QThread(", "QThreadPool", "threading.Thread", "QRunnable"])
def test_only_tasks_starts_threads(word: str, root: Any) -> None:
    users = {
        path.name
        for path in (root / "olapp").rglob("*.py")
        if word in path.read_text(encoding="utf-8")
    }
    assert users <= {"tasks.py"}
