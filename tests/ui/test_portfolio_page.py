"""The list of patents as a clerk uses it."""

from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from olapp.domain.holding import Holding, RightState
from olapp.domain.patent import Patent, PatentKind
from olapp.services.desk import Desk
from olapp.services.portfolio import HoldingQuery
from olapp.ui.pages.portfolio import PortfolioPage

KEY, MOD = Qt.Key, Qt.KeyboardModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = MOD.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)
    QApplication.processEvents()


def show(desktop: Any) -> PortfolioPage:
    desktop.window.go("portfolio")
    desktop.settle()
    page = desktop.window.page
    assert isinstance(page, PortfolioPage)
    return page


def titles(page: PortfolioPage) -> list[str]:
    rows = [page.model.row_at(at) for at in range(len(page.model.ids))]
    return [row.title for row in rows if row is not None]


@pytest.fixture
def kept(desk: Desk, patents: ModuleType) -> list[int]:
    """Three patents: a support, a pump, a lamp."""
    made = []
    for at, title in enumerate(("一种支架", "一种水泵", "=HYPERLINK(灯具)")):
        holding: Holding = patents.holding(patents.NUMBERS[at], title=title)
        made.append(desk.portfolio.add(replace(holding, department=f"示例{at}系")).id)
    return made


@pytest.fixture
def page(kept: list[int], open_desktop: Any) -> PortfolioPage:
    return show(open_desktop("zh"))


def find(page: PortfolioPage, desktop: Any, text: str, expected: list[str]) -> None:
    page.bar.search.setText(text)
    desktop.bot.waitUntil(lambda: titles(page) == expected)


def test_an_empty_portfolio_offers_an_import_and_a_first_patent(desktop: Any) -> None:
    page = show(desktop)
    buttons = [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]
    assert len(buttons) >= 3
    page.deeds.add()
    desktop.bot.waitUntil(lambda: desktop.window.pages.name == "holding")
    desktop.settle()


def test_the_search_finds_words_and_numbers_in_any_spelling(
    kept: list[int], open_desktop: Any
) -> None:
    desktop = open_desktop("zh")
    page = show(desktop)
    assert len(titles(page)) == 3
    find(page, desktop, "水泵", ["一种水泵"])
    find(page, desktop, "ZL202010123456.2", ["一种支架"])
    find(page, desktop, "没有这个", [])
    assert "没有" not in page.totals.text
    page.show_all()
    desktop.bot.waitUntil(lambda: len(titles(page)) == 3)


def test_a_slow_answer_never_takes_the_place_of_a_later_one(
    kept: list[int], open_desktop: Any
) -> None:
    desktop = open_desktop("zh")
    page = show(desktop)
    for text in ("支", "支架", "水", "水泵"):
        page.bar.search.setText(text)
        page.load()
    desktop.settle()
    assert titles(page) == ["一种水泵"]


def test_a_filter_under_a_head_narrows_the_list_and_goes_with_the_row(
    kept: list[int], open_desktop: Any
) -> None:
    desktop = open_desktop("zh")
    page = show(desktop)
    page.table.head.show_row(True)
    title = page.table.head.editors[1]
    assert isinstance(title, QLineEdit)
    title.setText("水")
    desktop.bot.waitUntil(lambda: titles(page) == ["一种水泵"])
    page.table.head.show_row(False)
    desktop.bot.waitUntil(lambda: len(titles(page)) == 3)


def test_a_filter_that_finds_nothing_stays_under_the_fingers(
    kept: list[int], open_desktop: Any
) -> None:
    desktop = open_desktop("zh")
    page = show(desktop)
    page.table.head.show_row(True)
    editor = page.table.head.editors[1]
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    QTest.keyClicks(editor, "no such title")
    desktop.bot.waitUntil(lambda: not page.model.ids)
    assert editor.hasFocus()
    editor.clear()
    desktop.bot.waitUntil(lambda: len(page.model.ids) == 3)


