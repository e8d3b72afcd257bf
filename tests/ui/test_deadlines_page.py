"""Deadlines and fees on the screen: the list, the files, the charts and their figures."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from olapp.services.desk import Desk
from olapp.services.due_rows import Band, DueQuery
from olapp.ui.charts import BarChart, Series
from olapp.ui.pages.deadlines import DeadlinesPage
from olapp.ui.screen import Screen


@pytest.fixture
def listed(open_desktop: Any, desk: Desk, patents: Any) -> Any:
    desk.portfolio.add(patents.holding())
    desk.portfolio.add(replace(patents.utility_model(), department="示例农学院"))
    desktop = open_desktop("en")
    desktop.window.go("deadlines")
    desktop.settle()
    assert isinstance(desktop.window.page, DeadlinesPage)
    return desktop


def press(desktop: Any, words: str) -> None:
    buttons = desktop.window.page.findChildren(QPushButton)
    next(button for button in buttons if button.text() == words).click()
    desktop.settle()


def cells(page: DeadlinesPage, row: int) -> list[str]:
    model = page.list.table.rows_model
    return [model.text(row, column) for column in range(model.columnCount())]


def test_the_nearest_stands_first_with_its_days_its_fee_and_its_ground(listed: Any) -> None:
    page = listed.window.page
    first = cells(page, 0)
    assert first[0] == "in 82 days"
    assert "2027-02-10" in first
    assert "2,000.00" in first
    told = page.list.details.text()
    assert "Counted: 2027-02-10; days off of that year are not published yet." in told
    assert "Implementing Regulations" in told


def test_filters_leave_what_was_asked_for(listed: Any) -> None:
    page = listed.window.page
    box = page.list.departments
    box.setCurrentIndex(box.findData("示例农学院"))
    box.activated.emit(box.currentIndex())
    listed.settle()
    assert len(page.list.table.rows_model.rows) == 1
    assert "Deadlines: 1" in [label.text() for label in page.list.findChildren(QLabel)]
    page.show_subject(DueQuery(band=Band.OVERDUE))
    listed.settle()
    assert not page.list.table.rows_model.rows


def test_a_click_on_a_head_sorts_by_money_and_not_by_its_digits(
    listed: Any, desk: Desk, patents: Any
) -> None:
    desk.portfolio.add(patents.holding(patents.NUMBERS[2], filed_on=None, fees_paid_through=None))
    page = listed.window.page
    column = [shown.label for shown in page.list.table.rows_model.columns].index("Yuan")
    page.list.table.sortByColumn(column, page.list.table.horizontalHeader().sortIndicatorOrder())
    amounts = [row.deadline.amount.value for row in page.list.table.rows_model.rows]
    assert amounts == sorted(amounts)


def test_the_files_hold_what_is_listed(listed: Any, tmp_path: Path) -> None:
    listed.answers["save_file"] = tmp_path / "due.ics"
    press(listed, "Calendar file...")
    assert (tmp_path / "due.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") == 2
    assert "2 deadlines" in listed.window.place.notices.text
    listed.answers["save_file"] = tmp_path / "pay.csv"
    press(listed, "Payment list...")
    assert "3,200" in listed.window.place.notices.text
    assert "3200" in (tmp_path / "pay.csv").read_text(encoding="utf-8-sig")


def test_a_folder_that_refuses_is_told_and_the_page_goes_on(listed: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    listed.answers["save_file"] = tmp_path / "file" / "due.ics"
    press(listed, "Calendar file...")
    assert "due.ics" in listed.said[-1]
    assert not listed.window.page.job.is_running


def test_the_charts_come_with_the_same_figures(listed: Any) -> None:
    page = listed.window.page
    page.tabs.setCurrentIndex(1)
    listed.settle()
    years = page.charts.years.rows_model
    assert years.rows[1].name == "2027"
    assert str(years.rows[1].without) == "3,200.00"
    assert str(years.rows[1].with_offer) == "2,720.00"
    page.charts.views.setCurrentIndex(2)
    page.charts.views.activated.emit(2)
    assert {row.years: row.count for row in page.charts.ages.rows_model.rows if row.count} == {
        5: 1,
        6: 1,
    }


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_bars_take_the_colours_of_the_theme(english: Screen, qtbot: Any, choice: str) -> None:
    english.theme.choose(choice)
    chart = BarChart(english, "Chart")
    qtbot.addWidget(chart)
    chart.resize(400, 300)
    chart.show_series(["a", "b"], (Series("one", [1.0, 2.0]), Series("two", [2.0, 1.0])), "u")
    chart.show()
    colours = english.theme.colours
    image = chart.grab().toImage()
    found = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert {colours.card, colours.accent, colours.good} <= found


def test_the_same_chart_in_another_theme_is_made_anew(listed: Any) -> None:
    listed.window.page.tabs.setCurrentIndex(1)
    listed.settle()
    listed.window.choose_theme("dark")
    listed.settle()
    assert isinstance(listed.window.page, DeadlinesPage)


def test_a_chosen_row_is_copied_as_a_table(listed: Any) -> None:
    page = listed.window.page
    page.list.table.selectRow(0)
    lines = page.list.table.as_text().split("\n")
    assert len(lines) == 2
    assert lines[0].split("\t")[0] == "When"
    assert "ZL202010123456.2" in lines[1].split("\t")
