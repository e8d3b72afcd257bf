"""Late fees by the month, and what is owed for the first year not paid in full."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from olapp.domain.holding import FeeReduction, Holding, Licence, Payment, RightState
from olapp.domain.money import ZERO, Rate, Yuan
from olapp.domain.patent import Patent, PatentKind
from olapp.law.late_fees import Balance, FeePosition, balance, late_fee
from olapp.law.statute import Law
from olapp.law.workdays import Rolled

INVENTION, UTILITY_MODEL, DESIGN = PatentKind
DAY = timedelta(days=1)
DUE = date(2025, 2, 20)
"""A Thursday; the fee of patent year 6 of T1 is due then."""
T1 = Holding(
    patent=Patent(
        kind=INVENTION,
        filed_on=date(2020, 2, 20),
        granted_on=date(2022, 3, 1),
        fees_paid_through=5,
    ),
    state=RightState.IN_FORCE,
)
Make = Callable[..., Holding]


def owed(law: Law, holding: Holding, today: date) -> Balance:
    found = balance(law, holding, today)
    assert found is not None
    return found


def paid(year: int, day: date, amount: int | str) -> Payment:
    return Payment(year=year, paid_on=day, amount=Yuan.of(amount))


@pytest.mark.parametrize(
    ("paid_on", "percent"),
    [
        (date(2025, 2, 1), 0),
        (date(2025, 2, 20), 0),
        (date(2025, 2, 21), 0),
        (date(2025, 3, 20), 0),
        (date(2025, 3, 21), 5),
        (date(2025, 4, 20), 5),
        (date(2025, 4, 21), 10),
        (date(2025, 5, 20), 10),
        (date(2025, 5, 21), 15),
        (date(2025, 6, 20), 15),
        (date(2025, 6, 21), 20),
        (date(2025, 7, 20), 20),
        (date(2025, 7, 21), 25),
        (date(2025, 8, 20), 25),
        (date(2025, 8, 21), 25),
        (date(2027, 1, 1), 25),
    ],
)
def test_each_month_begun_after_the_first_adds_five_per_cent(
    law: Law, paid_on: date, percent: int
) -> None:
    assert late_fee(law, Yuan.of(1200), DUE, paid_on) == Rate.of(percent).on(Yuan.of(1200))


@pytest.mark.parametrize(
    ("due", "last_days"),
    [
        (
            date(2025, 8, 31),
            [(2025, 9, 30), (2025, 10, 31), (2025, 11, 30), (2025, 12, 31), (2026, 1, 31)],
        ),
        (
            date(2023, 11, 30),
            [(2023, 12, 30), (2024, 1, 30), (2024, 2, 29), (2024, 3, 30), (2024, 4, 30)],
        ),
        (
            date(2024, 12, 31),
            [(2025, 1, 31), (2025, 2, 28), (2025, 3, 31), (2025, 4, 30), (2025, 5, 31)],
        ),
        (
            date(2024, 2, 29),
            [(2024, 3, 29), (2024, 4, 29), (2024, 5, 29), (2024, 6, 29), (2024, 7, 29)],
        ),
    ],
)
def test_a_month_ends_on_its_own_last_day_when_it_is_shorter(
    law: Law, due: date, last_days: list[tuple[int, int, int]]
) -> None:
    full = Yuan.of(8000)
    for step, ymd in enumerate(last_days):
        last = date(*ymd)
        assert late_fee(law, full, due, last) == Rate.of(5 * step).on(full)
        assert late_fee(law, full, due, last + DAY) == Rate.of(5 * step + 5).on(full)


def test_the_late_fees_of_the_test_vectors(law: Law, shared: Path) -> None:
    text = (shared / "domain/tables/royalty_test_vectors.json").read_text(encoding="utf-8")
    case = next(each for each in json.loads(text)["cases"] if each["id"] == "W18")
    full = Yuan.of(case["inputs"]["full_annual_fee"])
    due = date(2026, 1, 15)
    found = [
        late_fee(law, full, due, date(2026, 1 + month, 16))
        for month in case["inputs"]["late_months"]
    ]
    assert found == [*map(Yuan.of, case["expected"]["late"])]


def test_the_late_fee_is_counted_on_the_full_fee_and_not_on_the_reduced(law: Law) -> None:
    reduced = replace(T1, reduction=FeeReduction(rate=Rate.of(85)))
    found = owed(law, reduced, date(2025, 4, 1))
    assert (found.payable, found.late, found.short) == (Yuan.of(180), Yuan.of(60), Yuan.of(240))


@pytest.mark.parametrize(
    ("today", "position", "short"),
    [
        (date(2024, 6, 1), FeePosition.COMING, 1200),
        (date(2025, 2, 20), FeePosition.COMING, 1200),
        (date(2025, 2, 21), FeePosition.GRACE, 1200),
        (date(2025, 3, 21), FeePosition.GRACE, 1260),
        (date(2025, 8, 20), FeePosition.GRACE, 1500),
        (date(2025, 8, 21), FeePosition.LAPSED, 1500),
    ],
)
def test_where_a_fee_stands_from_coming_to_lapsed(
    law: Law, today: date, position: FeePosition, short: int
) -> None:
    found = owed(law, T1, today)
    assert (found.year, found.position, found.short) == (6, position, Yuan.of(short))
    assert found.due == Rolled(DUE, DUE)
    assert found.grace_end == Rolled(date(2025, 8, 20), date(2025, 8, 20))


def test_between_the_due_day_and_the_next_working_day_the_position_is_in_doubt(law: Law) -> None:
    patent = replace(T1.patent, filed_on=date(2020, 10, 3), fees_paid_through=6)
    holding = replace(T1, patent=patent)
    found = [owed(law, holding, date(2026, 10, day)) for day in (3, 4, 8, 9)]
    assert [each.position for each in found] == [
        FeePosition.COMING,
        FeePosition.DOUBTFUL,
        FeePosition.DOUBTFUL,
        FeePosition.GRACE,
    ]
    assert found[0].due == Rolled(date(2026, 10, 3), date(2026, 10, 8))


def test_a_day_the_calendar_cannot_move_leaves_a_fortnight_of_doubt(law: Law) -> None:
    holding = replace(T1, patent=replace(T1.patent, fees_paid_through=7))
    found = [owed(law, holding, date(2027, 3, day)) for day in (6, 7)]
    assert [each.position for each in found] == [FeePosition.DOUBTFUL, FeePosition.GRACE]
    assert found[0].due == Rolled(date(2027, 2, 20), None)


def test_grace_from_the_end_of_august_ends_with_february(law: Law) -> None:
    patent = replace(T1.patent, filed_on=date(2019, 8, 31), fees_paid_through=5)
    found = owed(law, replace(T1, patent=patent), date(2024, 8, 1))
    assert (found.due.nominal, found.grace_end.nominal) == (date(2024, 8, 31), date(2025, 2, 28))
    patent = replace(patent, fees_paid_through=4)
    found = owed(law, replace(T1, patent=patent), date(2023, 9, 1))
    assert found.grace_end.nominal == date(2024, 2, 29)


def test_a_lapsed_right_costs_a_thousand_more_to_restore(law: Law) -> None:
    assert owed(law, T1, date(2025, 8, 20)).restoration is None
    assert owed(law, T1, date(2025, 9, 1)).restoration == Yuan.of(1000 + 1200 + 300)
    reduced = replace(T1, reduction=FeeReduction(rate=Rate.of(70)))
    assert owed(law, reduced, date(2025, 9, 1)).restoration == Yuan.of(1000 + 360 + 300)


def test_what_was_paid_in_part_is_taken_off_the_price_of_restoring(law: Law) -> None:
    part = replace(T1, payments=(paid(6, date(2025, 3, 1), 700),))
    assert owed(law, part, date(2025, 9, 1)).restoration == Yuan.of(1000 + 1200 + 300 - 700)


def test_fees_are_owed_from_the_year_of_the_grant_on(law: Law) -> None:
    never = replace(T1, patent=replace(T1.patent, fees_paid_through=0))
    found = owed(law, never, date(2022, 3, 1))
    assert (found.year, found.due.nominal) == (3, date(2022, 3, 1))


def test_an_overdue_fee_is_the_one_of_the_day_it_is_paid(law: Law) -> None:
    # The first standard we know of came while the fee was late.
    patent = replace(T1.patent, filed_on=date(1996, 12, 1), granted_on=None, fees_paid_through=4)
    holding = replace(T1, patent=patent)
    assert owed(law, holding, date(2001, 2, 28)).full is None
    assert owed(law, holding, date(2001, 3, 1)).full == Yuan.of(1200)


# The example of the Guidelines: a full fee of 900 with a late fee of 45, of which 25 are paid.
EXAMPLE = Holding(
    patent=Patent(
        kind=UTILITY_MODEL,
        filed_on=date(2022, 1, 10),
        granted_on=date(2022, 9, 1),
        fees_paid_through=3,
    ),
    state=RightState.IN_FORCE,
    payments=(paid(4, date(2025, 3, 1), 900 + 25),),
)


def test_a_short_payment_is_made_up_at_the_rate_of_the_day_it_is_made_up(law: Law) -> None:
    found = owed(law, EXAMPLE, date(2025, 3, 10))
    assert (found.full, found.late, found.short) == (Yuan.of(900), Yuan.of(45), Yuan.of(20))
    found = owed(law, EXAMPLE, date(2025, 3, 15))
    assert (found.late, found.paid, found.short) == (Yuan.of(90), Yuan.of(925), Yuan.of(65))


@pytest.mark.parametrize(
    ("day", "amount", "next_year"),
    [
        (date(2025, 3, 10), 20, 5),
        (date(2025, 3, 10), 19, 4),
        (date(2025, 3, 15), 20, 4),
        (date(2025, 3, 15), 64, 4),
        (date(2025, 3, 15), 65, 5),
        (date(2025, 4, 10), 65, 5),
        (date(2025, 4, 11), 65, 4),
    ],
)
def test_a_second_payment_is_judged_by_its_own_day(
    law: Law, day: date, amount: int, next_year: int
) -> None:
    holding = replace(EXAMPLE, payments=(paid(4, day, amount), *EXAMPLE.payments))
    assert owed(law, holding, date(2025, 4, 20)).year == next_year


def test_payments_settle_one_year_after_the_other(law: Law) -> None:
    payments = tuple(paid(year, date(2019 + year, 2, 1), 1200) for year in (6,))
    holding = replace(T1, payments=(*payments, paid(7, date(2026, 2, 19), 2000)))
    assert owed(law, holding, date(2026, 11, 24)).year == 8
    assert owed(law, holding, date(2026, 2, 18)).year == 7


def test_a_payment_not_made_yet_does_not_count(law: Law) -> None:
    holding = replace(T1, payments=(paid(6, date(2025, 2, 19), 1200),))
    assert owed(law, holding, date(2025, 2, 18)).short == Yuan.of(1200)


def test_who_pays_for_a_year_has_paid_for_those_before(law: Law) -> None:
    patent = replace(T1.patent, fees_paid_through=None)
    holding = replace(T1, patent=patent, payments=(paid(6, date(2025, 2, 1), 1200),))
    assert owed(law, holding, date(2025, 6, 1)).year == 7
    short = replace(holding, payments=(paid(6, date(2025, 2, 1), 1199),))
    assert owed(law, short, date(2025, 3, 1)).short == Yuan.of(1)


def test_a_payment_after_the_grace_counts_only_when_the_right_was_restored(law: Law) -> None:
    late = replace(T1, payments=(paid(6, date(2025, 10, 1), 1500),))
    today = date(2025, 11, 24)
    assert owed(law, late, today).year == 7
    for state in (RightState.DEAD, RightState.RESTORABLE, None):
        found = owed(law, replace(late, state=state), today)
        assert (found.year, found.position) == (6, FeePosition.LAPSED)


def test_a_fee_paid_at_the_rate_of_an_open_licence_is_paid_in_full(law: Law) -> None:
    licence = Licence(is_open=True, effective_on=date(2024, 12, 1), recorded_on=date(2025, 1, 10))
    holding = replace(T1, licences=(licence,), payments=(paid(6, date(2025, 2, 1), 1020),))
    assert owed(law, holding, date(2025, 3, 1)).year == 7
    assert owed(law, replace(holding, licences=()), date(2025, 3, 1)).short == Yuan.of(180)


def test_when_all_years_are_paid_nothing_is_owed(law: Law) -> None:
    holding = replace(T1, patent=replace(T1.patent, fees_paid_through=20))
    found = owed(law, holding, date(2026, 11, 24))
    assert (found.year, found.position, found.short) == (20, FeePosition.SETTLED, ZERO)


@pytest.mark.parametrize(
    "change",
    [
        {"patent": replace(T1.patent, kind=None)},
        {"patent": replace(T1.patent, filed_on=None)},
        {"patent": replace(T1.patent, fees_paid_through=None)},
        {"country": "JP"},
        {"state": RightState.PENDING},
    ],
)
def test_without_the_facts_there_is_no_balance(law: Law, change: dict[str, object]) -> None:
    assert balance(law, replace(T1, **change), date(2026, 11, 24)) is None


def test_fees_no_act_sets_are_owed_without_an_amount(law: Law) -> None:
    patent = replace(T1.patent, filed_on=date(1990, 1, 1), granted_on=None)
    found = owed(law, replace(T1, patent=patent), date(1995, 6, 1))
    assert (found.year, found.full, found.payable) == (6, None, None)
    assert (found.short, found.restoration) == (ZERO, None)
