"""The import as a person goes through it: file, columns, dry run, commit, undo."""

import csv
import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from olapp.domain.patent import PatentKind
from olapp.services.desk import Desk
from olapp.services.planning import RowFate
from olapp.ui.pages.import_wizard import ImportPage

HEADER = ("申请号", "发明名称", "专利权人", "申请日", "内部说明")
FIRST = ("202010123456.2", "一种示例水泵", "示例大学", "2020-02-10", "甲")
SECOND = ("202010234567.0", "一种示例支架", "示例大学", "2020-03-24", "乙")


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Writes a list as a spreadsheet program does."""

    def write(*rows: Sequence[str], name: str = "清单.csv") -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows([HEADER, *rows])
        at = datetime(2026, 11, 1, 12, tzinfo=UTC).timestamp()
        os.utime(path, (at, at))
        return path

    return write


@pytest.fixture
def wizard(open_desktop: Any) -> Any:
    desktop = open_desktop("en")
    desktop.window.go("import")
    desktop.settle()
    assert isinstance(desktop.window.page, ImportPage)
    return desktop


def look_at(desktop: Any, path: Path) -> ImportPage:
    desktop.answers["open_file"] = path
    desktop.window.page.choose.zone.button.click()
    desktop.settle()
    page: ImportPage = desktop.window.page
    return page


def dry_run(desktop: Any, path: Path) -> ImportPage:
    page = look_at(desktop, path)
    page.mapping.go_on.click()
    desktop.settle()
    return page


def take_in(desktop: Any, path: Path) -> ImportPage:
    page = dry_run(desktop, path)
    page.dry_run.commit.click()
    desktop.settle()
    return page


def test_the_columns_are_proposed_with_their_first_values(wizard: Any, table: Any) -> None:
    page = look_at(wizard, table(FIRST, SECOND))
    assert page.mapping.columns.columns()[0] == "patent.number"
    assert page.mapping.columns.columns()[1] == "patent.title"
    assert 4 not in page.mapping.columns.columns()
    assert [row.holding.patent.title for row in page.mapping.preview.rows_model.rows] == [
        "一种示例水泵",
        "一种示例支架",
    ]
    assert page.mapping.day() is not None


def test_another_reading_of_a_column_shows_in_the_preview_and_is_remembered(
    wizard: Any, table: Any
) -> None:
    page = look_at(wizard, table(FIRST))
    box = page.mapping.columns.box(4)
    at = box.findData("department", Qt.ItemDataRole.UserRole)
    box.setCurrentIndex(at)
    box.activated.emit(at)
    wizard.settle()
    assert page.mapping.preview.rows_model.rows[0].holding.department == "甲"
    page.mapping.go_on.click()
    wizard.settle()
    page = look_again(wizard, table(SECOND, name="下月.csv"))
    assert page.mapping.columns.columns()[4] == "department"
    assert "read this table before" in page.mapping.source.text()


def look_again(desktop: Any, path: Path) -> ImportPage:
    page: ImportPage = desktop.window.page
    page.result.next_asked.emit()
    return look_at(desktop, path)


def test_a_person_says_whether_the_day_or_the_month_comes_first(wizard: Any, table: Any) -> None:
    page = look_at(wizard, table((FIRST[0], FIRST[1], FIRST[2], "03/04/2012", "")))
    assert page.mapping.preview.rows_model.rows[0].holding.patent.filed_on is None
    at = page.mapping.order.findData("dmy")
    page.mapping.order.setCurrentIndex(at)
    page.mapping.order.activated.emit(at)
    wizard.settle()
    filed_on = page.mapping.preview.rows_model.rows[0].holding.patent.filed_on
    assert filed_on is not None
    assert (filed_on.day, filed_on.month) == (3, 4)


def test_a_dry_run_counts_and_filters_and_writes_nothing(
    wizard: Any, desk: Desk, table: Any
) -> None:
    page = dry_run(wizard, table(FIRST, SECOND, ("", "没有号码", "", "", "")))
    assert desk.portfolio.count() == 0
    assert "New 2" in page.dry_run.chips.chips[RowFate.NEW].text()
    page.dry_run.chips.chips[RowFate.REFUSED].click()
    rows = page.dry_run.table.rows_model.rows
    assert [row.fate for row in rows] == [RowFate.REFUSED]
    assert page.dry_run.details.text()


def test_what_is_taken_in_can_be_undone(wizard: Any, desk: Desk, table: Any) -> None:
    page = take_in(wizard, table(FIRST, SECOND))
    assert desk.portfolio.count() == 2
    assert "Patents new on the desk: 2" in page.result.text.text()
    page.result.undo.click()
    wizard.settle()
    assert desk.portfolio.count() == 0
    assert "Patents taken out again: 2" in page.result.text.text()


def test_the_same_file_again_changes_nothing(wizard: Any, desk: Desk, table: Any) -> None:
    path = table(FIRST, SECOND)
    page = take_in(wizard, path)
    page.result.next.click()
    page = dry_run(wizard, path)
    assert page.dry_run.chips.chips[RowFate.UNCHANGED].text().endswith("2")
    assert not page.dry_run.chips.chips[RowFate.CHANGED].isEnabled()


@pytest.mark.parametrize(("takes", "title"), [(False, "手工名称"), (True, "一种示例水泵")])
def test_what_a_person_typed_stays_unless_the_file_is_chosen(
    wizard: Any, desk: Desk, patents: Any, table: Any, *, takes: bool, title: str
) -> None:
    kept = desk.portfolio.add(patents.holding(title="手工名称"))
    page = dry_run(wizard, table(FIRST))
    conflicts = page.dry_run.conflicts
    at = next(
        at for at, row in enumerate(conflicts.table.rows_model.rows) if row.path == "patent.title"
    )
    shown = [conflicts.table.rows_model.text(at, column) for column in range(5)]
    assert "手工名称" in shown[2]
    assert "2026-11-20" in shown[2]
    assert "一种示例水泵" in shown[3]
    assert "2026-11-01" in shown[3]
    conflicts.table.selectRow(at)
    if takes:
        conflicts.take.click()
    page.dry_run.commit.click()
    wizard.settle()
    assert desk.portfolio.open(kept.id).holding.patent.title == title


def test_an_import_of_before_can_be_undone_from_the_list(
    wizard: Any, desk: Desk, table: Any
) -> None:
    page = take_in(wizard, table(FIRST))
    page.result.next.click()
    wizard.settle()
    assert [row.name for row in page.choose.table.rows_model.rows] == ["清单.csv"]
    wizard.answers["choose"] = "Undo this import"
    page.choose.undo.click()
    wizard.settle()
    assert desk.portfolio.count() == 0
    assert not page.choose.undo.isEnabled()


def test_the_report_is_a_sheet(wizard: Any, table: Any, tmp_path: Path) -> None:
    page = take_in(wizard, table(FIRST))
    wizard.answers["save_file"] = tmp_path / "report.csv"
    page.result.report.click()
    wizard.settle()
    assert "一种示例水泵" in (tmp_path / "report.csv").read_text(encoding="utf-8-sig")


def test_a_file_that_is_no_table_is_refused_with_a_reason_and_the_next_goes_on(
    wizard: Any, table: Any, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    drop(wizard.window.page, broken, table(FIRST))
    wizard.settle()
    assert "broken.xlsx" in wizard.said[-1]
    assert wizard.window.page.mapping.preview.rows_model.rows


def drop(page: ImportPage, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.choose.zone.dropEvent(event)


def test_a_cancelled_import_leaves_the_desk_as_it_was(wizard: Any, desk: Desk, table: Any) -> None:
    rows = [(f"20201{at:07d}", f"示例 {at}", "示例大学", "2020-01-02", "") for at in range(4000)]
    page = dry_run(wizard, table(*rows))
    page.dry_run.commit.click()
    page.job.cancel()  # before the other thread can have written anything
    wizard.settle()
    assert desk.portfolio.count() == 0
    assert "nothing was changed" in wizard.window.place.notices.text
    assert page.dry_run.isVisible()
    page.dry_run.commit.click()
    wizard.settle()
    assert desk.portfolio.count() > 0


def test_patents_imported_can_be_looked_at(wizard: Any, table: Any) -> None:
    page = take_in(wizard, table(FIRST))
    page.result.show_patents.click()
    wizard.settle()
    assert wizard.window.pages.name == "portfolio"


def test_kinds_are_told_by_number(wizard: Any, desk: Desk, table: Any) -> None:
    take_in(wizard, table(FIRST))
    row = desk.portfolio.rows(desk.portfolio.ids())[0]
    assert row.kind is PatentKind.INVENTION


def test_an_import_goes_on_in_another_language_and_look(wizard: Any, table: Any) -> None:
    page = dry_run(wizard, table(FIRST, SECOND))
    wizard.window.go("portfolio")
    wizard.settle()
    wizard.window.choose_language("zh")
    wizard.window.choose_theme("dark")
    wizard.settle()
    wizard.window.go("import")
    wizard.settle()
    again = wizard.window.page
    assert again is not page
    assert again.dry_run.isVisible()
    assert len(again.dry_run.table.rows_model.rows) == 2
    again.dry_run.commit.click()
    wizard.settle()
    assert again.result.isVisible()


def test_a_change_of_language_waits_for_an_import_under_way(
    wizard: Any, table: Any, desk: Desk
) -> None:
    page = dry_run(wizard, table(FIRST, SECOND))
    page.dry_run.commit.click()
    assert page.job.is_running
    wizard.window.choose_language("zh")
    assert wizard.window.page is page
    wizard.bot.waitUntil(lambda: wizard.window.page is not page, timeout=10_000)
    wizard.settle()
    assert desk.portfolio.count() == 2
