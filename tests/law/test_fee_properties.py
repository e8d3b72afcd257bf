"""What holds for the fees of any holding, sane or not."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from olapp.domain.dates import add_months
from olapp.domain.holding import FeeReduction, Holding, Licence, Offer, Payment, RightState
from olapp.domain.money import ZERO, Rate, Yuan, total
from olapp.domain.patent import Patent, PatentKind
from olapp.law.deadlines import deadlines
from olapp.law.forecast import YEARS, ForecastYear, forecast_by
from olapp.law.late_fees import FeePosition, balance, late_fee
from olapp.law.reductions import ReductionKind, fee_schedule
from olapp.law.statute import shipped_law

LAW = shipped_law()
NOW = date(2026, 11, 24)
DAY = timedelta(days=1)
OPEN = Rate.of(15)


def forecast(*several: Holding, today: date = NOW, years: int = YEARS) -> tuple[ForecastYear, ...]:
    return forecast_by(LAW, several, lambda _: None, today, years)[None]


days = st.dates(date(1998, 1, 1), date(2040, 12, 31))
maybe = st.none() | days
month_ends = st.builds(
    lambda year, month: add_months(date(year, month, 1), 1) - DAY,
    st.integers(1996, 2030),
    st.integers(1, 12),
)
licences = st.builds(
    Licence,
    is_open=st.sampled_from([True, True, False, None]),
    effective_on=maybe,
    recorded_on=maybe,
    ends_on=maybe,
    number=st.sampled_from([None, "X2026000001"]),
)
patents = st.builds(
    Patent,
    kind=st.sampled_from(PatentKind),
    filed_on=st.dates(date(1990, 1, 1), date(2026, 11, 1)) | month_ends,
    granted_on=maybe,
    fees_paid_through=st.none() | st.integers(-1, 22),
    compensated_until=st.none() | st.dates(date(2030, 1, 1), date(2050, 1, 1)),
)
payments = st.builds(
    Payment,
    year=st.integers(1, 22),
    paid_on=st.dates(date(2010, 1, 1), date(2027, 1, 1)),
    amount=st.integers(0, 12_000).map(Yuan.of),
)
holdings = st.builds(
    Holding,
    patent=patents,
    state=st.none() | st.sampled_from(RightState),
    licences=st.lists(licences, max_size=3).map(tuple),
    payments=st.lists(payments, max_size=4).map(tuple),
    reduction=st.none()
    | st.builds(
        FeeReduction,
        rate=st.sampled_from([70, 85, 85, 0, -5, 100, 250]).map(Rate.of),
        approved_on=maybe,
    ),
    offer=st.none() | st.builds(Offer, announced_on=maybe, ends_on=maybe, withdrawn_on=maybe),
)
"""Holdings as imports bring them."""
fulls = st.sampled_from([600, 900, 1200, 2000, 3000, 4000, 6000, 8000]).map(Yuan.of)
due_days = st.dates(date(2000, 1, 1), date(2040, 1, 1)) | month_ends


@given(holdings)
def test_no_fee_is_reduced_twice(holding: Holding) -> None:
    for fee in fee_schedule(LAW, holding, NOW):
        if fee.full is None or fee.payable is None:
            continue
        taken = fee.full - fee.payable
        rates = [OPEN] + ([holding.reduction.rate] if holding.reduction else [])
        assert taken in {ZERO, *(rate.on(fee.full) for rate in rates)}
        assert taken == (fee.reduction.rate.on(fee.full) if fee.reduction else ZERO)


@given(holdings)
def test_a_second_reduction_never_makes_a_fee_dearer(holding: Holding) -> None:
    both = fee_schedule(LAW, holding, NOW)
    general = fee_schedule(LAW, replace(holding, licences=()), NOW)
    licensed = fee_schedule(LAW, replace(holding, reduction=None), NOW)
    for fee, one, other in zip(both, general, licensed, strict=True):
        if fee.payable is not None and one.payable is not None and other.payable is not None:
            is_refused = "not refunded" in str(fee.why)
            assert is_refused or fee.payable == min(one.payable, other.payable)


@given(holdings)
def test_no_amount_is_negative(holding: Holding) -> None:
    amounts = [fee.payable for fee in fee_schedule(LAW, holding, NOW)]
    found = balance(LAW, holding, NOW)
    if found is not None:
        amounts += [found.payable, found.late, found.short, found.paid, found.restoration]
    amounts += [each.amount for each in deadlines(LAW, holding, NOW)]
    for year in forecast(holding):
        amounts += [year.without, year.with_offer]
    assert not [amount for amount in amounts if amount is not None and amount < ZERO]


@given(holdings)
def test_a_licence_reduces_no_fee_that_was_due_before_it_was_recorded(holding: Holding) -> None:
    recorded = [each.recorded_on for each in holding.licences if each.is_open and each.recorded_on]
    for fee in fee_schedule(LAW, holding, NOW):
        if fee.reduction and fee.reduction.kind is ReductionKind.OPEN_LICENCE:
            assert fee.due.nominal >= min(recorded)
            assert not fee.is_compensation


@given(holdings)
def test_at_most_ten_fees_are_reduced_in_general(holding: Holding) -> None:
    fees = fee_schedule(LAW, holding, NOW)
    years = [
        fee.year for fee in fees if fee.reduction and fee.reduction.kind is ReductionKind.GENERAL
    ]
    assert not years or (max(years) - fees[0].year < 10 and years[0] >= fees[0].year)


@given(st.lists(holdings, min_size=1, max_size=5), days.filter(lambda day: day >= date(2024, 8, 6)))
def test_the_sum_is_that_of_its_parts(several: list[Holding], today: date) -> None:
    whole = forecast(*several, today=today)
    parts = [forecast(each, today=today) for each in several]
    for place, year in enumerate(whole):
        assert year.without == total(part[place].without for part in parts)
        assert year.with_offer == total(part[place].with_offer for part in parts)
        assert not year.without < year.with_offer


@given(holdings)
def test_the_forecast_is_the_schedule_of_the_years_not_paid(holding: Holding) -> None:
    forecasted = total(year.without for year in forecast(holding, years=60))
    found = balance(LAW, holding, NOW)
    if forecasted == ZERO or found is None or found.position is FeePosition.LAPSED:
        return
    fees = fee_schedule(LAW, replace(holding, payments=()), NOW)
    assert forecasted == total(
        fee.payable for fee in fees if fee.payable is not None and fee.year >= found.year
    )


@given(fulls, due_days, st.lists(st.integers(-400, 400), min_size=2, max_size=8))
def test_the_late_fee_only_rises(full: Yuan, due: date, offsets: list[int]) -> None:
    fees = [late_fee(LAW, full, due, due + offset * DAY) for offset in sorted(offsets)]
    assert fees == sorted(fees)
    assert fees[0] == ZERO or sorted(offsets)[0] > 27
    assert not Rate.of(25).on(full) < fees[-1]


@given(fulls, due_days, st.integers(1, 6))
def test_the_late_fee_steps_at_the_end_of_each_month(full: Yuan, due: date, month: int) -> None:
    last = add_months(due, month)
    assert late_fee(LAW, full, due, last) == Rate.of(5 * (month - 1)).on(full)
    after = min(5 * month, 25)
    assert late_fee(LAW, full, due, last + DAY) == Rate.of(after).on(full)


@given(holdings, st.integers(0, 100))
def test_who_pays_what_is_short_has_paid_the_year(holding: Holding, split: int) -> None:
    living = replace(holding, state=RightState.IN_FORCE)
    found = balance(LAW, living, NOW)
    if found is None or found.full is None or found.position is FeePosition.SETTLED:
        return
    part = found.short * (Decimal(split) / 100)
    paid = tuple(
        Payment(year=found.year, paid_on=NOW, amount=amount)
        for amount in (part, found.short - part)
    )
    after = balance(LAW, replace(living, payments=(*living.payments, *paid)), NOW)
    assert after is not None
    assert after.year > found.year or after.position is FeePosition.SETTLED
    less = paid if split == 100 or found.short == part else paid[:1]
    if less != paid:
        still = balance(LAW, replace(living, payments=(*living.payments, *less)), NOW)
        assert still is not None
        assert (still.year, still.short) == (found.year, found.short - part)


@given(holdings)
def test_every_deadline_has_its_own_key_and_no_day_before_the_nominal(holding: Holding) -> None:
    found = deadlines(LAW, holding, NOW)
    assert len({each.key for each in found}) == len(found)
    assert all(each.rolled is None or each.rolled >= each.nominal for each in found)
    assert found == deadlines(LAW, holding, NOW)


@given(holdings)
def test_the_order_in_which_payments_were_written_down_does_not_matter(holding: Holding) -> None:
    turned = replace(holding, payments=holding.payments[::-1])
    assert balance(LAW, turned, NOW) == balance(LAW, holding, NOW)
