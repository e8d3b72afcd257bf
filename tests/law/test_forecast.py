"""Twenty years of fees, with and without an open licence."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from olapp.domain.holding import Holding, RightState
from olapp.domain.money import ZERO, Yuan, total
from olapp.domain.patent import Patent, PatentKind
from olapp.law.forecast import ForecastYear, forecast_by
from olapp.law.instrument import read_instrument
from olapp.law.reductions import fee_schedule
from olapp.law.statute import Law

INVENTION, UTILITY_MODEL, DESIGN = PatentKind
NOW = date(2026, 11, 24)
Make = Callable[..., Holding]


def amounts(*pairs: tuple[int, int]) -> list[tuple[Yuan, Yuan]]:
    return [(Yuan.of(without), Yuan.of(with_offer)) for without, with_offer in pairs]


def forecast(law: Law, *several: Holding, today: date = NOW) -> tuple[ForecastYear, ...]:
    return forecast_by(law, several, lambda _: None, today)[None]


def test_fees_fall_into_the_calendar_year_they_come_due_in(law: Law, right: Make) -> None:
    holding = right(UTILITY_MODEL, filed=date(2020, 2, 20), grant_year=1, paid=7)
    found = forecast(law, holding)
    assert [each.calendar_year for each in found] == list(range(2026, 2046))
    assert [(e.without, e.with_offer) for e in found if e.without != ZERO] == amounts(
        (1200, 1020), (2000, 1700), (2000, 1700)
    )
    assert found[1].without == Yuan.of(1200)  # year 8, due on 20 February 2027


def test_a_general_reduction_leaves_nothing_to_save_until_it_ends(law: Law, right: Make) -> None:
    holding = right(INVENTION, filed=date(2019, 5, 1), grant_year=3, rate=85, paid=8)
    found = [(e.without, e.with_offer) for e in forecast(law, holding) if e.without != ZERO]
    assert found[:4] == amounts((300, 300), (600, 600), (600, 600), (600, 600))
    assert found[4:6] == amounts((6000, 5100), (6000, 5100))


def test_what_is_overdue_is_to_be_paid_this_year_and_no_new_licence_reduces_it(
    law: Law, right: Make
) -> None:
    holding = right(INVENTION, filed=date(2020, 12, 20), grant_year=2, paid=5)
    first = forecast(law, holding, today=date(2026, 3, 1))[0]
    assert first == ForecastYear(2026, Yuan.of(1200 + 2000), Yuan.of(1200 + 1700))


def test_a_fee_due_today_would_be_reduced_by_an_offer_recorded_today(law: Law, right: Make) -> None:
    holding = right(INVENTION, filed=date(2020, 11, 24), grant_year=2, paid=6)
    assert forecast(law, holding)[0].with_offer == Yuan.of(1700)
    assert forecast(law, holding, today=date(2026, 11, 25))[0].with_offer == Yuan.of(2000)


def test_a_licence_in_place_counts_in_both(law: Law, right: Make) -> None:
    holding = right(INVENTION, grant_year=2, licence=(4, 6), paid=3)
    found = forecast(law, holding)
    assert [(e.without, e.with_offer) for e in found[2:6]] == amounts(
        (1020, 1020), (1020, 1020), (1020, 1020), (2000, 1700)
    )


def test_while_nobody_said_what_is_paid_the_past_is_taken_as_paid(law: Law, right: Make) -> None:
    unknown = right(INVENTION, filed=date(2020, 2, 20), grant_year=3)
    known = right(INVENTION, filed=date(2020, 2, 20), grant_year=3, paid=7)
    assert forecast(law, unknown) == forecast(law, known)


@pytest.mark.parametrize(
    "change",
    [
        {"state": RightState.DEAD},
        {"state": RightState.RESTORABLE},
        {"state": RightState.PENDING},
        {"state": None},
        {"country": "US"},
        {"patent": Patent(kind=INVENTION)},
    ],
)
def test_what_is_no_right_of_ours_costs_nothing(
    law: Law, right: Make, change: dict[str, object]
) -> None:
    holding = replace(right(INVENTION, filed=date(2020, 2, 20), grant_year=3), **change)
    found = forecast(law, holding)
    assert len(found) == 20
    assert total(each.without for each in found) == ZERO


def test_a_right_lapsed_over_an_old_fee_costs_nothing(law: Law, right: Make) -> None:
    holding = right(INVENTION, filed=date(2020, 2, 20), grant_year=3, paid=4)
    assert total(each.without for each in forecast(law, holding)) == ZERO


def test_compensation_is_forecast_in_full(law: Law, right: Make) -> None:
    plain = right(INVENTION, filed=date(2010, 3, 1), grant_year=4, paid=19)
    holding = replace(plain, patent=replace(plain.patent, compensated_until=date(2032, 2, 29)))
    found = [(e.without, e.with_offer) for e in forecast(law, holding, today=date(2029, 1, 1))[:4]]
    assert found == amounts((8000, 6800), (8000, 8000), (8000, 8000), (0, 0))


def test_the_forecast_adds_up_to_the_schedule(law: Law, right: Make) -> None:
    for kind in PatentKind:
        for rate in (0, 70, 85):
            holding = right(kind, filed=date(2021, 7, 31), grant_year=2, rate=rate, paid=6)
            fees = fee_schedule(law, holding, NOW)
            left = total(fee.payable for fee in fees if fee.payable and fee.year > 6)
            assert total(each.without for each in forecast(law, holding)) == left


def test_departments_are_told_apart_and_add_up_to_the_whole(law: Law, right: Make) -> None:
    plain = right(INVENTION, filed=date(2020, 2, 20), grant_year=3, paid=7)
    other = right(DESIGN, filed=date(2022, 2, 20), grant_year=1, paid=5)
    holdings = [
        replace(plain, department="材料学院"),
        replace(other, department="材料学院"),
        replace(other, department="机械学院"),
        other,
    ]
    found = forecast_by(law, holdings, lambda each: each.department, NOW)
    assert set(found) == {"材料学院", "机械学院", None}
    whole = forecast(law, *holdings)
    for place, year in enumerate(whole):
        parts = [lines[place] for lines in found.values()]
        assert year.without == total(part.without for part in parts)
        assert year.with_offer == total(part.with_offer for part in parts)
    assert found[None] == forecast(law, other)


def test_nothing_in_the_portfolio_costs_nothing(law: Law) -> None:
    assert forecast_by(law, [], lambda each: each.department, NOW) == {}


DEARER = """
title = "Made-up fees"
effective = 2030-07-01
confidence = "tool"
checked = 2026-11-22

[parameters."annual-fee.utility-model"]
unit = "CNY per patent year"
place = "made up"
value = [{ first = 1, last = 10, fee = 5_000 }]
"""


def test_an_act_to_come_counts_from_its_day(law: Law, right: Make) -> None:
    ahead = Law((*law.instruments, read_instrument("dearer", DEARER)), law.workdays, law.words)
    before, after = (
        right(UTILITY_MODEL, filed=date(2022, *day), grant_year=1, paid=8)
        for day in ((6, 30), (7, 1))
    )
    assert forecast(ahead, before)[4].without == Yuan.of(2000)
    assert forecast(ahead, after)[4].without == Yuan.of(5000)
    assert forecast(ahead, before, after)[4].without == Yuan.of(7000)
