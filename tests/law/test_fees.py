"""Annual fees by kind, year and day, and where a patent stands with them."""

from datetime import date

import pytest

from olapp.domain.money import Yuan
from olapp.domain.patent import Patent, PatentKind
from olapp.law.fees import FeeStanding, fee_standing, full_fee, next_due
from olapp.law.statute import Law, shipped_law
from olapp.law.workdays import Rolled

INVENTION, UTILITY_MODEL, DESIGN = PatentKind
NOW = date(2026, 11, 23)
BY_YEAR = {
    INVENTION: [900] * 3 + [1200] * 3 + [2000] * 3 + [4000] * 3 + [6000] * 3 + [8000] * 5,
    UTILITY_MODEL: [600] * 3 + [900] * 2 + [1200] * 3 + [2000] * 2,
    DESIGN: [600] * 3 + [900] * 2 + [1200] * 3 + [2000] * 2 + [3000] * 5,
}
T1 = Patent(
    kind=INVENTION,
    filed_on=date(2020, 2, 20),
    granted_on=date(2022, 3, 1),
    fees_paid_through=5,
)


@pytest.fixture(scope="module")
def law() -> Law:
    return shipped_law()


@pytest.mark.parametrize(
    ("kind", "year", "fee"),
    [(kind, year, fee) for kind, fees in BY_YEAR.items() for year, fee in enumerate(fees, 1)],
)
def test_the_fee_of_every_patent_year(law: Law, kind: PatentKind, year: int, fee: int) -> None:
    assert full_fee(law, kind, year, NOW) == Yuan.of(fee)


def test_a_year_of_compensation_costs_as_much_as_the_last(law: Law) -> None:
    assert full_fee(law, INVENTION, 21, NOW) == Yuan.of(8000)
    assert full_fee(law, INVENTION, 21, date(2024, 8, 5)) is None


def test_designs_have_years_eleven_to_fifteen_since_may_2022(law: Law) -> None:
    assert full_fee(law, DESIGN, 11, date(2022, 5, 5)) == Yuan.of(3000)
    assert full_fee(law, DESIGN, 11, date(2022, 5, 4)) is None


@pytest.mark.parametrize(
    ("kind", "year", "day"),
    [
        (UTILITY_MODEL, 11, NOW),
        (DESIGN, 16, NOW),
        (INVENTION, 0, NOW),
        (INVENTION, -1, NOW),
        (INVENTION, 1, date(2001, 2, 28)),
    ],
)
def test_where_no_act_sets_a_fee_there_is_none(
    law: Law, kind: PatentKind, year: int, day: date
) -> None:
    assert full_fee(law, kind, year, day) is None


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        (date(2024, 11, 1), FeeStanding.COMING),
        (date(2025, 2, 20), FeeStanding.COMING),
        (date(2025, 2, 21), FeeStanding.PAST_DUE),
        (date(2025, 8, 20), FeeStanding.PAST_DUE),
    ],
)
def test_a_fee_may_be_paid_up_to_and_on_its_last_day(
    law: Law, today: date, standing: FeeStanding
) -> None:
    due = next_due(law, T1, today)
    assert due is not None
    assert (due.year, due.amount) == (6, Yuan.of(1200))
    assert due.due == Rolled(date(2025, 2, 20), date(2025, 2, 20))
    assert fee_standing(law, T1, today) is standing


def fixed(filed: date, paid: int | None, **more: object) -> Patent:
    return Patent(kind=INVENTION, filed_on=filed, fees_paid_through=paid, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        (date(2026, 10, 3), FeeStanding.COMING),
        (date(2026, 10, 4), FeeStanding.DOUBTFUL),
        (date(2026, 10, 8), FeeStanding.DOUBTFUL),
        (date(2026, 10, 9), FeeStanding.PAST_DUE),
    ],
)
def test_between_the_anniversary_and_the_next_working_day_nobody_can_say(
    law: Law, today: date, standing: FeeStanding
) -> None:
    patent = fixed(date(2020, 10, 3), 6)
    due = next_due(law, patent, today)
    assert due is not None
    assert due.due == Rolled(date(2026, 10, 3), date(2026, 10, 8))
    assert fee_standing(law, patent, today) is standing


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        (date(2027, 2, 20), FeeStanding.COMING),
        (date(2027, 2, 21), FeeStanding.DOUBTFUL),
        (date(2027, 3, 6), FeeStanding.DOUBTFUL),
        (date(2027, 3, 7), FeeStanding.PAST_DUE),
    ],
)
def test_without_a_calendar_the_doubt_lasts_no_longer_than_any_break(
    law: Law, today: date, standing: FeeStanding
) -> None:
    assert fee_standing(law, fixed(date(2020, 2, 20), 7), today) is standing


