"""Dates as people write them, and months and years by Rule 5."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olapp.domain.dates import (
    add_months,
    add_years,
    annual_fee_due,
    chinese_date,
    day_before,
    patent_year,
    read_date,
)

days = st.dates(date(1985, 4, 1), date(2100, 12, 31))
filings = st.dates(date(1985, 4, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        "2024-01-20",
        "2024-1-20",
        "2024/1/20",
        "2024.01.20",
        "20240120",
        "2024年1月20日",
        "2024年01月20日",
        "2024年1月20号",
        "2024 年 1 月 20 日",
        "２０２４．１．２０",
        "　2024年1月20日 ",
    ],
)
def test_every_spelling_with_the_year_first_is_read(written: str) -> None:
    assert read_date(written) == date(2024, 1, 20)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "20/1/2024",
        "1/20/2024",
        "24-1-20",
        "2024-1/20",
        "2024-13-01",
        "2023-02-29",
        "2024年1月",
        "2024",
        "0000-01-01",
        "2024-01-20 and more",
        "202401200",
        "\u0662\u0660\u0662\u0664-01-20",
    ],
)
def test_nothing_else_is_guessed(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - two doors lead here, both ValueError
        read_date(written)


@given(days)
def test_a_written_date_reads_back_equal(day: date) -> None:
    assert read_date(chinese_date(day)) == day
    assert read_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2025, 5, 10), 3, date(2025, 8, 10)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 2, 28), 1, date(2025, 3, 28)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2025, 3, 31), -1, date(2025, 2, 28)),
        (date(2025, 5, 10), 0, date(2025, 5, 10)),
    ],
)
def test_months_end_on_the_same_day_number_or_the_last_there_is(
    start: date, months: int, end: date
) -> None:
    assert add_months(start, months) == end


@pytest.mark.parametrize(
    ("start", "years", "end"),
    [
        (date(2004, 2, 29), 20, date(2024, 2, 29)),
        (date(2004, 2, 29), 10, date(2014, 2, 28)),
        (date(2000, 2, 29), 100, date(2100, 2, 28)),
        (date(2024, 2, 28), 4, date(2028, 2, 28)),
    ],
)
def test_leap_days_fall_on_the_28th_in_common_years(start: date, years: int, end: date) -> None:
    assert add_years(start, years) == end


@given(days, st.integers(0, 400))
def test_the_day_number_never_grows_and_the_month_is_the_one_counted(
    start: date, months: int
) -> None:
    end = add_months(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


def test_what_lies_beyond_the_calendar_is_its_end() -> None:
    assert add_months(date(2025, 1, 1), 10**12) == date.max
    assert add_months(date(2025, 1, 1), -(10**12)) == date.min


@given(filings, st.integers(1, 20))
def test_a_patent_year_runs_from_anniversary_to_the_day_before_the_next(
    filed: date, year: int
) -> None:
    first = annual_fee_due(filed, year)
    assert patent_year(filed, first) == year
    assert patent_year(filed, day_before(add_years(filed, year))) == year


def test_the_first_patent_year_starts_on_the_filing_date() -> None:
    assert patent_year(date(2020, 2, 20), date(2020, 2, 20)) == 1
    with pytest.raises(ValueError, match="before the filing date"):
        patent_year(date(2020, 2, 20), date(2020, 2, 19))


def test_the_example_of_the_guidelines_on_annual_fees() -> None:
    filed = date(1997, 6, 3)
    assert annual_fee_due(filed, 6) == date(2002, 6, 3)
    assert patent_year(filed, date(2001, 8, 1)) == 5


def test_a_patent_filed_on_a_leap_day_has_its_years_from_the_28th() -> None:
    filed = date(2020, 2, 29)
    assert annual_fee_due(filed, 2) == date(2021, 2, 28)
    assert patent_year(filed, date(2021, 2, 27)) == 1
    assert patent_year(filed, date(2021, 2, 28)) == 2
    assert patent_year(filed, date(2024, 2, 28)) == 4
    assert patent_year(filed, date(2024, 2, 29)) == 5
