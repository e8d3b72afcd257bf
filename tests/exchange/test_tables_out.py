"""Tables out: nothing runs, nothing is lost, whole or not at all."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from olapp.domain.money import Yuan
from olapp.exchange.formulas import disarmed, rearmed
from olapp.exchange.reading import read_book
from olapp.exchange.sheet_out import Column, Shown, write_sheet

COLUMNS = (
    Column("专利号"),
    Column("申请日", "date"),
    Column("年费", "money"),
    Column("年度", "number"),
    Column("备注"),
)
ROWS: list[tuple[Shown, ...]] = [
    ("201710027705.6", date(2017, 1, 16), Yuan.of("1200.505"), 7, "=1+1"),
    ("2019112345678", date(1899, 1, 1), None, Decimal("0.5"), "+86 10\n第二行"),
    ("0012", None, Yuan.of(0), None, "https://a.example"),
]


@pytest.mark.parametrize("format", ["xlsx", "csv"])
def test_what_goes_out_comes_back(tmp_path: Path, format: Literal["xlsx", "csv"]) -> None:  # noqa: A002
    path = tmp_path / f"list.{format}"
    write_sheet(path, "清单", COLUMNS, ROWS, format)
    rows = list(read_book(path).sheets[0].rows)
    assert rows[0] == tuple(column.label for column in COLUMNS)
    assert [[str(cell) for cell in row] for row in rows[1:]] == [
        ["201710027705.6", "2017-01-16", "1200.51", "7", "=1+1"],
        ["2019112345678", "1899-01-01", "None", "0.5", "+86 10\n第二行"],
        ["0012", "None", "0" if format == "xlsx" else "0.00", "None", "https://a.example"],
    ]


def test_a_workbook_holds_figures_and_days_as_such(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    write_sheet(path, "清单", COLUMNS, ROWS)
    assert read_book(path).sheets[0].rows[1] == (
        "201710027705.6",
        date(2017, 1, 16),
        Decimal("1200.51"),
        7,
        "=1+1",
    )


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    texts = ("=1+1", '=HYPERLINK("https://a.example")', "https://a.example", "{=1}", "@SUM(A1)")
    write_sheet(path, "清单", [Column("=1+1")], [(text,) for text in texts])
    with ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert sheet.count(b't="inlineStr"') == len(texts) + 1
    assert b"<f" not in sheet
    assert b"<hyperlink" not in sheet


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_of_delimited_text_begins_like_a_formula(tmp_path: Path, start: str) -> None:
    path = tmp_path / "list.csv"
    write_sheet(path, "清单", [Column("备注")], [(f"{start}cmd|' /C calc'!A0",)], "csv")
    assert f"\n\"'{start}cmd" in path.read_bytes().decode("utf-8-sig")


def test_a_cell_with_another_delimiter_stays_inside_its_quotation_marks(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    write_sheet(path, "清单", [Column("a"), Column("b")], [("x;=1+1", 'y";=1+1')], "csv")
    assert path.read_bytes().decode("utf-8-sig") == '"a","b"\r\n"x;=1+1","y"";=1+1"\r\n'


@given(st.text(alphabet=st.sampled_from("'=+-@\t\ra甲"), max_size=6))
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert rearmed(disarmed(text)) == text


def test_equal_tables_give_equal_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    write_sheet(one, "清单", COLUMNS, ROWS)
    write_sheet(other, "清单", COLUMNS, ROWS)
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("format", ["xlsx", "csv"])
def test_a_table_that_fails_leaves_the_old_file(
    tmp_path: Path,
    format: Literal["xlsx", "csv"],  # noqa: A002
) -> None:
    path = tmp_path / f"list.{format}"
    path.write_text("old")

    def rows() -> Iterator[tuple[Shown, ...]]:
        yield ROWS[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_sheet(path, "清单", COLUMNS, rows(), format)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("format", ["xlsx", "csv"])
def test_a_table_is_for_the_person_alone(
    tmp_path: Path,
    format: Literal["xlsx", "csv"],  # noqa: A002
) -> None:
    path = tmp_path / f"list.{format}"
    write_sheet(path, "清单", COLUMNS, ROWS, format)
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("title", "fitting"),
    [("[甲]/乙:?*", "甲 乙"), ("x" * 40, "x" * 31), ("", "Sheet"), ("History", "Sheet")],
)
def test_a_title_excel_would_refuse_is_made_to_fit(
    tmp_path: Path, title: str, fitting: str
) -> None:
    path = tmp_path / "book.xlsx"
    write_sheet(path, title, [Column("a")], [("1",)])
    assert CalamineWorkbook.from_path(path).sheet_names == [fitting]


def test_the_widest_text_a_cell_takes_is_cut_and_marked(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    write_sheet(path, "清单", [Column("摘要")], [("长" * 40_000,), ("\ud800x_x0041_",)])
    rows = read_book(path).sheets[0].rows
    assert rows[1] == ("长" * 32_766 + "…",)
    assert rows[2] == ("\ufffdx_x0041_",)
