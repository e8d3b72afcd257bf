"""Records in running text: references of literature, and raw records of the office's search."""

from datetime import date

from olapp.domain.record import Record
from olapp.exchange.book import Book, Sheet
from olapp.exchange.recognition import recognise
from olapp.exchange.records import records

NAMES = (
    "IPC分类号:公开（公告）号:文献唯一标识:发明名称:公开（公告）日:发明人:代理机构:申请日:申请号"
)
VALUES = (
    "G06Q40/04;G06Q40/02;:CN106971340A:CN201710027705.620170721FM:{title}:2017.07.21:"
    "张三;李四;:甲事务所;甲事务所;:2017.01.16:CN201710027705.6"
)


def book_of(*lines: str) -> Book:
    rows = tuple((line,) if line else () for line in lines)
    return Book(kind="text", sheets=(Sheet("", rows),), encoding="utf-8")


def read(*lines: str) -> tuple[str, list[Record]]:
    book = book_of(*lines)
    match = recognise(book)
    return match.key, list(records(book, match))


def test_a_reference_gives_inventors_title_number_and_day() -> None:
    key, [record] = read("[1]张三,李四. 一种方法[P]. 上海：CN101712522A,2005-12-28.", "")
    assert key == "cnki"
    assert record.holding.inventors == ("张三", "李四")
    assert record.holding.patent.title == "一种方法"
    assert record.holding.published_as == "CN101712522A"
    assert record.holding.published_on == date(2005, 12, 28)


def test_a_title_may_hold_stops_and_colons() -> None:
    _, [record] = read("[2]A·B·C. 1.5维:方法. 二[P]. 德国：CN1714150,2005-12-28.")
    assert record.holding.patent.title == "1.5维:方法. 二"


def test_a_line_that_is_no_reference_is_refused() -> None:
    _, found = read("[1]张三. 方法[P]. 上海：CN1712522,2005-12-28.", "[2]李四. 一本书[M]. 2005.")
    assert [each.refusal is None for each in found] == [True, False]


def test_raw_records_are_read_by_the_names_above_them() -> None:
    key, [record] = read(NAMES, VALUES.format(title="交易方法"))
    assert key == "pss-system"
    assert record.place.row == 2
    assert record.holding.patent.number == "2017100277056"
    assert record.holding.inventors == ("张三", "李四")
    assert record.holding.agency == "甲事务所"
    assert record.holding.classes == ("G06Q40/04", "G06Q40/02")


def test_a_colon_in_a_title_does_not_shift_the_values() -> None:
    _, [record] = read(NAMES, VALUES.format(title="交易:方法:二"))
    assert record.holding.patent.title == "交易:方法:二"
    assert record.holding.patent.number == "2017100277056"


def test_values_that_do_not_fit_their_names_are_refused() -> None:
    _, [record] = read(NAMES, "a:b:c")
    assert "3 values stand under 9 names" in str(record.refusal)


def test_a_bare_list_of_numbers_is_a_list_of_patents() -> None:
    key, found = read("ZL201710027705.6", "201710027718.3", "", "CN201710027703.7")
    assert key == "own-list"
    assert [each.holding.patent.number for each in found] == [
        "2017100277056",
        "2017100277183",
        "2017100277037",
    ]


def test_a_line_of_a_million_signs_is_refused_in_no_time() -> None:
    _, found = read("[1]张三. 方法[P]. 上海：CN1712522,2005-12-28.", "[2]" + "a. " * 300_000)
    assert found[1].refusal is not None
