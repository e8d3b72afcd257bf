import pytest

from olapp.domain.numbers.patent import is_valid
from olapp.exchange.numbering import application, publication


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("201710027705.6", "2017100277056"),
        ("CN201710027705.6", "2017100277056"),
        ("ZL 201010110545.X", "201010110545X"),
        ("zl201010110545.x", "201010110545X"),
        ("ＺＬ２０１７１００２７７０５．６", "2017100277056"),
        ("专利号：ZL201710027705.6", "2017100277056"),
        ("201710027705·6", "2017100277056"),
        ("第201710027705.6号", "2017100277056"),
        ("2023117765870", "2023117765870"),
        ("202310148883X", "202310148883X"),
        ("CN201010596747XA", "201010596747X"),
        ("CN201810323021.5A", "2018103230215"),
        ("CN201710027705.620170721FM", "2017100277056"),
        ("95115608.X", "95115608X"),
        ("CN88105315.5", "881053155"),
    ],
)
def test_every_spelling_of_a_number_comes_to_the_same(written: str, number: str) -> None:
    read = application(written)
    assert read.number == number
    assert read.doubt is None
    assert is_valid(number)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("CN201710027705", "2017100277056"),
        ("CN 201811448126 A", "201811448126X"),
        ("CN201711214252A", "2017112142524"),
        ("102021001286633", "202111286633X"),
        ("112021000002433", "2021800024339"),
        ("CN20121445426", "2012104454269"),
    ],
)
def test_a_missing_check_digit_is_computed_and_said_to_be(written: str, number: str) -> None:
    read = application(written)
    assert read.number == number
    assert read.is_completed
    assert number[-1] in str(read.doubt)


def test_numbers_before_1989_had_no_check_digit_to_miss() -> None:
    read = application("CN85102475")
    assert read.number == "851024750"
    assert read.doubt is None


def test_a_failing_check_digit_stays_and_the_expected_one_is_named() -> None:
    read = application("201710027705.5")
    assert read.number == "2017100277055"
    assert "should be 6" in str(read.doubt)


@pytest.mark.parametrize("written", ["2.01911E+12", "2.01911e+12", "2,01911E+12"])
def test_what_a_spreadsheet_cut_short_is_no_number(written: str) -> None:
    read = application(written)
    assert read.number is None
    assert "last digits are lost" in str(read.doubt)


def test_an_impossible_kind_is_no_number() -> None:
    read = application("201770027705.6")
    assert read.number is None
    assert "kind digit" in str(read.doubt)


@pytest.mark.parametrize(
    "written",
    [
        "CN201700002770500.0001",
        "CN999999999999000000010697134000A.0000",
        "",
        "-",
        "公开",
        "9" * 100_000,
        "1" * 50 + "." * 60,
    ],
)
def test_what_merely_looks_like_a_number_is_none(written: str) -> None:
    assert application(written).number is None
    assert publication(written).number is None


def test_two_numbers_in_one_cell_are_not_chosen_from() -> None:
    read = application("ZL 201010110545.X；ZL 201310376205.5")
    assert read.number is None
    assert "More than one" in str(read.doubt)


def test_the_country_is_asked_before_the_digits() -> None:
    assert application("112014007258", "BR").number == "BR112014007258"
    assert application("US17/201901").country == "US"
    # Thirteen digits that would pass as Chinese ones.
    assert application("2017100277056", "KR").number == "KR2017100277056"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("CN104331929A", "CN104331929A"),
        ("CN 104331929 A", "CN104331929A"),
        ("CN-104331929-A", "CN104331929A"),
        ("CN104331929 (A)", "CN104331929A"),
        ("CN1712522", "CN1712522"),
        ("KR20150000637 (U)", "KR20150000637U"),
        ("US 2011/0185700 A1", "US20110185700A1"),
        ("US-2019198156-A1", "US20190198156A1"),
        ("EP 1357170 B9 20061018", "EP1357170B9"),
        ("IN1604DELNP2013A", "IN1604DELNP2013A"),
    ],
)
def test_publication_numbers_of_every_office_are_written_one_way(written: str, number: str) -> None:
    assert publication(written).number == number


def test_an_old_application_number_is_no_publication_number() -> None:
    assert publication("CN021234566A").number is None
    assert application("CN021234566A").number == "021234566"
