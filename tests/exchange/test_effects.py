import csv
from datetime import date
from pathlib import Path

from olapp.domain.holding import EncumbranceKind
from olapp.domain.patent import LicenceKind, PatentStatus
from olapp.exchange.effects import effects
from olapp.exchange.events import codes, event


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_every_code_of_the_list_is_known(shared: Path) -> None:
    path = shared / "samples" / "legal-event-codes" / "cn_legal_event_codes.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        listed = {row["Event-code"] for row in csv.DictReader(file)}
    assert len(listed) == 110
    assert listed <= set(codes())


def test_a_name_of_the_gazette_finds_its_code() -> None:
    assert event(None, name="专利权质押合同登记的生效").code == "PE01"
    assert event(None, code="ee01").name == "专利实施许可合同备案的生效"


def test_a_licence_recorded_is_told_with_its_kind_number_and_day() -> None:
    detail = (
        "合同备案号:X2021980001234\n让与人:甲大学\n受让人:乙公司\n"
        "许可种类:独占许可\n备案日期:20210204"
    )
    [licence] = effects([event(day("2021-02-26"), "EE01", detail=detail)]).licences
    assert licence.licensee == "乙公司"
    assert licence.kind is LicenceKind.EXCLUSIVE
    assert licence.number == "X2021980001234"
    assert licence.recorded_on == day("2021-02-04")
    assert licence.ends_on is None


def test_a_licence_cancelled_ends_whatever_the_order_of_the_rows() -> None:
    made = event(day("2021-02-26"), "EE01", detail="合同备案号:X1")
    other = event(day("2021-03-26"), "EE01", detail="合同备案号:X2")
    ended = event(day("2022-05-01"), "EC01", detail="合同备案号:X1\n解除日:20220415")
    first, second = effects([ended, other, made]).licences
    assert (first.number, first.ends_on) == ("X1", day("2022-04-15"))
    assert (second.number, second.ends_on) == ("X2", None)


def test_the_words_of_the_european_office_tell_the_same() -> None:
    detail = "ASSIGNEE: Yi Co.\nCONTRACT RECORD NO.: X1\nLICENSE TYPE: COMMON LICENSE"
    [licence] = effects([event(day("2021-02-26"), "EE01", detail=detail)]).licences
    assert (licence.licensee, licence.kind) == ("Yi Co.", LicenceKind.ORDINARY)


def test_a_pledge_lies_until_it_is_lifted() -> None:
    made = event(day("2020-01-10"), "PE01", detail="登记号:Y1\n登记生效日:20200102\n质权人:丙银行")
    [lying] = effects([made]).encumbrances
    assert (lying.kind, lying.party, lying.since) == (
        EncumbranceKind.PLEDGE,
        "丙银行",
        day("2020-01-02"),
    )
    assert lying.until is None
    [gone] = effects(
        [made, event(day("2021-06-01"), "PC01", detail="登记号:Y1\n解除日:20210520")]
    ).encumbrances
    assert gone.until == day("2021-05-20")


def test_one_of_two_pledges_lifted_without_a_number_leaves_both() -> None:
    run = [
        event(day("2020-01-10"), "PE01", detail="登记号:Y1"),
        event(day("2020-02-10"), "PE01", detail="登记号:Y2"),
        event(day("2021-01-10"), "PC01"),
    ]
    assert [each.until for each in effects(run).encumbrances] == [None, None]


def test_an_open_licence_declared_and_withdrawn() -> None:
    made = event(day("2024-05-07"), "OL01")
    assert effects([made]).offer is not None
    assert effects([made]).offer.stands_on(day("2024-06-01"))  # type: ignore[union-attr]
    told = effects([made, event(day("2024-09-03"), "OL02")]).offer
    assert told is not None
    assert not told.stands_on(day("2024-10-01"))


def test_an_end_holds_unless_the_right_was_restored() -> None:
    end = event(day("2020-03-01"), "CF01")
    told = effects([event(day("2015-01-01"), "GR01"), end])
    assert (told.is_over, told.ended, told.granted_on) == (
        True,
        PatentStatus.TERMINATED,
        day("2015-01-01"),
    )
    assert not effects([end, event(day("2020-08-01"), "RR01")]).is_over


def test_a_code_that_sets_up_and_cancels_alike_tells_no_burden() -> None:
    told = effects([event(day("2013-03-01"), "LICC"), event(day("2013-04-01"), "PLDC")])
    assert told.licences == ()
    assert told.encumbrances == ()
