from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from olapp.domain.declaration import Declaration
from olapp.domain.lifecycle import DraftState
from olapp.domain.patent import Patent
from olapp.services.desk import Desk
from olapp.ui.pages.draft import DraftPage

KEY, MOD = Qt.Key, Qt.KeyboardModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = MOD.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
    QApplication.processEvents()


def titles(desktop: Any) -> list[str]:
    return [row.title for row in desktop.window.drafts.model.rows]


def visible_buttons(widget: QWidget) -> dict[str, QPushButton]:
    return {b.text(): b for b in widget.findChildren(QPushButton) if b.isVisibleTo(widget)}


@pytest.fixture
def filled(desk: Desk, open_desktop: Any) -> Any:
    """A window on three drafts, the list in the focus."""
    for title, number in (
        ("一种支架", "ZL202010123456.2"),
        ("一种水泵", "ZL95115608.X"),
        ("灯具", ""),
    ):
        desk.drafts.add(Declaration(patent=Patent(title=title, number=number or None)))
    desktop = open_desktop()
    desktop.window.drafts.table.setFocus()
    desktop.window.drafts.table.selectRow(0)
    return desktop


def test_the_first_start_offers_the_samples(desktop: Any) -> None:
    buttons = visible_buttons(desktop.window.drafts)
    assert "载入示例" in buttons
    buttons["载入示例"].click()
    desktop.settle()
    assert len(titles(desktop)) > 5
    assert desktop.window.place.preferences.settings.samples_offered


def test_the_list_shows_the_latest_first_with_numbers_as_papers_write_them(filled: Any) -> None:
    assert titles(filled) == ["灯具", "一种水泵", "一种支架"]
    assert filled.window.drafts.model.text(1, 1) == "ZL95115608.X"


def test_a_search_finds_by_title_and_number(filled: Any) -> None:
    press(KEY.Key_F, MOD.ControlModifier)
    search = filled.window.drafts.filter.search
    assert QApplication.focusWidget() is search
    search.setText("水泵")
    filled.bot.waitUntil(lambda: titles(filled) == ["一种水泵"])
    search.setText("202010123456")
    filled.bot.waitUntil(lambda: titles(filled) == ["一种支架"])
    search.setText("没有这个")
    filled.bot.waitUntil(lambda: titles(filled) == [])
    assert "载入示例" not in visible_buttons(filled.window.drafts)


def test_a_filter_shows_one_state_only(filled: Any, desk: Desk) -> None:
    row = filled.window.drafts.model.rows[0]
    filled.window.drafts.mark(row.id, DraftState.FILED)
    filled.settle()
    states = filled.window.drafts.filter.states
    states.setFocus()
    while states.currentText() != "已提交":
        press(KEY.Key_Down)
    filled.settle()
    assert titles(filled) == ["灯具"]


def test_enter_opens_and_back_returns_to_the_same_row(filled: Any) -> None:
    filled.window.drafts.table.selectRow(1)
    press(KEY.Key_Return)
    page = filled.wait_for_draft()
    assert page.editing.document.patent.title == "一种水泵"
    press(KEY.Key_Left, MOD.AltModifier)
    filled.settle()
    assert not isinstance(filled.window.page, DraftPage)
    assert filled.window.drafts.table.chosen().title == "一种水泵"


def test_a_duplicate_keeps_terms_and_drops_the_patent(desk: Desk, open_desktop: Any) -> None:
    desk.drafts.add(desk.samples.example())
    desktop = open_desktop()
    desktop.window.drafts.table.setFocus()
    press(KEY.Key_D, MOD.ControlModifier)
    page = desktop.wait_for_draft()
    assert page.editing.document.patent.number is None
    assert page.editing.document.fee == desk.samples.example().fee


def test_what_goes_to_the_bin_comes_back_with_one_key(filled: Any) -> None:
    press(KEY.Key_Delete)
    filled.settle()
    assert titles(filled) == ["一种水泵", "一种支架"]
    assert "灯具" in filled.window.place.notices.text
    filled.window.place.notices.button.click()
    filled.settle()
    assert "灯具" in titles(filled)


def test_the_bin_can_be_looked_into_and_emptied_of_what_is_wanted_back(filled: Any) -> None:
    press(KEY.Key_Delete)
    filled.settle()
    states = filled.window.drafts.filter.states
    states.setCurrentIndex(states.count() - 1)
    states.activated.emit(states.count() - 1)
    filled.settle()
    assert titles(filled) == ["灯具"]
    filled.window.run("bring_back")
    filled.settle()
    assert titles(filled) == []


def test_the_menu_of_a_row_has_its_commands_and_states(filled: Any) -> None:
    menu = filled.window.drafts.menu()
    words = [action.text() for action in menu.actions()]
    assert any("打开" in word for word in words)
    states = menu.actions()[-1].menu()
    states.actions()[1].trigger()
    filled.settle()
    assert filled.window.drafts.model.rows[0].state is DraftState.SIGNED


def test_a_click_on_a_head_sorts(filled: Any) -> None:
    filled.window.drafts.table.horizontalHeader().sectionClicked.emit(0)
    filled.window.drafts.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert titles(filled) == sorted(titles(filled))


def test_a_file_that_is_no_declaration_is_told_fault_by_fault(desktop: Any, tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text('{"patent": {"kind": "wheel"}, "wrong": 1}', encoding="utf-8")
    desktop.answers["open_file"] = path
    desktop.window.run("import")
    desktop.settle()
    assert "patent.kind" in desktop.said[-1]
    assert not isinstance(desktop.window.page, DraftPage)


def test_a_missing_file_is_a_trouble_with_its_place(desktop: Any, tmp_path: Path) -> None:
    desktop.answers["open_file"] = tmp_path / "gone.json"
    desktop.window.run("import")
    desktop.settle()
    assert "gone.json" in desktop.said[-1]


def test_what_was_asked_before_the_desk_was_ready_is_done_when_it_is(
    desk: Desk, open_desktop: Any
) -> None:
    desktop = open_desktop()
    page = type(desktop.window.drafts)(desktop.window.place)
    opened: list[object] = []
    page.opened.connect(opened.append)
    page.new()
    assert not opened
    page.open_desk(desk)
    desktop.bot.waitUntil(lambda: bool(opened))


def test_rows_read_ahead_are_shown_until_the_desk_has_its_own(
    desk: Desk, open_desktop: Any
) -> None:
    desk.drafts.add(Declaration(patent=Patent(title="先看一眼")))
    desktop = open_desktop()
    page = type(desktop.window.drafts)(desktop.window.place)
    page.show_rows(desk.drafts.rows())
    assert page.model.rows[0].title == "先看一眼"
    assert "open" in page.commands()
