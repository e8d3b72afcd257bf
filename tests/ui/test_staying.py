"""What must stay as the person left it, whatever happens around it."""

import sqlite3
from contextlib import closing
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel

from olapp.domain.declaration import Declaration
from olapp.domain.party import Party
from olapp.domain.patent import Patent
from olapp.domain.sentence import Sentence
from olapp.domain.trouble import Trouble
from olapp.services.desk import Desk
from olapp.ui.editors import Entry

LOCKED = Trouble(Sentence("The database is locked."), "olapp.db", Sentence("Try again."))


def refuse(*_: object) -> Any:
    raise LOCKED


def test_a_closed_item_stays_closed_while_one_types_elsewhere(desktop: Any, desk: Desk) -> None:
    document = Declaration(patentees=(Party(name="甲大学"),))
    desktop.window.open_draft(desk.drafts.add(document))
    page = desktop.wait_for_draft()
    group = page.form.widget_at("patentees").parentWidget()
    toggle = page.form.widget_at("patentees.0")
    name = page.form.widget_at("patentees.0.name")
    assert name.isVisibleTo(group)
    toggle.setChecked(False)
    page.editing.type("patent.title", Entry("一种支架"))
    assert not name.isVisibleTo(group)
    page.editing.undo()
    assert not name.isVisibleTo(group)
    toggle.setChecked(True)
    assert name.isVisibleTo(group)


def test_a_title_is_told_as_it_is_written_and_never_read_as_markup(
    desktop: Any, desk: Desk
) -> None:
    desk.drafts.add(Declaration(patent=Patent(title="<h1>大</h1>")))
    desktop.window.drafts.load()
    desktop.settle()
    desktop.window.drafts.discard(desktop.window.drafts.table.chosen())
    desktop.settle()
    notices = desktop.window.place.notices
    assert "<h1>大</h1>" in notices.text
    assert notices.findChild(QLabel).textFormat() == Qt.TextFormat.PlainText


def test_the_draft_chosen_stays_chosen_when_the_list_is_sorted(desktop: Any, desk: Desk) -> None:
    for title in ("丙", "甲", "乙"):
        desk.drafts.add(Declaration(patent=Patent(title=title)))
    desktop.window.drafts.load()
    desktop.settle()
    table = desktop.window.drafts.table
    table.selectRow(1)
    chosen = table.chosen()
    for order in Qt.SortOrder:
        table.sortByColumn(0, order)
        assert table.chosen() == chosen


def test_a_page_that_was_made_anew_leaves_no_other_to_answer_for_it(
    desktop: Any, desk: Desk
) -> None:
    desktop.open_new()
    for choice in ("dark", "light"):
        desktop.window.choose_theme(choice)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    editing = desktop.window.editing
    editing.autosave.refused.emit(LOCKED)
    assert desktop.window.place.notices.text
    editing.type("patent.title", Entry("一种支架"))
    editing.leave()
    desktop.settle()
    assert not desktop.window.place.notices.text


def test_a_check_that_the_disk_refuses_is_a_trouble_told_once_and_no_bug(
    desktop: Any, monkeypatch: Any
) -> None:
    page = desktop.open_new()
    with monkeypatch.context() as broken:
        broken.setattr(page.editing.recheck, "_check", refuse)
        for _ in range(2):
            page.editing.recheck.now(page.editing.document)
            desktop.settle()
    assert len(desktop.said) == 1
    assert "olapp.db" in desktop.said[0]
    page.check()
    desktop.settle()
    assert page.findings.count > 0


def test_who_wants_to_stay_stays_even_when_the_disk_answers_again(desktop: Any, desk: Desk) -> None:
    page = desktop.open_new()
    store: Any = desk.drafts.store
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        page.editing.type("patent.title", Entry("一种支架"))
        page.editing.leave()
        desktop.bot.waitUntil(lambda: page.editing.autosave.trouble is not None, timeout=20_000)
        desktop.window.close()
        page.close_draft()
    page.editing.leave()
    desktop.settle()
    assert desktop.window.isVisible()
    assert desktop.window.page is page