def test_only_a_granted_patent_has_its_number_written_as_one(
    open_desktop: Any, desk: Desk, patents: ModuleType
) -> None:
    granted, pending = patents.NUMBERS[:2]
    desk.portfolio.add(patents.holding(granted))
    desk.portfolio.add(Holding(patent=Patent(number=pending), state=RightState.PENDING))
    page = show(open_desktop("zh"))
    shown = {page.model.index(at, 0).data() for at in range(2)}
    assert shown == {"ZL202010123456.2", "202010234567.0"}


def test_who_applied_stands_where_nobody_knows_who_owns(
    open_desktop: Any, desk: Desk, patents: ModuleType
) -> None:
    desk.portfolio.add(Holding(patent=Patent(number=patents.NUMBERS[0]), applicants=("示例大学",)))
    page = show(open_desktop("zh"))
    at = page.table.columns.index("owners")
    assert page.model.index(0, at).data() == "示例大学"


def test_a_title_in_a_tip_is_never_read_as_markup(
    open_desktop: Any, desk: Desk, patents: ModuleType
) -> None:
    desk.portfolio.add(patents.holding(title="<b>粗</b>"))
    page = show(open_desktop("zh"))
    tip = page.model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip


def test_a_state_nobody_knows_is_counted_too(
    open_desktop: Any, desk: Desk, patents: ModuleType
) -> None:
    desk.portfolio.add(Holding(patent=Patent(number=patents.NUMBERS[0])))
    desktop = open_desktop("en")
    page = show(desktop)
    assert "state not known 1" in page.totals.text


def test_a_click_on_a_head_sorts_and_a_second_one_turns_it_round(
    kept: list[int], open_desktop: Any
) -> None:
    desktop = open_desktop("zh")
    page = show(desktop)
    page.table.head.sectionClicked.emit(1)
    desktop.settle()
    first = titles(page)
    page.table.head.sectionClicked.emit(1)
    desktop.settle()
    assert titles(page) == first[::-1]


def test_columns_chosen_and_moved_are_there_next_time(kept: list[int], open_desktop: Any) -> None:
    desktop = open_desktop("zh")
    page = show(desktop)
    page.table.arrange(("title", "number", "reference"), (300, 120, 90))
    page.table.arranged.emit()
    desktop.window.choose_language("en")
    desktop.settle()
    again = desktop.window.page
    assert again is not page
    assert again.table.columns == ("title", "number", "reference")
    assert again.table.widths == (300, 120, 90)


def test_all_rows_are_tagged_at_once_and_one_undo_takes_it_back(
    kept: list[int], open_desktop: Any, desk: Desk
) -> None:
    desktop = open_desktop("zh")
    page = show(desktop)
    page.table.setFocus()
    press(KEY.Key_A, MOD.ControlModifier)
    assert page.table.chosen_count() == 3
    desktop.answers["line"] = "重点，新材料"
    desktop.window.run("tag")
    desktop.settle()
    assert set(desk.portfolio.tags()) == {"新材料", "重点"}
    desktop.window.run("undo")
    desktop.settle()
    assert desk.portfolio.tags() == ()


def test_a_minus_before_a_tag_takes_it_off(kept: list[int], open_desktop: Any, desk: Desk) -> None:
    desk.portfolio.tag(kept, add=("旧",))
    desktop = open_desktop("zh")
    page = show(desktop)
    page.table.selectAll()
    desktop.answers["line"] = "-旧, 新"
    desktop.window.run("tag")
    desktop.settle()
    assert desk.portfolio.tags() == ("新",)


def test_a_department_is_given_to_what_is_chosen_only(
    kept: list[int], open_desktop: Any, desk: Desk
) -> None:
    desktop = open_desktop("zh")
    page = show(desktop)
    page.table.stand_on(kept[0])
    desktop.answers["line"] = "新系"
    desktop.window.run("assign")
    desktop.settle()
    assert desk.portfolio.count(HoldingQuery(department="新系")) == 1


def test_delete_takes_out_and_undo_brings_back(
    kept: list[int], open_desktop: Any, desk: Desk
) -> None:
    desktop = open_desktop("zh")
    page = show(desktop)
    page.table.setFocus()
    page.table.stand_on(kept[0])
    press(KEY.Key_Delete)
    desktop.settle()
    assert desk.portfolio.count() == 2
    assert len(titles(page)) == 2
    desktop.window.place.notices.act()
    desktop.settle()
    assert desk.portfolio.count() == 3


