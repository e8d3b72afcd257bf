"""Long work on a page: shown only when it is long, stopped when asked, one at a time."""

from threading import Event
from typing import Any

import pytest

from olapp.ui import tasks
from olapp.ui.job_panel import JobPanel
from olapp.ui.screen import Screen


@pytest.fixture
def panel(english: Screen, qtbot: Any) -> JobPanel:
    made = JobPanel(english)
    qtbot.addWidget(made)
    return made


def test_work_tells_its_steps_and_can_be_stopped(panel: JobPanel, qtbot: Any) -> None:
    answers: list[str] = []

    def work(on: tasks.Progress) -> str:
        on.step(3, 10, "202010123456.2")
        while not on.is_cancelled():
            Event().wait(0.01)
        return "stopped"

    assert panel.run("Working", work, answers.append, tasks.raise_here)
    assert not panel.run("Other", work, answers.append, tasks.raise_here)
    qtbot.waitUntil(lambda: "3 of 10" in panel.text.text())
    assert "202010123456.2" in panel.text.text()
    qtbot.waitUntil(lambda: not panel.isHidden())
    panel.cancel_button.click()
    assert panel.was_cancelled
    qtbot.waitUntil(lambda: answers == ["stopped"])
    assert panel.isHidden()
    assert not panel.is_running


def test_work_that_is_done_at_once_shows_no_bar(panel: JobPanel, qtbot: Any) -> None:
    answers: list[int] = []
    panel.run("Working", lambda _: 1, answers.append, tasks.raise_here)
    qtbot.waitUntil(lambda: answers == [1])
    assert panel.isHidden()
    qtbot.wait(250)
    assert panel.isHidden()


def test_work_that_fails_leaves_room_for_the_next(panel: JobPanel, qtbot: Any) -> None:
    errors: list[Exception] = []

    def fail(_: tasks.Progress) -> None:
        raise ValueError("no")

    panel.run("Working", fail, lambda _: None, errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert panel.run("Again", lambda _: None, lambda _: None, tasks.raise_here)
