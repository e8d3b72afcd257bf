"""Delimited lists, running text, web pages and XML in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from olapp.exchange import guard
from olapp.exchange.book import Book, Stopped, UnreadableFile
from olapp.exchange.reading import read_book

Make = Callable[..., Path]
LIST = "申请号,专利名称,申请人\n201710027705.6,一种电池热管理装置,示例大学\n"


def rows_of(book: Book) -> list[tuple[object, ...]]:
    return list(book.sheets[0].rows)


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_encoding_line_end_and_delimiter_gives_the_same_rows(
    file_of: Make, encoding: str, told: str, end: str, delimiter: str
) -> None:
    text = LIST.replace("\n", end).replace(",", delimiter)
    book = read_book(file_of("list.csv", text, encoding))
    assert (book.kind, book.encoding) == ("csv", told)
    assert rows_of(book) == [
        ("申请号", "专利名称", "申请人"),
        ("201710027705.6", "一种电池热管理装置", "示例大学"),
    ]


def test_western_letters_are_a_last_resort_and_say_so(file_of: Make) -> None:
    text = "title,applicant\nProcédé à froid,Société Générale\nÖl über,Größe\n"
    book = read_book(file_of("list.csv", text.encode("windows-1252") + b"\x81,b\n"))
    assert book.encoding == "windows-1252"
    assert book.is_encoding_doubtful
    assert rows_of(book)[1:] == [
        ("Procédé à froid", "Société Générale"),
        ("Öl über", "Größe"),
        ("\ufffd", "b"),
    ]


def test_lines_of_two_encodings_are_each_read_in_their_own(file_of: Make) -> None:
    body = LIST.encode() + "201810323021.5,无人机避障方法,示例学院\n".encode("gb18030")
    book = read_book(file_of("list.csv", body))
    assert (book.encoding, book.is_encoding_doubtful) == ("mixed", True)
    assert rows_of(book)[1:] == [
        ("201710027705.6", "一种电池热管理装置", "示例大学"),
        ("201810323021.5", "无人机避障方法", "示例学院"),
    ]


def test_one_broken_letter_spoils_its_own_cell_alone(file_of: Make) -> None:
    body = (LIST * 3).encode().replace("示例大学".encode(), b"\xe7\xa4" + "例大学".encode(), 1)
    book = read_book(file_of("list.csv", body))
    assert rows_of(book)[1][2] == "\ufffd例大学"
    assert rows_of(book)[3][2] == "示例大学"


def test_line_breaks_inside_quotation_marks_stay_in_the_cell(file_of: Make) -> None:
    text = '20110929,ZL 201110294120.3,"甲大学\r\n乙研究所",名称\r\n'
    assert rows_of(read_book(file_of("list.csv", text)))[0][2] == "甲大学\n乙研究所"


def test_cells_beyond_the_header_are_kept_when_they_hold_something(file_of: Make) -> None:
    text = '"a","b"\n"1","2",\n"3","4","5"\n'
    assert rows_of(read_book(file_of("list.csv", text))) == [
        ("a", "b"),
        ("1", "2"),
        ("3", "4", "5"),
    ]


def test_blank_lines_count_as_rows(file_of: Make) -> None:
    assert rows_of(read_book(file_of("list.csv", "a,b\n\n1,2\n"))) == [
        ("a", "b"),
        (),
        ("1", "2"),
    ]


def test_banner_lines_do_not_hide_the_delimiter(file_of: Make) -> None:
    text = "search URL:,https://a.example\n" + "id;x,title,assignee\n" + "CN-1-A,t; u,v\n" * 5
    assert rows_of(read_book(file_of("list.csv", text)))[2] == ("CN-1-A", "t; u", "v")


def test_ways_to_keep_a_number_text_are_seen_through(file_of: Make) -> None:
    text = 'a,b\n"=""0012""","=HYPERLINK(""https://a.example"",""CN1A"")"\n=1+1,x\n'
    assert rows_of(read_book(file_of("list.csv", text)))[1:] == [
        ("0012", "CN1A"),
        ("=1+1", "x"),
    ]


def test_a_quotation_mark_never_closed_is_told_with_its_row(file_of: Make) -> None:
    text = "a,b\n1,2\n" + '"3,4\n' + "5,6\n" * 900
    with pytest.raises(UnreadableFile, match="opens in row 3"):
        read_book(file_of("list.csv", text))


def test_a_cell_of_a_million_letters_is_refused(file_of: Make) -> None:
    text = "a,b\n1,2\n" * 50 + "x" * (guard.LONGEST_CELL + 1) + ",y\n"
    with pytest.raises(UnreadableFile, match="cell of row 101"):
        read_book(file_of("list.csv", text))


def test_a_line_without_end_is_refused(file_of: Make) -> None:
    with pytest.raises(UnreadableFile, match="longer than any list"):
        read_book(file_of("list.csv", "a,b\n" * 500 + "x," * (5 * guard.LONGEST_CELL)))


def test_a_list_that_would_fill_the_memory_is_refused(
    file_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "HEAVIEST_LIST", 2**20)
    with pytest.raises(UnreadableFile, match="Split it"):
        read_book(file_of("list.csv", LIST * 10_000))