def test_a_copied_table_has_heads_and_no_cell_that_runs(kept: list[int], open_desktop: Any) -> None:
    desktop = open_desktop("zh")
    page = show(desktop)
    page.table.setFocus()
    press(KEY.Key_A, MOD.ControlModifier)
    press(KEY.Key_C, MOD.ControlModifier)
    desktop.settle()
    lines = QApplication.clipboard().text().split("\n")
    assert len(lines) == 4
    assert all(line.count("\t") == len(page.table.columns) - 1 for line in lines)
    cells = [cell for line in lines for cell in line.split("\t")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert any("HYPERLINK" in cell for cell in cells)


@pytest.mark.parametrize("name", ["表.csv", "表.xlsx", "表"])
def test_the_list_is_saved_as_it_is_shown(
    kept: list[int], open_desktop: Any, tmp_path: Path, name: str
) -> None:
    desktop = open_desktop("zh")
    show(desktop)
    desktop.answers["save_file"] = tmp_path / name
    desktop.window.run("save_table")
    desktop.settle()
    written = tmp_path / (name if "." in name else f"{name}.xlsx")
    assert written.stat().st_size > 100
    if name.endswith(".csv"):
        text = written.read_text(encoding="utf-8-sig")
        assert "一种水泵" in text
        assert "\n=" not in text
        assert ",=" not in text


def test_a_view_is_saved_found_again_and_forgotten(
    kept: list[int], open_desktop: Any, desk: Desk
) -> None:
    desktop = open_desktop("zh")
    page = show(desktop)
    find(page, desktop, "水泵", ["一种水泵"])
    desktop.settle()
    desktop.answers["line"] = "水泵们"
    page.views.save()
    desktop.settle()
    page.show_all()
    desktop.bot.waitUntil(lambda: len(titles(page)) == 3)
    actions = {action.text(): action for action in page.views.fill().actions()}
    actions["水泵们"].trigger()
    desktop.bot.waitUntil(lambda: titles(page) == ["一种水泵"])
    page.views.forget("水泵们")
    desktop.settle()
    assert desk.portfolio.views() == ()


def test_another_page_can_ask_for_some_patents_only(kept: list[int], open_desktop: Any) -> None:
    desktop = open_desktop("zh")
    desktop.window.go("portfolio", HoldingQuery(ids=(kept[1],)))
    desktop.settle()
    page = desktop.window.page
    assert titles(page) == ["一种水泵"]


def test_what_another_page_asked_for_can_be_left_again(kept: list[int], open_desktop: Any) -> None:
    desktop = open_desktop("zh")
    desktop.window.go("portfolio", HoldingQuery(ids=(kept[0],)))
    page = show(desktop)
    assert len(page.model.ids) == 1
    assert page.bar.everything.isVisible()
    page.bar.everything.click()
    desktop.bot.waitUntil(lambda: len(page.model.ids) == 3)
    assert not page.bar.everything.isVisible()


def test_enter_opens_the_patent_the_person_stands_on(kept: list[int], open_desktop: Any) -> None:
    desktop = open_desktop("zh")
    page = show(desktop)
    page.table.setFocus()
    press(KEY.Key_Return)
    desktop.settle()
    assert desktop.window.pages.name == "holding"


def test_the_menu_of_a_row_offers_what_can_be_done(page: PortfolioPage) -> None:
    menu = page.menu()
    assert len([action for action in menu.actions() if not action.isSeparator()]) == 8
    menu.deleteLater()


def test_rows_far_down_come_when_they_are_looked_at(open_desktop: Any, desk: Desk) -> None:
    for number in range(300):
        patent = Patent(title=f"一种第{number:03}号装置", kind=PatentKind.INVENTION)
        desk.portfolio.add(Holding(patent=patent))
    desktop = open_desktop("zh")
    page = show(desktop)
    page.table.sort_by("title", is_reversed=False)
    page.load()
    desktop.settle()
    page.table.scrollToBottom()
    desktop.bot.waitUntil(lambda: page.model.row_at(299) is not None)
    last = page.model.row_at(299)
    assert last is not None
    assert last.title == "一种第299号装置"
