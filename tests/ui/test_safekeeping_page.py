"""Backups on the screen: made, looked into, put back; everything out and in."""

from pathlib import Path
from typing import Any

import pytest

from olapp.services.desk import Desk
from olapp.ui.pages.safekeeping import SafekeepingPage


@pytest.fixture
def keeping(open_desktop: Any, desk: Desk, patents: Any) -> Any:
    desk.portfolio.add(patents.holding())
    desktop = open_desktop("en")
    desktop.window.go("safekeeping")
    desktop.settle()
    assert isinstance(desktop.window.page, SafekeepingPage)
    return desktop


def backed_up(desktop: Any) -> SafekeepingPage:
    page: SafekeepingPage = desktop.window.page
    page.backup_button.click()
    desktop.settle()
    return page


def test_a_backup_is_listed(keeping: Any) -> None:
    page = backed_up(keeping)
    assert len(page.backups.table.rows_model.rows) == 1
    assert "asked for" in page.backups.table.rows_model.text(0, 1)


def test_a_backup_is_put_back_only_after_a_look(keeping: Any, desk: Desk, patents: Any) -> None:
    page = backed_up(keeping)
    desk.portfolio.add(patents.utility_model())
    assert not page.backups.restore.isEnabled()
    page.backups.look.click()
    keeping.settle()
    assert "- 2021201234562" in page.backups.changes.toPlainText()
    keeping.answers["choose"] = "Put back"
    page.backups.restore.click()
    keeping.settle()
    assert desk.portfolio.count() == 1
    assert len(page.backups.table.rows_model.rows) == 2


def test_whoever_says_no_keeps_the_desk(keeping: Any, desk: Desk, patents: Any) -> None:
    page = backed_up(keeping)
    desk.portfolio.add(patents.utility_model())
    page.backups.look.click()
    keeping.settle()
    page.backups.restore.click()
    keeping.settle()
    assert desk.portfolio.count() == 2


def test_an_equal_backup_has_nothing_to_put_back(keeping: Any) -> None:
    page = backed_up(keeping)
    page.backups.look.click()
    keeping.settle()
    assert "the same" in page.backups.summary.text()
    assert not page.backups.restore.isEnabled()


def test_everything_out_and_in_again(
    keeping: Any, desk: Desk, patents: Any, tmp_path: Path
) -> None:
    page = keeping.window.page
    keeping.answers |= {"save_file": tmp_path / "all.zip", "open_file": tmp_path / "all.zip"}
    page.export_button.click()
    keeping.settle()
    desk.portfolio.add(patents.utility_model())
    keeping.answers["choose"] = "Take everything in"
    page.import_button.click()
    keeping.settle()
    rows = desk.portfolio.rows(desk.portfolio.ids())
    assert [row.number for row in rows] == ["2020101234562"]


def test_a_damaged_backup_is_told_with_its_name(keeping: Any) -> None:
    page = backed_up(keeping)
    backup = page.backups.table.rows_model.rows[0]
    backup.path.write_bytes(b"no database")
    page.backups.look.click()
    keeping.settle()
    assert backup.path.name in keeping.said[-1]
    assert not page.backups.restore.isEnabled()
