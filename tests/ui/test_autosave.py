"""What was typed is kept: at once when a field is left, later when the disk does not answer."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from olapp.services.desk import Desk
from olapp.ui import tasks
from olapp.ui.editing import Editing
from olapp.ui.editors.entry import Entry


@pytest.fixture
def editing(desk: Desk, qtbot: QtBot) -> Iterator[Editing]:
    made = Editing(desk, desk.drafts.start())
    yield made
    qtbot.waitUntil(lambda: made.autosave.is_clean and made.recheck.is_current and tasks.is_idle())


def kept_title(desk: Desk, editing: Editing) -> str | None:
    return desk.drafts.open(editing.id).document.patent.title


def test_a_field_is_kept_when_it_has_been_left(desk: Desk, editing: Editing) -> None:
    for title in ("一种支架", "一种折叠支架"):
        editing.type("patent.title", Entry(title))
        editing.leave()
        assert kept_title(desk, editing) == title
        assert editing.autosave.is_clean


def test_a_field_left_while_the_pause_is_being_written_is_kept_too(
    desk: Desk, editing: Editing, qtbot: QtBot
) -> None:
    editing.type("patent.title", Entry("一种支"))
    with qtbot.waitSignal(editing.autosave.state_changed):
        pass  # the pause is over: its write has begun
    editing.type("patent.title", Entry("一种支架"))
    editing.leave()
    assert kept_title(desk, editing) == "一种支架"


def test_no_drawing_and_no_export_stands_before_a_write(
    desk: Desk, editing: Editing, qtbot: QtBot
) -> None:
    hold, owner = Event(), QObject()
    for _ in range(QThreadPool.globalInstance().maxThreadCount() + 1):
        tasks.run(lambda _: hold.wait(60), lambda _: None, owner=owner)
    editing.type("patent.title", Entry("一种支架"))
    editing.leave()
    assert kept_title(desk, editing) == "一种支架"
    hold.set()


def test_a_locked_database_lets_the_person_type_on_and_keeps_everything_later(
    desk: Desk, editing: Editing, qtbot: QtBot
) -> None:
    path: Any = desk.drafts.store.path
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for path, text in (("patent.title", "一种支架"), ("explanation", "参照合同。")):
            editing.type(path, Entry(text))
            editing.leave()
            assert not editing.autosave.is_clean
        other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: editing.autosave.is_clean)
    document = desk.drafts.open(editing.id).document
    assert (document.patent.title, document.explanation) == ("一种支架", "参照合同。")
