"""A batch of declarations on the screen: terms, differences, making, undoing, printing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from olapp.domain.fee import FeeMethod, FeeTerms
from olapp.domain.money import Yuan
from olapp.services.desk import Desk
from olapp.services.drafts import blank
from olapp.ui.pages.batch_draft import BatchPage


@pytest.fixture
def batch(open_desktop: Any, desk: Desk, patents: Any) -> Any:
    ids = tuple(
        desk.portfolio.add(each).id
        for each in (
            patents.holding(),
            patents.utility_model(),
            patents.holding(patents.NUMBERS[1], is_suspended=True),
        )
    )
    terms = FeeTerms(method=FeeMethod.LUMP_SUM, currency="CNY", amount=Yuan.of(50_000))
    desk.drafts.add(replace(blank(), fee=terms))
    desktop = open_desktop("en")
    desktop.window.go("batch", ids)
    desktop.settle()
    assert isinstance(desktop.window.page, BatchPage)
    return desktop


def take_terms(desktop: Any) -> BatchPage:
    page: BatchPage = desktop.window.page
    page.terms.drafts.setCurrentIndex(1)
    page.terms.drafts.activated.emit(1)
    desktop.settle()
    return page


def column(page: BatchPage, label: str) -> list[str]:
    model = page.table.rows_model
    at = [shown.label for shown in model.columns].index(label)
    return [model.text(row, at) for row in range(len(model.rows))]


def test_the_preview_says_what_is_made_and_why_one_is_left_out(batch: Any, desk: Desk) -> None:
    page = batch.window.page
    assert column(page, "What is made") == [
        "Declaration",
        "Declaration",
        "The pre-check bars it.",
    ]
    assert len(desk.drafts.rows()) == 1
    page.terms.takes_barred.setChecked(True)
    batch.settle()
    assert column(page, "What is made") == ["Declaration"] * 3


def test_a_change_while_the_plan_is_made_is_not_forgotten(batch: Any) -> None:
    page = batch.window.page
    page.terms.takes_barred.setChecked(True)
    page.terms.takes_barred.setChecked(False)
    batch.settle()
    assert column(page, "What is made")[2] == "The pre-check bars it."


def test_terms_are_shared_and_one_may_differ(batch: Any, desk: Desk) -> None:
    page = take_terms(batch)
    page.table.selectRow(1)
    batch.answers["line"] = "9000元"
    page.terms.fee.click()
    batch.settle()
    fees = column(page, "Fee")
    assert "50,000.00" in fees[0]
    assert "9,000.00" in fees[1]
    page.make_button.click()
    batch.settle()
    amounts = {
        row.number: desk.drafts.open(row.id).document.fee.amount for row in desk.drafts.rows()
    }
    assert amounts["2020101234562"] == Yuan.of(50_000)
    assert amounts["2021201234562"] == Yuan.of(9_000)


def test_what_cannot_be_read_changes_nothing(batch: Any) -> None:
    page = take_terms(batch)
    page.table.selectRow(0)
    batch.answers["line"] = "many"
    page.terms.fee.click()
    batch.settle()
    assert "many" in batch.said[-1]
    assert "50,000.00" in column(page, "Fee")[0]


def test_one_key_takes_the_batch_back(batch: Any, desk: Desk) -> None:
    page = take_terms(batch)
    page.make_button.click()
    batch.settle()
    assert len(desk.drafts.rows()) == 3
    assert not page.make_button.isEnabled()
    batch.window.run("undo")
    batch.settle()
    assert len(desk.drafts.rows()) == 1
    assert page.make_button.isEnabled()


def test_all_are_printed_to_a_folder_with_an_index(batch: Any, tmp_path: Path) -> None:
    page = take_terms(batch)
    page.make_button.click()
    batch.settle()
    batch.answers["folder"] = tmp_path / "out"
    page.done.print.click()
    batch.settle()
    assert (tmp_path / "out" / "index.xlsx").is_file()
    assert len([path for path in (tmp_path / "out").iterdir() if path.is_dir()]) == 2
    assert "2" in page.done.text.text()
    assert page.done.folder.isVisibleTo(page)


def test_a_batch_stopped_at_once_can_go_on(batch: Any, desk: Desk) -> None:
    page = take_terms(batch)
    page.make_button.click()
    page.job.cancel()
    batch.settle()
    assert page.done.resume.isVisibleTo(page)
    page.done.resume.click()
    batch.settle()
    assert len(desk.drafts.rows()) == 3
    assert not page.done.resume.isVisibleTo(page)