def test_no_break_has_lasted_as_long_as_the_doubt(law: Law) -> None:
    longest, run = 0, 0
    for ordinal in range(date(2004, 1, 1).toordinal(), date(2026, 12, 31).toordinal()):
        off = law.workdays.is_workday(date.fromordinal(ordinal)) is False
        run = run + 1 if off else 0
        longest = max(longest, run)
    assert longest == 10  # the Spring Festival of 2020


def test_when_all_years_are_paid_nothing_is_left(law: Law) -> None:
    patent = fixed(date(2020, 2, 20), 20)
    assert next_due(law, patent, NOW) is None
    assert fee_standing(law, patent, NOW) is FeeStanding.SETTLED


def test_compensation_asks_for_its_full_years_only(law: Law) -> None:
    filed = date(2010, 1, 1)
    part = fixed(filed, 20, compensated_until=date(2030, 12, 30))
    whole = fixed(filed, 20, compensated_until=date(2030, 12, 31))
    assert next_due(law, part, NOW) is None
    due = next_due(law, whole, NOW)
    assert due is not None
    assert (due.year, due.amount, due.due.nominal) == (21, Yuan.of(8000), date(2030, 1, 1))


def test_fees_begin_with_the_year_of_the_grant(law: Law) -> None:
    patent = fixed(date(2020, 2, 20), 0, granted_on=date(2022, 3, 1))
    due = next_due(law, patent, NOW)
    assert due is not None
    assert due.year == 3


@pytest.mark.parametrize("paid", [-(10**12), 10**12])
def test_years_beyond_all_measure_do_no_harm(law: Law, paid: int) -> None:
    assert fee_standing(law, fixed(date(2020, 2, 20), paid), NOW) is not None


@pytest.mark.parametrize(
    "patent",
    [
        Patent(),
        Patent(kind=INVENTION, filed_on=date(2020, 2, 20)),
        Patent(kind=INVENTION, fees_paid_through=5),
        Patent(filed_on=date(2020, 2, 20), fees_paid_through=5),
        Patent(filed_on=date(2020, 2, 20), fees_paid_through=5, compensated_until=date(2041, 1, 1)),
    ],
)
def test_without_the_facts_nobody_can_say(law: Law, patent: Patent) -> None:
    assert next_due(law, patent, NOW) is None
    assert fee_standing(law, patent, NOW) is None


def test_a_fee_to_come_is_the_one_of_its_last_day(law: Law) -> None:
    # Looked at before fees were set for years 11 to 15 of designs.
    design = Patent(kind=DESIGN, filed_on=date(2021, 6, 1), fees_paid_through=10)
    due = next_due(law, design, date(2021, 6, 1))
    assert due is not None
    assert (due.due.nominal, due.amount) == (date(2031, 6, 1), Yuan.of(3000))


def test_a_fee_that_no_act_sets_has_no_amount(law: Law) -> None:
    old = Patent(kind=INVENTION, filed_on=date(1990, 1, 1), fees_paid_through=4)
    due = next_due(law, old, date(1994, 6, 1))
    assert due is not None
    assert (due.year, due.amount) == (5, None)


def test_late_fees_rise_by_the_month(law: Law) -> None:
    steps = law.parameter("late-fee.steps", NOW)
    assert [(step["months"], step["rate"]) for step in steps.value] == [
        (1, 0),
        (2, 5),
        (3, 10),
        (4, 15),
        (5, 20),
        (6, 25),
    ]
