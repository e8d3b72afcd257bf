"""Rules on reductions of annual fees: one at a time, each in its time; and on money paid over."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from olapp.domain.dates import add_months, add_years, patent_year
from olapp.domain.finding import Confidence, Severity
from olapp.domain.holding import Holding
from olapp.domain.money import Rate, Yuan, total
from olapp.domain.sentence import N_
from olapp.law.acts import (
    announcement_594,
    guidelines,
    guidelines_five,
    reduction_measures,
    regulations,
)
from olapp.law.deadlines import next_fee
from olapp.law.entries import shortened
from olapp.law.holdings import is_recorded, owners_on
from olapp.law.late_fees import late_fee
from olapp.law.reductions import ReductionKind, YearFee, fee_schedule, year_fee
from olapp.law.rule import Setting, Spot, rule

_GENERAL = ("reduction.general-single", "reduction.general-joint")
_LEAD = "reduction.general-lead"
_YEARS = "reduction.general-years"
_COMING = "patent.fees_paid_through"


@dataclass(frozen=True, slots=True)
class _Paid:
    """What was paid for one patent year: the place of the last payment, its day, and the sum."""

    field: str
    fee: YearFee
    last: date
    sum: Yuan

    def leaves_out(self, rate: Rate) -> bool:
        """Whether exactly the fee less a part was paid, and more was due."""
        full, payable = self.fee.full, self.fee.payable
        if full is None or payable is None or not self.sum < payable:
            return False
        left: Yuan = full - rate.on(full)
        return self.sum == left


def _payments(h: Holding, at: Setting) -> Iterator[_Paid]:
    fees = {fee.year: fee for fee in fee_schedule(at.law, h, at.today)} if h.payments else {}
    for year in sorted({payment.year for payment in h.payments} & set(fees)):
        own = [(n, payment) for n, payment in enumerate(h.payments) if payment.year == year]
        index, last = max(own, key=lambda each: each[1].paid_on)
        amount = total(payment.amount for _, payment in own)
        yield _Paid(f"payments.{index}.amount", fees[year], last.paid_on, amount)


def _has_recorded_open_licence(h: Holding) -> bool:
    return any(each.is_open and is_recorded(each) for each in h.licences)


def _coming(h: Holding, at: Setting) -> YearFee | None:
    fee = next_fee(at.law, h, at.today)
    return None if fee is None else year_fee(at.law, h, fee.year, at.today)


def _of_open_licence(h: Holding, at: Setting, year: int) -> bool:
    """Whether the reduction for open licences would apply if there were no other."""
    fee = year_fee(at.law, replace(h, reduction=None), year, at.today)
    reduction = None if fee is None else fee.reduction
    return reduction is not None and reduction.kind is ReductionKind.OPEN_LICENCE


@rule(
    "AF-04",
    "The fee of patent year {year} was paid less the part for open licences, and no open licence "
    "is recorded.",
    remedy=N_("Have the contract recorded for the years to come, and pay what is missing."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(guidelines("8"),),
)
def reduced_without_recordal(h: Holding, at: Setting) -> Iterator[Spot]:
    """The reduction needs a recorded open licence: the recordal counts as the request for it."""
    part = at.limit("reduction.open-licence")
    if part is None or _has_recorded_open_licence(h):
        return
    for paid in _payments(h, at):
        if paid.leaves_out(Rate.of(part)):
            yield Spot(paid.field, year=paid.fee.year)


@rule(
    "AF-05",
    "For patent year {year} two reductions are open; only the higher applies: {rate}.",
    remedy=N_("Pay the fee so reduced; nothing is added for the open licence."),
    severity=Severity.INFO,
    on=Holding,
    sources=(guidelines("8"), announcement_594()),
)
def two_reductions_meet(h: Holding, at: Setting) -> Iterator[Spot]:
    """The general reduction and that for open licences are never added."""
    fee = _coming(h, at) if h.reduction is not None and _has_recorded_open_licence(h) else None
    if fee is None or fee.reduction is None or fee.reduction.kind is not ReductionKind.GENERAL:
        return
    if _of_open_licence(h, at, fee.year):
        yield Spot("reduction", year=fee.year, rate=fee.reduction.rate)


def _last_reduced_year(h: Holding, at: Setting) -> int | None:
    """Give the last patent year whose fee the general reduction can lower."""
    filed, granted, years = h.patent.filed_on, h.patent.granted_on, at.limit(_YEARS)
    if filed is None or granted is None or granted < filed or years is None:
        return None
    return patent_year(filed, granted) + int(years) - 1


@rule(
    "AF-06",
    "The fee of patent year {year} was paid with the general reduction, which ended with year "
    "{last}.",
    remedy=N_("Pay what is missing, with the late fee if the due day is over."),
    severity=Severity.WARNING,
    on=Holding,
    sources=(guidelines_five("2", "3.1(4)"),),
)
def reduced_after_ten_years(h: Holding, at: Setting) -> Iterator[Spot]:
    """The general reduction is for ten annual fees, that of the grant year being the first."""
    last = _last_reduced_year(h, at)
    rates = [Rate.of(part) for key in _GENERAL if (part := at.limit(key)) is not None]
    if last is None:
        return
    for paid in _payments(h, at):
        if paid.fee.year > last and any(map(paid.leaves_out, rates)):
            yield Spot(paid.field, year=paid.fee.year, last=last)


@rule(
    "AF-07",
    "{owner} does not fit the conditions of the general fee reduction.",
    remedy=N_("Every co-owner has to: tell the office, and pay the full fee."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(reduction_measures(),),
)
def owner_does_not_qualify(h: Holding, at: Setting) -> Iterator[Spot]:
    """The reduction goes to patents of which each owner fits its conditions."""
    if h.reduction is None:
        return
    for index, owner in owners_on(h, at.today):
        if owner.qualifies_for_reduction is False:
            field = f"owners.{index}.qualifies_for_reduction"
            yield Spot(field, owner=shortened(owner.name))


@rule(
    "AF-08",
    "It is late to ask for the general fee reduction for patent year {year}, due on {due}: it is "
    "asked for two and a half months ahead.",
    remedy=N_("Reckon with the full fee for this year, and ask in time for the next."),
    severity=Severity.WARNING,
    on=Holding,
    sources=(reduction_measures(Confidence.UNCONFIRMED),),
)
def reduction_is_asked_too_late(h: Holding, at: Setting) -> Iterator[Spot]:
    """Owners who all qualify have no reduction yet, and the next fee is nearer than that.

    Two and a half months are counted as two months and fifteen days.
    """
    owners = [owner for _, owner in owners_on(h, at.today)]
    if h.reduction is not None or not owners:
        return
    if not all(owner.qualifies_for_reduction for owner in owners):
        return
    fee, last, lead = _coming(h, at), _last_reduced_year(h, at), at.limit(_LEAD)
    if fee is None or last is None or lead is None or fee.year > last:
        return
    latest = add_months(fee.due.nominal, -lead["months"]) - timedelta(days=lead["days"])
    if latest < at.today <= fee.due.nominal:
        yield Spot("reduction", year=fee.year, due=fee.due.nominal)


@rule(
    "AF-09",
    "An open licence is recorded, but it does not reduce the fee of patent year {year}, due on "
    "{due}.",
    remedy=N_(
        "The reduction is for fees that come due after the recordal and while the open licence "
        "runs."
    ),
    severity=Severity.INFO,
    on=Holding,
    sources=(guidelines("8"),),
)
def fee_is_outside_the_licence(h: Holding, at: Setting) -> Iterator[Spot]:
    """The reduction runs from the contract's effect to the end of the declared period."""
    fee = _coming(h, at) if _has_recorded_open_licence(h) else None
    if fee is not None and not _of_open_licence(h, at, fee.year):
        yield Spot(_COMING, year=fee.year, due=fee.due.nominal)


@rule(
    "AF-12",
    "For patent year {year} {over} yuan were paid too much; until {last} they can be asked back.",
    remedy=N_("Ask the office for a refund, or see whether the payment was for another year."),
    severity=Severity.INFO,
    on=Holding,
    sources=(regulations("111.3"),),
)
def payment_is_over(h: Holding, at: Setting) -> Iterator[Spot]:
    """What was paid too much is given back when it is asked for within three years."""
    years = at.limit("refund.years")
    for paid in _payments(h, at):
        fee, until = paid.fee, add_years(paid.last, years or 0)
        if years is None or fee.full is None or fee.payable is None or at.today > until:
            continue
        owed = fee.payable + late_fee(at.law, fee.full, fee.due.nominal, paid.last)
        if paid.sum > owed:
            yield Spot(paid.field, year=fee.year, over=paid.sum - owed, last=until)
