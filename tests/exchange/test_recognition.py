from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from olapp.exchange.book import Book, Row, Sheet
from olapp.exchange.mapping import Certainty
from olapp.exchange.reading import read_book
from olapp.exchange.recognition import mapped, recognise
from olapp.exchange.records import records


def book_of(*rows: Row) -> Book:
    return Book(kind="csv", sheets=(Sheet("", rows),))


def fields_of(book: Book) -> dict[str, int]:
    pairs = recognise(book).mapping.columns
    return {path: index for index, path in reversed(pairs)}


HEADERS = {
    "incopat": ("序号", "标题 (中文)", "公开（公告）号", "申请号", "公开国别", "链接到incoPat"),
    "patsnap": ("公开(公告)号", "标题", "当前申请(专利权)人地市", "法律状态/事件", "预估到期日"),
    "patentics": ("公开号", "申请号", "国际分类", "国际主分类", "专利度", "特征度"),
    "cnipr": ("名称", "申请号", "战略新兴产业标识", "维持年限超十年", "质押融资"),
    "pss-system": ("专利名称", "法律状态最后修改日期", "申请公布日/授权公告日", "申请号"),
    "cpquery": ("申请号/专利号", "发明名称", "案件状态", "发明专利申请公布号"),
    "derwent": ("公开号", "标题 (原文)", "失效/有效", "预计剩余有效期", "IPC - 现版"),
    "derwent-index": ("PN", "TI", "AU", "AE", "GA", "AB", "DC", "MC"),
    "lens": ("#", "Jurisdiction", "Display Key", "Lens ID", "Simple Family Size", "Title"),
    "google-patents": ("id", "title", "assignee", "inventor/author", "filing/creation date"),
    "espacenet": ("Titre", "Inventeurs", "Demandeurs", "Numéro de publication", "CIB"),
    "patentscope": ("Application Id", "Application Number", "Country", "Title", "I P C"),
    "own-list": ("专利名称", "申请号", "申请人", "申请日", "主分类号"),
}


@pytest.mark.parametrize("key", HEADERS)
def test_a_source_is_known_by_its_own_header_names(key: str) -> None:
    match = recognise(book_of(HEADERS[key], ("x",) * 5))
    assert (match.key, match.certainty, match.header_row) == (key, Certainty.SURE, 1)


def test_banner_rows_are_passed_over() -> None:
    banner = ("Derwent Innovation Patent Export", None, "检索结果源自: " + "公开号=" * 4000)
    match = recognise(book_of((), banner, (), HEADERS["derwent"]))
    assert match.header_row == 4
    assert match.headers == HEADERS["derwent"]


def test_a_table_of_nobody_s_gets_a_proposal_by_its_header() -> None:
    header = ("编号", "专利号", "专利名称", "授权公告日", "所属学院", "年费已缴至年度", "随便")
    match = recognise(book_of(header, ("1", "ZL201710027705.6", "方法", "2019-01-01", "甲学院")))
    assert (match.key, match.certainty) == ("unknown", Certainty.LIKELY)
    assert {path: index for index, path in match.mapping.columns} == {
        "patent.number": 1,
        "patent.title": 2,
        "patent.granted_on": 3,
        "department": 4,
        "patent.fees_paid_through": 5,
    }


ROWS: tuple[Row, ...] = (
    ("甲大学", "一种用于测试的导入方法", "ZL201710027705.6", "2017/1/16", "张三、李四", "授权"),
    ("甲大学", "一种用于测试的读取装置", "201710027718.3", "2017/1/16", "张三", "申请"),
    ("甲大学", "一种用于测试的列表结构", "201710027703.7", "2017/1/16", "李四", "授权"),
)


def test_a_table_without_header_is_guessed_by_what_stands_in_it() -> None:
    match = recognise(book_of(*ROWS))
    assert (match.certainty, match.header_row) == (Certainty.GUESSED, None)
    assert fields_of(book_of(*ROWS)) == {
        "applicants": 0,
        "patent.title": 1,
        "patent.number": 2,
        "patent.filed_on": 3,
        "inventors": 4,
        "state": 5,
    }


def test_a_header_of_names_nobody_knows_is_no_row() -> None:
    book = book_of(("单位", "东西", "编码一", "时间一", "谁", "情况"), *ROWS)
    match = recognise(book)
    assert match.header_row == 1
    assert len(list(records(book, match))) == len(ROWS)


def test_a_table_of_something_else_proposes_nothing() -> None:
    match = recognise(book_of(("苹果", 3), ("梨", 4)))
    assert (match.key, match.certainty) == ("unknown", Certainty.GUESSED)
    assert match.mapping.columns == ()


def test_of_several_sheets_the_one_with_the_patents_is_taken() -> None:
    cover = Sheet("说明", tuple((f"第{i}行说明",) for i in range(50)))
    table = Sheet("清单", (HEADERS["own-list"], ("方法", "201710027705.6", "甲大学")))
    match = recognise(Book(kind="xlsx", sheets=(cover, table)))
    assert (match.sheet, match.key) == (1, "own-list")


def test_sheets_of_one_shape_are_read_one_after_the_other() -> None:
    first = Sheet("发明", (HEADERS["own-list"], ("方法", "201710027705.6", "甲大学")))
    banner = ("甲大学实用新型清单",)
    second = Sheet("实用新型", (banner, HEADERS["own-list"], ("装置", "202022003548.0", "甲大学")))
    other = Sheet("商标", (("商标", "注册号"), ("某某", "1234567")))
    book = Book(kind="xlsx", sheets=(first, second, other))
    match = recognise(book)
    assert match.more_sheets == ((1, 2),)
    found = list(records(book, match))
    assert [(each.place.sheet, each.place.row) for each in found] == [("发明", 2), ("实用新型", 3)]
    assert [each.holding.patent.title for each in found] == ["方法", "装置"]


def test_the_order_of_day_and_month_is_told_by_the_whole_column() -> None:
    header = ("id", "title", "assignee", "inventor/author", "filing/creation date")
    dates = ["03/04/2012", "05/06/2012", "24/09/2012"]
    rows = [(f"US-{8001762 + i}-B2", "t", "a", "b", text) for i, text in enumerate(dates)]
    assert recognise(book_of(header, *rows)).mapping.day_order == "dmy"
    assert recognise(book_of(header, *rows[:2])).mapping.day_order is None


def test_a_mapping_a_person_changed_is_read_anew() -> None:
    book = book_of(("a", "b", "c"), ("方法", "201710027705.6", "24/09/2012"))
    match = recognise(book)
    pairs = ((0, "attributes.短名"), (1, "patent.number"), (2, "patent.granted_on"))
    changed = replace(
        match, header_row=1, headers=("a", "b", "c"), mapping=mapped(book.sheets[0], 1, pairs)
    )
    [record] = records(book, changed)
    assert record.holding.attributes[0].value == "方法"
    assert str(record.holding.patent.granted_on) == "2012-09-24"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_a_list_is_the_same_in_every_encoding(encoding: str, file_of: Callable[..., Path]) -> None:
    text = (
        "专利名称,申请号,申请人,申请日,主分类号\r\n"
        "一种方法,201710027705.6,甲大学,2017-01-16,G06F3/01\r\n"
    )
    book = read_book(file_of("list.csv", text, encoding))
    [record] = records(book, recognise(book))
    assert record.holding.patent.title == "一种方法"
    assert record.holding.applicants == ("甲大学",)


def test_an_empty_file_is_of_no_source() -> None:
    assert recognise(Book(kind="csv", sheets=())).key == "unknown"
    assert list(records(book_of(), recognise(book_of()))) == []
