"""The pre-check on the screen."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from olapp.law.portfolio import Verdict
from olapp.services.desk import Desk
from olapp.ui.pages.batch_draft import BatchPage
from olapp.ui.pages.screening import ScreeningPage


@pytest.fixture
def screening(open_desktop: Any, desk: Desk, patents: Any) -> Any:
    desk.portfolio.add(patents.holding())
    desk.portfolio.add(patents.utility_model(has_report=False))
    desktop = open_desktop("en")
    desktop.window.go("screening")
    desktop.settle()
    assert isinstance(desktop.window.page, ScreeningPage)
    return desktop


def run(desktop: Any) -> ScreeningPage:
    page: ScreeningPage = desktop.window.page
    page.run_button.click()
    desktop.settle()
    return page


def test_a_run_counts_and_groups(screening: Any) -> None:
    page = run(screening)
    assert page.tiles.tile(Verdict.ELIGIBLE).accessibleName() == "Can be opened: 1"
    assert page.tiles.tile(Verdict.AFTER).count.text() == "1"
    model = page.groups.table.rows_model
    assert [row.code for row in model.rows][:1] == ["OL-ELIG-07"]
    assert "evaluation report" in page.groups.details.text()


def test_a_tile_and_a_group_lead_to_their_patents(screening: Any, desk: Desk) -> None:
    page = run(screening)
    asked: list[Any] = []
    page.asked.connect(lambda name, subject: asked.append((name, subject)))
    page.tiles.tile(Verdict.ELIGIBLE).click()
    page.groups.show_button.click()
    screening.settle()
    assert [name for name, _ in asked] == ["portfolio", "portfolio"]
    assert desk.portfolio.count(asked[0][1]) == 1
    assert desk.portfolio.count(asked[1][1]) == 1


def test_all_that_can_be_opened_go_to_a_batch(screening: Any) -> None:
    page = run(screening)
    page.groups.draft_button.click()
    screening.settle()
    batch = screening.window.page
    assert isinstance(batch, BatchPage)
    assert [row.number for row in batch.table.rows_model.rows] == ["2021201234562"]


def test_the_sheet_is_written(screening: Any, tmp_path: Path) -> None:
    run(screening)
    screening.answers["save_file"] = tmp_path / "check.csv"
    screening.window.page.save()
    screening.settle()
    assert len((tmp_path / "check.csv").read_text(encoding="utf-8-sig").splitlines()) >= 3


def test_what_is_not_judged_is_said(screening: Any, desk: Desk, patents: Any) -> None:
    from olapp.services.changes import Changes

    page = run(screening)
    desk.portfolio.add(patents.holding(patents.NUMBERS[1]))
    page.look_again(Changes(holdings=True))
    screening.settle()
    assert "Not judged, or changed since: 1" in page.standing.text()


def test_nothing_to_open_leads_nowhere(screening: Any) -> None:
    page: ScreeningPage = screening.window.page
    (button,) = (each for each in page.findChildren(QPushButton) if "for all" in each.text())
    button.click()
    screening.settle()
    assert screening.window.page is page
    assert "No patent" in screening.window.place.notices.text
