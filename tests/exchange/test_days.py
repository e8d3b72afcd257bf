from datetime import date

import pytest

from olapp.exchange.days import order_of, read_day


@pytest.mark.parametrize(
    "written",
    [
        "20120924",
        "2012-09-24",
        "2012/9/24",
        "2012.09.24",
        "2012年9月24日",
        "２０１２年９月２４日",
        "２０１２．９．２４",
        "24.09.2012",
        "2012-09-24 00:00:00",
        "24 Sep 2012",
        "Sep 24, 2012",
        "24/09/2012",
        "09/24/2012",
    ],
)
def test_a_date_is_read_by_its_shape(written: str) -> None:
    read = read_day(written, None)
    assert read.day == date(2012, 9, 24)
    assert read.doubt is None


def test_a_true_date_is_itself() -> None:
    assert read_day(date(2012, 9, 24), None).day == date(2012, 9, 24)


def test_a_date_that_can_be_two_is_left_out_and_said() -> None:
    read = read_day("03/04/2012", None)
    assert read.day is None
    assert "day or the month first" in str(read.doubt)


def test_the_column_decides_where_one_date_cannot() -> None:
    assert read_day("03/04/2012", "dmy").day == date(2012, 4, 3)
    assert read_day("03/04/2012", "mdy").day == date(2012, 3, 4)


def test_a_column_shows_its_order_by_one_late_day() -> None:
    assert order_of({"03/04/2012", "05/06/2013", "24/09/2012"}) == "dmy"
    assert order_of({"03/04/2012", "09/24/2012"}) == "mdy"


def test_a_column_that_contradicts_itself_decides_nothing() -> None:
    assert order_of({"24/09/2012", "09/24/2012"}) is None
    assert order_of({"03/04/2012", "05/06/2012"}) is None


def test_a_column_of_other_shapes_has_no_such_dates() -> None:
    assert order_of({"2012-09-24", "20120924", ""}) == "ymd"


def test_a_serial_day_is_read_and_said() -> None:
    read = read_day(41176, None)
    assert read.day == date(2012, 9, 24)
    assert "2012-09-24" in str(read.doubt)


def test_a_short_year_needs_the_year_of_publication() -> None:
    assert read_day("24/09/76", None).day is None
    assert read_day("24/09/76", None, 1978).day == date(1976, 9, 24)
    assert read_day("24/09/12", None, 2013).day == date(2012, 9, 24)
    assert read_day("24/09/12", None, 1913).day == date(1912, 9, 24)


@pytest.mark.parametrize(
    "written", ["2012-02-30", "20121399", "soon", "99", "9" * 5000, "00000000"]
)
def test_what_is_no_date_is_left_out_with_a_reason(written: str) -> None:
    read = read_day(written, None)
    assert read.day is None
    assert read.doubt is not None


@pytest.mark.parametrize("endless", ["9999-12-31", date(9999, 12, 31), "31.12.2999"])
def test_a_day_without_end_is_no_date_and_is_said(endless: str | date) -> None:
    read = read_day(endless, None)
    assert read.day is None
    assert "is no date" in str(read.doubt)
