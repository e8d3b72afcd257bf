"""The start page: how to begin, and how things stand."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from olapp.services.changes import Changes
from olapp.services.desk import Desk
from olapp.services.due_rows import Band, DueQuery
from olapp.ui.pages.deadlines import DeadlinesPage
from olapp.ui.pages.import_wizard import ImportPage
from olapp.ui.pages.start import StartPage


def buttons(widget: QWidget) -> dict[str, QPushButton]:
    return {b.text(): b for b in widget.findChildren(QPushButton) if b.isVisibleTo(widget)}


@pytest.fixture
def start(open_desktop: Any) -> Any:
    """Opens the window and goes to the start page."""

    def open_it(language: str = "en") -> Any:
        desktop = open_desktop(language)
        desktop.window.go("start")
        desktop.settle()
        return desktop

    return open_it


def test_an_empty_desk_says_how_to_begin(start: Any) -> None:
    desktop = start()
    wanted = {"Import patents...", "Add a patent", "Load the samples"}
    desktop.bot.waitUntil(lambda: wanted <= set(buttons(desktop.window.page)))
    buttons(desktop.window.page)["Import patents..."].click()
    desktop.settle()
    assert isinstance(desktop.window.page, ImportPage)


def test_a_patent_can_be_added_from_an_empty_desk(start: Any, desk: Desk) -> None:
    desktop = start()
    desktop.bot.waitUntil(lambda: "Add a patent" in buttons(desktop.window.page))
    buttons(desktop.window.page)["Add a patent"].click()
    desktop.settle()
    assert desk.portfolio.count() == 1
    assert desktop.window.pages.name == "holding"


def test_the_samples_fill_the_list_of_declarations(start: Any, desk: Desk) -> None:
    desktop = start()
    desktop.bot.waitUntil(lambda: "Load the samples" in buttons(desktop.window.page))
    buttons(desktop.window.page)["Load the samples"].click()
    desktop.settle()
    assert len(desk.drafts.rows()) == len(desk.samples.documents())
    assert desktop.window.page is desktop.window.drafts


def test_bands_say_in_words_and_figures_what_is_due(start: Any, desk: Desk, patents: Any) -> None:
    desk.portfolio.add(patents.holding())  # 10 February 2027, 82 days away
    desk.portfolio.add(patents.holding(patents.NUMBERS[1], fees_paid_through=6))
    desktop = start()
    page = desktop.window.page
    assert isinstance(page, StartPage)
    said = {tile.band: tile.accessibleName() for tile in page.tiles}
    assert said[Band.QUARTER] == "Within 90 days: 1"
    assert said[Band.OVERDUE].startswith("Overdue: ")
    whens = {
        page.due.table.rows_model.text(at, 0) for at in range(len(page.due.table.rows_model.rows))
    }
    assert "in 82 days" in whens
    assert any("overdue" in when for when in whens)


def test_a_tile_leads_to_its_deadlines(start: Any, desk: Desk, patents: Any) -> None:
    desk.portfolio.add(patents.holding())
    desk.portfolio.add(patents.utility_model())
    desktop = start()
    next(tile for tile in desktop.window.page.tiles if tile.band is Band.QUARTER).click()
    desktop.settle()
    page = desktop.window.page
    assert isinstance(page, DeadlinesPage)
    assert page.list.query() == DueQuery(band=Band.QUARTER)
    assert len(page.list.table.rows_model.rows) == 1


def test_a_deadline_leads_to_its_patent(start: Any, desk: Desk, patents: Any) -> None:
    kept = desk.portfolio.add(patents.holding())
    desktop = start()
    asked: list[tuple[str, object]] = []
    desktop.window.page.asked.connect(lambda name, subject: asked.append((name, subject)))
    table = desktop.window.page.due.table
    table.opened.emit(table.rows_model.rows[0])
    assert asked == [("holding", kept.id)]
    desktop.settle()


def test_a_patent_added_elsewhere_shows_at_once(start: Any, desk: Desk, patents: Any) -> None:
    desktop = start()
    page = desktop.window.page
    desk.portfolio.add(patents.holding())
    page.changed.emit(Changes(holdings=True))
    desktop.settle()
    assert page.due.table.rows_model.rows


def test_the_state_of_the_check_is_told(start: Any, desk: Desk, patents: Any) -> None:
    desk.portfolio.add(patents.holding())
    desk.screening.run()
    desk.portfolio.add(patents.utility_model())
    card = start().window.page.check
    said = [label.text() for label in card.findChildren(QLabel)]
    assert said[said.index("Can be opened") + 1] == "1"
    assert "Not judged, or changed since: 1" in said


def test_a_long_name_of_a_file_is_told_whole_in_its_tip(
    start: Any, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / ("清单" * 30 + ".csv")
    path.write_text("申请号,发明名称\n202010123456.2,一种示例\n", encoding="utf-8-sig")
    looked = desk.importing.look(path)
    assert looked is not None
    plan = desk.importing.plan(looked, None, desk.today())
    assert plan is not None
    desk.importing.commit(plan)
    card = start().window.page.imports
    assert card.names == (path.name,)
    assert {each.toolTip() for each in card.findChildren(QLabel)} >= {path.name}
    assert card.width() < 400
