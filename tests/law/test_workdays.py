"""The working-day calendar, against an independent one, and periods that roll (Rule 5)."""

from datetime import date, timedelta

import chinese_calendar
import pytest

from olapp.domain.finding import Confidence
from olapp.law.arrangement import Arrangement, read_arrangement, shipped_arrangements
from olapp.law.workdays import Rolled, Workdays, shipped_workdays, workdays_of

YEARS = range(2004, 2027)
YEAR = """
year = 2025
status = "published"
authority = "国务院办公厅"
number = "国办发明电〔2024〕12号"
confidence = "two-sources"
checked = 2026-11-23
off = [{ name = "元旦", first = 2025-01-01, last = 2025-01-01 }]
worked = [2025-01-26]
"""


@pytest.fixture(scope="module")
def workdays() -> Workdays:
    return shipped_workdays()


@pytest.fixture(scope="module")
def years() -> dict[int, Arrangement]:
    return {year.year: year for year in shipped_arrangements()}


@pytest.mark.parametrize("year", YEARS)
def test_every_day_is_the_one_of_an_independent_calendar(workdays: Workdays, year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        assert workdays.is_workday(day) is chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


def test_the_calendar_has_the_years_published_and_no_more(years: dict[int, Arrangement]) -> None:
    assert sorted(years) == list(YEARS)
    with pytest.raises(NotImplementedError):
        chinese_calendar.is_workday(date(2027, 1, 4))


def test_every_year_names_its_notice_or_says_that_it_is_not_known(
    years: dict[int, Arrangement],
) -> None:
    for year in years.values():
        has_number = year.source.at.startswith("国办发明电")
        assert has_number or "not known" in year.note
        assert has_number is (year.issued is not None)
        assert year.issued is None or year.issued.year == year.year - 1
        assert year.checked >= date(2026, 11, 22)
        assert year.source.confidence in {Confidence.TWO_SOURCES, Confidence.ONE_SOURCE}


@pytest.mark.parametrize("year", YEARS)
def test_the_names_of_days_off_are_those_of_public_holidays(
    years: dict[int, Arrangement], year: int
) -> None:
    names = {name for run in years[year].days_off.values() for name in run.split("、")}
    known = {"元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节", "抗战胜利纪念日"}
    assert {"元旦", "春节", "劳动节", "国庆节"} <= names <= known


@pytest.mark.parametrize(
    ("nominal", "rolled"),
    [
        (date(2025, 8, 8), date(2025, 8, 8)),  # a Friday
        (date(2025, 8, 9), date(2025, 8, 11)),  # a Saturday
        (date(2025, 8, 10), date(2025, 8, 11)),  # a Sunday
        (date(2025, 1, 26), date(2025, 1, 26)),  # a Sunday worked before Spring Festival
        (date(2025, 1, 25), date(2025, 1, 26)),  # the Saturday before that Sunday
        (date(2024, 5, 11), date(2024, 5, 11)),  # a Saturday worked after Labour Day
        (date(2024, 5, 12), date(2024, 5, 13)),  # the Sunday after it
        (date(2025, 10, 1), date(2025, 10, 9)),  # National Day and Mid-autumn Festival, 8 days
        (date(2026, 10, 1), date(2026, 10, 8)),
        (date(2026, 2, 15), date(2026, 2, 24)),  # Spring Festival, 9 days
        (date(2026, 1, 2), date(2026, 1, 4)),  # back to work on a Sunday
        (date(2020, 1, 24), date(2020, 2, 3)),  # the extended Spring Festival of 2020
        (date(2022, 12, 31), date(2023, 1, 3)),  # across the turn of the year
        (date(2024, 2, 9), date(2024, 2, 9)),  # New Year's Eve of 2024 was a working day
    ],
)
def test_a_last_day_off_moves_to_the_first_working_day(
    workdays: Workdays, nominal: date, rolled: date
) -> None:
    assert workdays.roll(nominal) == Rolled(nominal, rolled)


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2003, 12, 31), date.max, date.min])
def test_a_year_without_calendar_is_not_rolled(workdays: Workdays, day: date) -> None:
    assert workdays.is_workday(day) is None
    assert workdays.roll(day) == Rolled(day, None)


def test_a_run_of_days_off_into_an_unknown_year_is_not_rolled() -> None:
    year = read_arrangement(
        "2025.toml",
        YEAR.replace(
            "first = 2025-01-01, last = 2025-01-01", "first = 2025-12-30, last = 2025-12-31"
        ),
    )
    assert workdays_of([year]).roll(date(2025, 12, 30)) == Rolled(date(2025, 12, 30), None)


def test_the_recordal_period_of_the_law_dossier(workdays: Workdays) -> None:
    found = workdays.period_end(date(2025, 5, 10), months=3)
    assert found == Rolled(date(2025, 8, 10), date(2025, 8, 11))


def test_the_start_day_is_not_counted(workdays: Workdays) -> None:
    assert workdays.period_end(date(2025, 7, 1), days=15) == Rolled(
        date(2025, 7, 16), date(2025, 7, 16)
    )
    assert workdays.period_end(date(2025, 8, 31), months=6) == Rolled(
        date(2026, 2, 28), date(2026, 2, 28)
    )  # a Saturday that is worked


@pytest.mark.parametrize("length", [{}, {"months": 1, "days": 1}, {"months": 0}, {"days": -1}])
def test_a_period_is_counted_in_months_or_in_days(
    workdays: Workdays, length: dict[str, int]
) -> None:
    with pytest.raises(ValueError, match="months or in days"):
        workdays.period_end(date(2025, 7, 1), **length)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('status = "published"', 'status = "expected"', "status"),
        ('status = "published"', 'state = "published"', "unknown key state"),
        ("worked = [2025-01-26]", "", "missing key worked"),
        ("worked = [2025-01-26]", "worked = [2025-01-27]", "worked: 2025-01-27"),
        ("worked = [2025-01-26]", "worked = [2024-01-27]", "worked: 2024-01-27"),
        ("last = 2025-01-01", "last = 2024-12-31", "off: 元旦"),
        ("last = 2025-01-01", "last = 2026-01-01", "off: 元旦"),
    ],
)
def test_a_broken_year_is_refused_by_file_and_key(old: str, new: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=f"2025.toml: {complaint}"):
        read_arrangement("2025.toml", YEAR.replace(old, new))
