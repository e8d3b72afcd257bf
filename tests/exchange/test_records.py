from datetime import date

import pytest

from olapp.domain.holding import EncumbranceKind, RightState
from olapp.domain.matching import keys
from olapp.domain.patent import LicenceKind, PatentKind
from olapp.domain.record import Record
from olapp.exchange.book import Book, Row, Sheet, Stopped
from olapp.exchange.recognition import recognise
from olapp.exchange.records import preview, records


def read(*rows: Row) -> list[Record]:
    book = Book(kind="csv", sheets=(Sheet("清单", rows),))
    return list(records(book, recognise(book)))


def one(**cells: object) -> Record:
    """The record of one row, cells by their headers."""
    [record] = read(tuple(cells), tuple(cells.values()))  # type: ignore[arg-type]
    return record


RIGHT = {"申请号": "201710027705.6", "专利名称": "一种方法"}


def test_a_row_says_where_it_stands_and_what_it_tells() -> None:
    record = one(**RIGHT, 申请日="2017.01.16")
    assert (record.place.sheet, record.place.row) == ("清单", 2)
    assert set(record.told) == {
        "country",
        "patent.number",
        "patent.kind",
        "patent.title",
        "patent.filed_on",
    }
    assert record.holding.patent.kind is PatentKind.INVENTION
    assert record.refusal is None


def test_blank_rows_are_no_rows_and_places_still_count_them() -> None:
    found = read(tuple(RIGHT), (), ("", "  "), tuple(RIGHT.values()), (None, None))
    assert [each.place.row for each in found] == [4]


def test_a_row_without_any_number_is_refused_with_what_it_said() -> None:
    record = one(申请号=None, 专利名称="合计", 申请人="甲大学")
    assert "No number" in str(record.refusal)
    assert record.holding.patent.title == "合计"
    assert keys(record.holding) == ()


def test_an_identity_number_in_the_wrong_column_is_never_quoted_whole() -> None:
    (row,) = read(("申请号", "名称"), ("11010519491231002X", "一种支架"))
    assert row.refusal is not None
    told = f"{row.refusal} {[(doubt.sentence, doubt.text) for doubt in row.doubts]}"
    assert "11010519491231002X" not in told
    assert "1****************X" in told


def test_a_number_cut_short_is_refused_unless_another_number_names_the_patent() -> None:
    record = one(申请号="2.01710E+11", 专利名称="一种方法")
    assert "cut the number short" in str(record.refusal)
    saved = one(申请号="2.01710E+11", 专利名称="一种方法", 公开号="CN106971340A")
    assert saved.refusal is None
    assert saved.holding.patent.number is None
    assert [each.path for each in saved.doubts] == ["patent.number"]


def test_a_failing_check_digit_flags_the_row_and_keeps_it() -> None:
    record = one(申请号="201710027705.5", 专利名称="一种方法")
    assert record.refusal is None
    assert record.holding.patent.number == "2017100277055"
    [doubt] = record.doubts
    assert (doubt.path, doubt.text) == ("patent.number", "201710027705.5")


def test_a_repeated_header_is_refused_as_such() -> None:
    found = read(tuple(RIGHT), tuple(RIGHT.values()), tuple(RIGHT), ("201710027718.3", "装置"))
    assert [each.refusal is None for each in found] == [True, False, True]
    assert "header" in str(found[1].refusal)


def test_repeated_columns_give_the_first_value_that_says_something() -> None:
    header = ("申请号", "专利名称", "法律状态", "申请人", "法律状态")
    [record] = read(header, ("201710027705.6", "一种方法", "-", "甲大学", "授权"))
    assert record.holding.state is RightState.IN_FORCE


def test_cells_beyond_the_header_are_left_alone() -> None:
    [record] = read(tuple(RIGHT), (*RIGHT.values(), "", "CN106971340A"))
    assert record.holding.published_as is None


def test_the_kind_letter_tells_the_application_from_the_grant() -> None:
    first = one(**RIGHT, 公开号="CN106971340A", 公开日="2017-07-21").holding
    assert (first.published_as, first.published_on) == ("CN106971340A", date(2017, 7, 21))
    assert first.patent.granted_on is None
    second = one(**RIGHT, 公开号="CN106971340B", 公开日="2019-07-21").holding
    assert second.patent.publication_number == "CN106971340B"
    assert second.patent.granted_on == date(2019, 7, 21)
    assert set(keys(first)) == set(keys(second))


def test_a_number_of_another_kind_than_the_row_says_is_flagged() -> None:
    record = one(**RIGHT, 专利类型="实用新型")
    assert [each.path for each in record.doubts] == ["patent.kind"]
    assert record.holding.patent.kind is PatentKind.INVENTION


def test_a_publication_number_in_the_column_of_application_numbers_is_taken_as_one() -> None:
    record = one(专利号="CN106971340B", 专利名称="一种方法", 申请人="甲大学")
    assert record.refusal is None
    assert record.holding.patent.publication_number == "CN106971340B"


def test_a_foreign_document_keeps_its_country_and_is_no_chinese_patent() -> None:
    record = one(申请号="2017100277056", 专利名称="方法", 公开号="KR20170011122A", 公开国别="韩国")
    assert record.holding.country == "KR"
    assert record.holding.patent.number == "KR2017100277056"
    assert keys(record.holding) == ("KR20170011122A",)