def test_a_person_may_stop_a_long_list(file_of: Make) -> None:
    with pytest.raises(Stopped):
        read_book(file_of("list.csv", LIST * 2_000), cancelled=lambda: True)


def test_references_of_literature_are_running_text(file_of: Make) -> None:
    text = (
        "[1]甲,乙,丙. 一种方法[P]. 江苏：CN1,2018-01-02.\r\n\r\n[2]丁. 装置, 与方法, 用途[P].\r\n"
    )
    book = read_book(file_of("refs.txt", text, "gb18030"))
    assert book.kind == "text"
    assert book.body == text.replace("\r\n", "\n").encode()


def test_a_bare_list_of_numbers_is_a_sheet_of_one_column(file_of: Make) -> None:
    book = read_book(file_of("numbers.txt", "201710027705.6\n201810323021.5\n"))
    assert rows_of(book) == [("201710027705.6",), ("201810323021.5",)]


def test_a_web_page_named_xls_gives_its_table(file_of: Make) -> None:
    page = (
        "<html><head><meta charset=gb2312><style>td{x}</style></head><body><table>"
        "<tr><th>申请号<th>专利名称</tr><tr><td colspan=2>&nbsp;x</td></tr>"
        "<tr><td>201710027705.6</td><td>一种<b>电池</b><br>装置</td></tr></table></body></html>"
    )
    book = read_book(file_of("list.xls", page, "gb18030"))
    assert book.kind == "html"
    assert rows_of(book) == [
        ("申请号", "专利名称"),
        ("x",),
        ("201710027705.6", "一种电池\n装置"),
    ]


def test_a_workbook_in_xml_gives_its_sheets(file_of: Make) -> None:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    body = (
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">'
        '<Worksheet ss:Name="清单"><Table><Row ss:Index="2"><Cell ss:Index="2">'
        '<Data ss:Type="Number">7</Data></Cell><Cell><Data ss:Type="String">甲</Data></Cell>'
        "</Row></Table></Worksheet></Workbook>"
    )
    book = read_book(file_of("list.xls", body))
    assert (book.sheets[0].name, rows_of(book)) == ("清单", [(), (None, 7, "甲")])


def test_office_xml_is_read_without_the_definitions_it_names(file_of: Make) -> None:
    body = '<?xml version="1.0"?><!DOCTYPE a SYSTEM "/DTDS/a.dtd"[]><a>&copy;&thgr;&amp;</a>'
    book = read_book(file_of("a.xml", body))
    assert book.body is not None
    assert book.body.decode().endswith("<a>©&amp;thgr;&amp;</a>")


def test_xml_in_a_chinese_encoding_is_made_utf_8(file_of: Make) -> None:
    body = '<?xml version="1.0" encoding="GB2312"?><a>专利</a>'
    book = read_book(file_of("a.xml", body, "gb18030"))
    assert book.body is not None
    assert "<a>专利</a>" in book.body.decode()


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "words of its own"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>', "words of its own"),
        ("<a>" * 300 + "</a>" * 300, "deeper than"),
        ("<a><b></a>", "no proper XML"),
    ],
)
def test_xml_made_to_do_harm_is_refused(file_of: Make, body: str, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why):
        read_book(file_of("a.xml", body))


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "is empty"),
        (b"\x7fELF" + bytes(100), "a program"),
        (b"MZ" + bytes(100), "a program"),
        (b"%PDF-1.7", "a PDF document"),
        (bytes(range(256)) * 20, "no text and in no workbook"),
        (b"a,b\n1,2\n\n" + bytes(100), "no text and in no workbook"),
        (b"<html><body><p>no</p></body></html>", "without a table"),
        (b",,,\n,,,\n", "nothing in its sheets"),
    ],
)
def test_what_is_no_list_is_told_what_it_is(file_of: Make, body: bytes, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why):
        read_book(file_of("list.csv", body))


def test_a_locked_workbook_is_told_so(file_of: Make) -> None:
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    body = head + "EncryptedPackage".encode("utf-16-le") + bytes(400)
    with pytest.raises(UnreadableFile, match="password"):
        read_book(file_of("list.xlsx", body))


def test_a_folder_and_a_missing_file_are_told_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="This is a folder"):
        read_book(tmp_path)
    with pytest.raises(UnreadableFile, match="no such file"):
        read_book(tmp_path / "missing.csv")


def test_lists_of_the_samples_give_all_their_rows(shared: Path) -> None:
    found = {
        name: (len(rows_of(book)), max(map(len, rows_of(book))), book.encoding)
        for name in (
            "lens/lens_cr_only.csv",
            "google-patents/gp_resaved_semicolon.csv",
            "patentics-csv/ptics_ar_cn.csv",
            "org-list/uni_list_no_header.csv",
        )
        for book in [read_book(shared / "samples" / name)]
    }
    assert found == {
        "lens/lens_cr_only.csv": (1001, 25, "windows-1252"),
        "google-patents/gp_resaved_semicolon.csv": (1500, 10, "utf-8"),
        "patentics-csv/ptics_ar_cn.csv": (4482, 24, "utf-8-sig"),
        "org-list/uni_list_no_header.csv": (63, 6, "utf-8"),
    }
