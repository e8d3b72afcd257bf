"""Workbooks in: what a person sees in the cells is what arrives."""

import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from xlsxwriter import Workbook

from olapp.exchange import child, guard
from olapp.exchange.book import Book, Stopped, UnreadableFile
from olapp.exchange.reading import read_book

Make = Callable[[str], Path]


def cell(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def rows_of(book: Book) -> list[tuple[object, ...]]:
    return list(book.sheets[0].rows)


def test_dates_are_dates_and_whole_numbers_have_no_point(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with Workbook(str(path)) as made:
        sheet = made.add_worksheet()
        day = made.add_format({"num_format": "yyyy/m/d"})
        sheet.write_row(0, 0, ["申请号", "申请日", "年度", "年费"])
        sheet.write_number(1, 0, 2019112345678)
        sheet.write_datetime(1, 1, date(2019, 11, 12), day)
        sheet.write_number(1, 2, 7)
        sheet.write_number(1, 3, 0.1 + 0.2)
    assert rows_of(read_book(path))[1] == (
        2019112345678,
        date(2019, 11, 12),
        7,
        Decimal("0.3"),
    )


def test_a_number_already_spoilt_stays_the_text_it_is(workbook_of: Make) -> None:
    path = workbook_of(f'<row r="1">{cell("A1", "2.01911E+12")}</row>')
    assert rows_of(read_book(path)) == [("2.01911E+12",)]


@pytest.mark.parametrize("value", ["", "<v></v>", "<v/>", "<v>0</v>"])
def test_a_linked_number_nobody_computed_is_read_from_its_formula(
    workbook_of: Make, value: str
) -> None:
    formula = "HYPERLINK(&quot;https://a.example/?a=1&amp;amp;b&quot;,&quot;CN109000000A&quot;)"
    path = workbook_of(f'<row r="2"><c s="1" r="C2"><f>{formula}</f>{value}</c></row>')
    assert rows_of(read_book(path)) == [(), (None, None, "CN109000000A")]


def test_the_value_a_link_shows_is_kept_when_it_is_there(workbook_of: Make) -> None:
    formula = "HYPERLINK(&quot;https://a.example&quot;,&quot;other&quot;)"
    path = workbook_of(f'<row r="1"><c r="A1" t="str"><f>{formula}</f><v>CN1A</v></c></row>')
    assert rows_of(read_book(path)) == [("CN1A",)]


def test_no_other_formula_is_ever_computed(workbook_of: Make) -> None:
    path = workbook_of(f'<row r="1">{cell("A1", "a")}<c r="B1"><f>1+1</f></c></row>')
    assert rows_of(read_book(path)) == [("a",)]


def test_line_breaks_of_excel_are_plain_ones(workbook_of: Make) -> None:
    path = workbook_of(f'<row r="1">{cell("A1", "甲_x000D_&#10;乙")}</row>')
    assert rows_of(read_book(path)) == [("甲\n乙",)]


def test_rows_keep_the_numbers_they_have_in_the_file(workbook_of: Make) -> None:
    path = workbook_of(f'<row r="3">{cell("B3", "a")}</row><row r="5">{cell("A5", "b")}</row>')
    assert rows_of(read_book(path)) == [(), (), (None, "a"), (), ("b",)]


def test_a_workbook_is_known_by_its_content(workbook_of: Make) -> None:
    path = workbook_of(f'<row r="1">{cell("A1", "a")}</row>')
    book = read_book(path.rename(path.with_suffix(".csv")))
    assert (book.kind, book.sheets[0].name, rows_of(book)) == ("xlsx", "清单", [("a",)])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no bound on memory there")
@pytest.mark.parametrize("far", ["XFD1048576", "AA1048576"])
def test_a_cell_far_away_that_would_take_all_memory_is_refused(workbook_of: Make, far: str) -> None:
    path = workbook_of(f'<row r="1">{cell("A1", "a")}</row><row r="1048576">{cell(far, "b")}</row>')
    with pytest.raises(UnreadableFile, match="more than the program reads"):
        read_book(path)


def test_a_zip_bomb_is_refused_whatever_it_says_of_its_size(workbook_of: Make) -> None:
    path = workbook_of(f'<row r="1">{cell("A1", "a")}</row>')
    with ZipFile(path, "a", ZIP_DEFLATED) as archive, archive.open("xl/bomb.xml", "w") as part:
        for _ in range(guard.LARGEST_INFLATED // 2**20 + 1):
            part.write(bytes(2**20))
    with pytest.raises(UnreadableFile, match="made to do harm"):
        read_book(path)
    body = path.read_bytes()
    size = (guard.LARGEST_INFLATED + 2**20).to_bytes(4, "little")
    path.write_bytes(body.replace(size, (10).to_bytes(4, "little")))
    assert path.read_bytes() != body
    with pytest.raises(UnreadableFile, match="made to do harm"):
        read_book(path)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.99])
def test_half_a_workbook_is_refused(workbook_of: Make, share: float) -> None:
    path = workbook_of(f'<row r="1">{cell("A1", "a")}</row>')
    body = path.read_bytes()
    path.write_bytes(body[: int(len(body) * share)])
    with pytest.raises(UnreadableFile, match="cut off or broken"):
        read_book(path)


def test_an_archive_whose_contents_lie_before_its_beginning_is_refused(
    workbook_of: Make,
) -> None:
    path = workbook_of(f'<row r="1">{cell("A1", "a")}</row>')
    body = path.read_bytes()
    end = body.rindex(b"PK\x05\x06")
    path.write_bytes(body[: end + 16] + b"\xff\xff\xff\x00" + body[end + 20 :])
    with pytest.raises(UnreadableFile, match="cut off or broken"):
        read_book(path)


def test_entities_in_a_workbook_come_to_nothing(workbook_of: Make) -> None:
    path = workbook_of("")
    bomb = '<!DOCTYPE a [<!ENTITY b "harm"><!ENTITY c "&b;&b;">]>'
    with ZipFile(path, "a", ZIP_DEFLATED) as archive:
        archive.writestr(
            "xl/sharedStrings.xml",
            f'{bomb}<sst count="1"><si><t>&c;</t></si></sst>',
        )
    with pytest.raises(UnreadableFile):
        read_book(path)


def test_a_reader_that_hangs_is_ended(workbook_of: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook_of(f'<row r="1">{cell("A1", "a")}</row>')
    monkeypatch.setattr(child, "_PATIENCE", 0.0)
    with pytest.raises(UnreadableFile, match="more than the program reads"):
        read_book(path)


def test_the_bundled_program_reads_by_starting_itself(
    workbook_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook_of(f'<row r="1">{cell("A1", "a")}</row>')
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-m", "olapp", child.FLAG])
    assert rows_of(read_book(path)) == [("a",)]


def test_days_are_days_in_every_way_of_writing_them(tmp_path: Path) -> None:
    path = tmp_path / "days.xlsx"
    formats = ('yyyy"年"m"月"d"日"', "[$-804]yyyy/m/d;@", "yyyy-mm-dd hh:mm", "dd.mm.yyyy")
    with Workbook(str(path)) as made:
        sheet = made.add_worksheet()
        for column, format_ in enumerate(formats):
            style = made.add_format({"num_format": format_})
            sheet.write_datetime(0, column, date(2019, 11, 12), style)
    assert rows_of(read_book(path)) == [(date(2019, 11, 12),) * 4]


def test_a_person_may_stop_it(workbook_of: Make) -> None:
    path = workbook_of(f'<row r="1">{cell("A1", "a")}</row>')
    with pytest.raises(Stopped):
        read_book(path, cancelled=lambda: True)


def test_progress_ends_at_the_last_row(workbook_of: Make) -> None:
    path = workbook_of(f'<row r="1">{cell("A1", "a")}</row><row r="2">{cell("A2", "b")}</row>')
    told: list[tuple[int, int, str]] = []
    read_book(path, progress=lambda *step: told.append(step))
    assert told[-1] == (2, 2, "清单")


def test_old_workbooks_of_the_samples_give_all_their_rows(shared: Path) -> None:
    found = {
        name: len(rows_of(read_book(shared / "samples" / name)))
        for name in (
            "cnipr/cnipr_45col.xls",
            "pss-system/pss_5rows.xls",
            "espacenet/espacenet_old_banner.xls",
        )
    }
    assert found == {
        "cnipr/cnipr_45col.xls": 114,
        "pss-system/pss_5rows.xls": 6,
        "espacenet/espacenet_old_banner.xls": 30,
    }
