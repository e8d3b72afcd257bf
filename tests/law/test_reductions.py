"""One reduction at a time, each in its years, each year explained."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from olapp.domain.holding import FeeReduction, Holding, Licence, Offer, Payment
from olapp.domain.money import Rate, Yuan
from olapp.domain.patent import PatentKind
from olapp.law.reductions import ReductionKind, YearFee, fee_schedule, year_fee
from olapp.law.statute import Law

INVENTION, UTILITY_MODEL, DESIGN = PatentKind
NOW = date(2026, 11, 24)
D6 = date(2030, 1, 15)
"""The fee of patent year 6 of what ``right`` makes is due then."""
DAY = timedelta(days=1)
Make = Callable[..., Holding]
LICENCE = Licence(is_open=True, effective_on=D6 - 40 * DAY, recorded_on=D6 - 10 * DAY)


def fee_of(law: Law, holding: Holding, year: int = 6) -> YearFee:
    fee = year_fee(law, holding, year, NOW)
    assert fee is not None
    return fee


def kinds(law: Law, holding: Holding) -> dict[int, ReductionKind]:
    fees = fee_schedule(law, holding, NOW)
    return {fee.year: fee.reduction.kind for fee in fees if fee.reduction}


def test_the_general_reduction_lasts_ten_fees_from_the_grant_year(law: Law, right: Make) -> None:
    found = kinds(law, right(INVENTION, grant_year=4, rate=85))
    assert found == dict.fromkeys(range(4, 14), ReductionKind.GENERAL)


def test_the_open_licence_goes_on_where_the_general_reduction_ends(law: Law, right: Make) -> None:
    holding = right(INVENTION, grant_year=3, rate=70, licence=(6, 20))
    found = kinds(law, holding)
    assert [year for year, kind in found.items() if kind is ReductionKind.GENERAL] == [
        *range(3, 13)
    ]
    assert [year for year, kind in found.items() if kind is not ReductionKind.GENERAL] == [
        *range(13, 21)
    ]
    assert str(fee_of(law, holding, 13).why) == (
        "The general reduction ended with patent year 12; the open licence recorded on 2029-12-26 "
        "takes its place: 15% less."
    )


def test_a_general_reduction_still_to_come_has_not_ended(law: Law, right: Make) -> None:
    granted = FeeReduction(rate=Rate.of(85), approved_on=D6 + DAY)
    holding = replace(right(INVENTION, grant_year=3, licence=(6, 20)), reduction=granted)
    assert str(fee_of(law, holding).why).endswith("runs when the fee is due: 15% less.")


def test_reductions_do_not_add_up_and_the_sentence_says_so(law: Law, right: Make) -> None:
    fee = fee_of(law, right(INVENTION, grant_year=3, rate=85, licence=(6, 20)), 10)
    assert (fee.payable, fee.reduction and fee.reduction.rate) == (Yuan.of(600), Rate.of(85))
    assert "do not add up" in str(fee.why)
    assert "85%" in str(fee.why)


def test_an_open_licence_that_saves_more_goes_before_a_small_general_reduction(
    law: Law, right: Make
) -> None:
    fee = fee_of(law, right(INVENTION, grant_year=3, rate=10, licence=(6, 20)))
    assert fee.reduction is not None
    assert fee.reduction.kind is ReductionKind.OPEN_LICENCE
    assert "not the general reduction of 10%" in str(fee.why)


@pytest.mark.parametrize(
    ("approved", "years"),
    [
        (None, [*range(3, 13)]),
        (date(2025, 3, 1), [*range(3, 13)]),
        (D6 - DAY, [*range(6, 13)]),
        (D6, [*range(6, 13)]),
        (D6 + DAY, [*range(7, 13)]),
        (date(2040, 1, 1), []),
    ],
)
def test_only_fees_not_yet_due_at_the_approval_are_reduced(
    law: Law, right: Make, approved: date | None, years: list[int]
) -> None:
    granted = FeeReduction(rate=Rate.of(85), approved_on=approved)
    holding = replace(right(INVENTION, grant_year=3), reduction=granted)
    assert list(kinds(law, holding)) == years


@pytest.mark.parametrize(
    ("licence", "is_reduced", "said"),
    [
        (LICENCE, True, "runs when the fee is due"),
        (replace(LICENCE, recorded_on=D6), True, "does not settle"),
        (replace(LICENCE, recorded_on=D6 + DAY), False, "after the due day"),
        (replace(LICENCE, recorded_on=None), False, "not recorded at the office"),
        (replace(LICENCE, recorded_on=None, number="X1"), False, "is not known"),
        (replace(LICENCE, effective_on=D6 + DAY), False, "takes effect on 2030-01-16"),
        (replace(LICENCE, effective_on=None), True, "runs when the fee is due"),
        (replace(LICENCE, ends_on=D6), True, "runs when the fee is due"),
        (replace(LICENCE, ends_on=D6 - DAY), False, "ends on 2030-01-14"),
        (replace(LICENCE, is_open=False), False, "no open licence is recorded"),
        (replace(LICENCE, is_open=None), False, "no open licence is recorded"),
    ],
)
def test_the_fee_has_to_come_due_in_the_time_of_a_recorded_open_licence(
    law: Law, right: Make, licence: Licence, is_reduced: bool, said: str
) -> None:
    fee = fee_of(law, replace(right(INVENTION, grant_year=3), licences=(licence,)))
    assert fee.payable == Yuan.of(1020 if is_reduced else 1200)
    assert said in str(fee.why)


def test_a_declaration_alone_reduces_nothing(law: Law, right: Make) -> None:
    offer = Offer(announced_on=date(2026, 1, 1), ends_on=date(2040, 1, 1))
    fee = fee_of(law, replace(right(INVENTION, grant_year=3), offer=offer))
    assert fee.reduction is None
    assert "a licence has to be recorded" in str(fee.why)


def test_the_reduction_ends_with_the_declared_period(law: Law, right: Make) -> None:
    offer = Offer(announced_on=date(2026, 1, 1), ends_on=date(2032, 1, 15))
    holding = replace(right(INVENTION, grant_year=3, licence=(5, 20)), offer=offer)
    assert list(kinds(law, holding)) == [5, 6, 7, 8]


@pytest.mark.parametrize(
    ("withdrawn", "years"),
    [
        (date(2032, 1, 14), [5, 6, 7]),
        (date(2032, 1, 15), [5, 6, 7, 8]),
        (date(2032, 6, 1), [5, 6, 7, 8]),
    ],
)
def test_a_withdrawal_stops_the_reduction_from_the_next_patent_year(
    law: Law, right: Make, withdrawn: date, years: list[int]
) -> None:
    offer = Offer(announced_on=date(2026, 1, 1), withdrawn_on=withdrawn)
    holding = replace(right(INVENTION, grant_year=3, licence=(5, 20)), offer=offer)
    assert list(kinds(law, holding)) == years
    assert "was withdrawn" in str(fee_of(law, holding, 9).why)


def test_of_several_licences_one_that_runs_is_enough_and_takes_15_per_cent_once(
    law: Law, right: Make
) -> None:
    ended = replace(LICENCE, recorded_on=date(2026, 1, 1), ends_on=date(2027, 1, 1))
    holding = replace(right(INVENTION, grant_year=3), licences=(ended, LICENCE, LICENCE))
    assert fee_of(law, holding).payable == Yuan.of(1020)


def test_before_the_reduction_was_granted_by_law_no_fee_was_reduced(law: Law, right: Make) -> None:
    licence = Licence(is_open=True, effective_on=date(2022, 1, 1), recorded_on=date(2022, 2, 1))
    holding = replace(right(INVENTION, filed=date(2015, 8, 5)), licences=(licence,))
    assert min(kinds(law, holding)) == 11  # due on 5 August 2025
    assert "no reduction for open licences yet" in str(fee_of(law, holding, 10).why)


def test_a_fee_paid_before_the_reduction_is_not_refunded(law: Law, right: Make) -> None:
    holding = replace(
        right(INVENTION, grant_year=3),
        licences=(LICENCE,),
        payments=(Payment(year=6, paid_on=D6 - 60 * DAY, amount=Yuan.of(1200)),),
    )
    fee = fee_of(law, holding)
    assert (fee.payable, fee.reduction) == (Yuan.of(1200), None)
    assert "not refunded" in str(fee.why)


def test_a_fee_paid_on_the_day_of_the_recordal_or_in_part_is_not_paid_ahead(
    law: Law, right: Make
) -> None:
    for day, amount in ((D6 - 10 * DAY, 1200), (D6 - 60 * DAY, 1199)):
        payment = Payment(year=6, paid_on=day, amount=Yuan.of(amount))
        plain = right(INVENTION, grant_year=3)
        fee = fee_of(law, replace(plain, licences=(LICENCE,), payments=(payment,)))
        assert fee.payable == Yuan.of(1020)


@pytest.mark.parametrize("rate", ["0", "-5", "100.01", "250"])
def test_a_rate_that_is_none_reduces_nothing(law: Law, right: Make, rate: str) -> None:
    granted = FeeReduction(rate=Rate.of(rate))
    fee = fee_of(law, replace(right(INVENTION, grant_year=3), reduction=granted))
    assert fee.payable == Yuan.of(1200)
    assert "no usable rate" in str(fee.why)


def test_without_the_grant_day_the_ten_years_cannot_be_counted(law: Law, right: Make) -> None:
    fee = fee_of(law, right(INVENTION, rate=85))
    assert (fee.reduction, fee.payable) == (None, Yuan.of(1200))
    assert "grant day" in str(fee.why)


@pytest.mark.parametrize("kind", PatentKind)
def test_every_year_is_explained_in_one_sentence(law: Law, right: Make, kind: PatentKind) -> None:
    for fee in fee_schedule(law, right(kind, grant_year=2, rate=70, licence=(5, 9)), NOW):
        said = str(fee.why)
        assert said.endswith(".")
        assert said.count(". ") == 0