def test_status_and_events_of_one_cell_are_told_apart() -> None:
    record = one(**RIGHT, **{"法律状态/事件": "授权 | 质押 | 保全 | 许可"}).holding
    assert record.state is RightState.IN_FORCE
    assert record.state_words == "授权 | 质押 | 保全 | 许可"
    assert {each.kind for each in record.encumbrances} == set(EncumbranceKind)
    assert record.patent.is_pledged is True
    assert record.patent.is_suspended is True
    assert record.has_licensed is True
    [licence] = record.licences
    assert (licence.kind, licence.recorded_on) == (None, None)


def test_an_unknown_status_word_flags_the_row_and_leaves_the_state_open() -> None:
    record = one(**RIGHT, 法律状态="似乎有效")
    assert record.holding.state is None
    assert record.holding.state_words == "似乎有效"
    assert [each.path for each in record.doubts] == ["state"]


def test_licence_columns_give_one_licence_for_each_licensee() -> None:
    record = one(
        **RIGHT,
        被许可人="1.乙公司 | 2.丙公司",
        许可类型="独占许可 | 普通许可",
        许可合同备案日期="2020-01-02 | 2021-03-04",
        **{"法律状态/事件": "授权"},
    ).holding
    first, second = record.licences
    assert (first.licensee, first.kind, first.recorded_on) == (
        "乙公司",
        LicenceKind.EXCLUSIVE,
        date(2020, 1, 2),
    )
    assert (second.licensee, second.kind) == ("丙公司", LicenceKind.ORDINARY)


def test_pledge_columns_name_the_pledgee() -> None:
    record = one(**RIGHT, 当前质权人="丁银行", 质押期限="2020-01-02至2023-01-01").holding
    [lying] = record.encumbrances
    assert (lying.party, lying.since, lying.until) == (
        "丁银行",
        date(2020, 1, 2),
        date(2023, 1, 1),
    )
    assert record.patent.is_pledged is None


def test_an_ambiguous_date_is_flagged_and_left_out() -> None:
    record = one(**RIGHT, 申请日="3/4/2012")
    assert record.holding.patent.filed_on is None
    assert [each.path for each in record.doubts] == ["patent.filed_on"]
    assert "patent.filed_on" not in record.told


def test_dates_and_numbers_of_a_spreadsheet_are_read_as_they_are() -> None:
    record = one(申请号=2017100277056, 专利名称="一种方法", 申请日=date(2017, 1, 16))
    assert record.holding.patent.number == "2017100277056"
    assert record.holding.patent.filed_on == date(2017, 1, 16)
    assert not record.doubts


def test_filing_years_before_the_number_are_no_error() -> None:
    record = one(申请号="202111286633.X", 专利名称="显示设备", 申请日="2017-04-24")
    assert not record.doubts


def test_lost_characters_are_pointed_at() -> None:
    record = one(**RIGHT, 申请人="甲\ufffd学")
    assert [each.path for each in record.doubts] == ["applicants"]


def test_nothing_of_the_dispatch_of_letters_is_kept() -> None:
    record = one(**RIGHT, 收件人姓名="某某", 下载IP="10.0.0.1")
    assert "某某" not in repr(record)
    assert "10.0.0.1" not in repr(record)


def test_formulas_and_markup_are_nothing_but_text() -> None:
    record = one(申请号="201710027705.6", 专利名称="=cmd|' /C calc'!A0", 摘要="<b>甲</b>")
    assert record.holding.patent.title == "=cmd|' /C calc'!A0"
    assert record.holding.abstract == "甲"


@pytest.mark.parametrize(
    "cell",
    ["x" * 1_000_000, "9" * 300_000, "甲" + " " * 300_000 + "乙", "1;" * 200_000, "年" * 300_000],
)
def test_no_cell_is_too_long_to_be_read(cell: str) -> None:
    names = (
        "申请号",
        "公开号",
        "专利名称",
        "申请日",
        "法律状态",
        "被许可人",
        "公开年",
        "INPADOC法律状态",
    )
    [record] = read(names, (cell,) * len(names))
    assert record.refusal is not None
    assert len(str(record.refusal)) < 500


def test_the_reading_stops_when_it_is_told_to() -> None:
    book = Book(kind="csv", sheets=(Sheet("", (tuple(RIGHT), *[tuple(RIGHT.values())] * 2000)),))
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 2

    found = []
    with pytest.raises(Stopped):
        found.extend(records(book, recognise(book), cancelled=cancelled))
    assert len(asked) == 3


def test_a_preview_gives_the_first_records_only() -> None:
    book = Book(kind="csv", sheets=(Sheet("", (tuple(RIGHT), *[tuple(RIGHT.values())] * 90)),))
    assert len(preview(book, recognise(book), limit=7)) == 7


@pytest.mark.parametrize("empty", ["1899-12-31", date(1900, 1, 1)])
def test_an_empty_cell_shown_as_a_date_is_no_filing_date(empty: object) -> None:
    record = one(**RIGHT, 申请日=empty)
    assert record.holding.patent.filed_on is None
    assert "patent.filed_on" not in record.told
    assert [each.path for each in record.doubts] == ["patent.filed_on"]


def test_old_documents_of_other_offices_keep_their_days() -> None:
    record = one(公开号="US223898A", 专利名称="Electric lamp", 申请日="1879-11-04")
    assert record.holding.patent.filed_on == date(1879, 11, 4)
    assert record.doubts == ()


def test_patentees_written_with_a_wide_comma_are_several() -> None:
    record = one(**RIGHT, 专利权人="示例大学，示例公司")
    assert [owner.name for owner in record.holding.owners] == ["示例大学", "示例公司"]
