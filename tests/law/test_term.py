"""How long patents last, on the examples of the law and the Guidelines."""

from datetime import date

import pytest

from olapp.domain.patent import Patent, PatentKind
from olapp.law.statute import Law, shipped_law
from olapp.law.term import expiry, has_expired, last_protected_day, term_in_years

INVENTION, UTILITY_MODEL, DESIGN = PatentKind


@pytest.fixture(scope="module")
def law() -> Law:
    return shipped_law()


@pytest.mark.parametrize(
    ("kind", "filed", "years"),
    [
        (INVENTION, date(2020, 2, 20), 20),
        (INVENTION, date(1985, 4, 1), 20),
        (UTILITY_MODEL, date(2021, 6, 3), 10),
        (UTILITY_MODEL, date(2021, 5, 31), 10),
        (DESIGN, date(2021, 5, 31), 10),
        (DESIGN, date(2021, 6, 1), 15),
        (DESIGN, date(2022, 3, 8), 15),
    ],
)
def test_terms_go_by_kind_and_for_designs_by_filing_date(
    law: Law, kind: PatentKind, filed: date, years: int
) -> None:
    assert term_in_years(law, kind, filed) == years


@pytest.mark.parametrize(
    ("kind", "filed", "last", "end"),
    [
        (UTILITY_MODEL, date(1999, 9, 6), date(2009, 9, 5), date(2009, 9, 6)),
        (INVENTION, date(2008, 9, 1), date(2028, 8, 31), date(2028, 9, 1)),
        (INVENTION, date(1997, 3, 12), date(2017, 3, 11), date(2017, 3, 12)),
        (DESIGN, date(2021, 5, 31), date(2031, 5, 30), date(2031, 5, 31)),
        (DESIGN, date(2021, 6, 1), date(2036, 5, 31), date(2036, 6, 1)),
        (UTILITY_MODEL, date(2020, 2, 29), date(2030, 2, 27), date(2030, 2, 28)),
        (INVENTION, date(2004, 2, 29), date(2024, 2, 28), date(2024, 2, 29)),
    ],
)
def test_the_last_protected_day_is_the_one_before_expiry(
    law: Law, kind: PatentKind, filed: date, last: date, end: date
) -> None:
    patent = Patent(kind=kind, filed_on=filed)
    assert (last_protected_day(law, patent), expiry(law, patent)) == (last, end)


def test_expiry_does_not_move_for_holidays(law: Law) -> None:
    # 1 October 2026, National Day.
    patent = Patent(kind=UTILITY_MODEL, filed_on=date(2016, 10, 1))
    assert expiry(law, patent) == date(2026, 10, 1)
    assert law.workdays.is_workday(date(2026, 10, 1)) is False


def test_compensation_ends_on_the_day_it_says(law: Law) -> None:
    patent = Patent(kind=INVENTION, filed_on=date(2021, 9, 6), compensated_until=date(2041, 12, 1))
    assert last_protected_day(law, patent) == date(2041, 12, 1)
    assert expiry(law, patent) == date(2041, 12, 2)


def test_compensation_lengthens_the_term_of_inventions_and_of_nothing_else(law: Law) -> None:
    late = Patent(
        kind=UTILITY_MODEL, filed_on=date(2021, 9, 6), compensated_until=date(2041, 12, 1)
    )
    early = Patent(kind=INVENTION, filed_on=date(2021, 9, 6), compensated_until=date(2030, 1, 1))
    assert expiry(law, late) == date(2031, 9, 6)
    assert expiry(law, early) == date(2041, 9, 6)


def test_without_kind_or_filing_date_nobody_can_say(law: Law) -> None:
    for patent in (Patent(), Patent(kind=INVENTION), Patent(filed_on=date(2020, 2, 20))):
        assert expiry(law, patent) is None
        assert last_protected_day(law, patent) is None
        assert not has_expired(law, patent, date(2026, 11, 23))


def test_a_right_is_over_on_the_expiry_date_itself(law: Law) -> None:
    patent = Patent(kind=INVENTION, filed_on=date(1997, 3, 12))
    assert not has_expired(law, patent, date(2017, 3, 11))
    assert has_expired(law, patent, date(2017, 3, 12))
