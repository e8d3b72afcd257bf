"""Deadlines of a holding: fees, ends of periods, letters and requests."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from olapp.domain.dates import add_months, annual_fee_due, day_before
from olapp.domain.deadline import Deadline, DeadlineKind
from olapp.domain.finding import Confidence, Source
from olapp.domain.holding import Holding, Licence
from olapp.law.acts import patent_law, reduction_measures, regulations
from olapp.law.dues import OFFICE, FeeAccount, due_day, fee_account, is_alive, last_due_until
from olapp.law.holdings import owners_on
from olapp.law.late_fees import Balance, FeePosition, open_balance
from olapp.law.letters import letter_deadlines, request_deadlines
from olapp.law.next_fees import (
    NextFee,
    Owed,
    next_fee,
    owed,
    to_pay,
)
from olapp.law.reliefs import SOURCES, ReductionKind, general_relief
from olapp.law.statute import Law
from olapp.law.term import last_protected_day

_ANNUAL_FEE = regulations("115")
_TERM = patent_law("42")
_PERIOD = regulations("85.2(4)")
_REQUEST = reduction_measures(Confidence.ONE_SOURCE)

__all__ = ["NextFee", "deadlines", "next_fee"]


def deadlines(law: Law, holding: Holding, today: date) -> tuple[Deadline, ...]:
    """Give what has to be done by when, the earliest first.

    In the months of grace the fee overdue and the end of the grace are both given, and the amount
    of both is the same money. What may be done, but need not, is left out once its time is over.
    """
    if holding.country != OFFICE:
        return ()
    found = [*_fee_deadlines(law, holding, today), *_period_end(holding, today)]
    if holding.notices:
        found += letter_deadlines(law, holding, today)
    found += request_deadlines(law, holding, today)
    if len(found) > 1:
        found = sorted(_told_apart(found), key=lambda each: (each.nominal, each.key))
    return tuple(found)


def _told_apart(found: Iterable[Deadline]) -> Iterator[Deadline]:
    """Number deadlines of one key, as those of two licences of the same day."""
    seen: Counter[str] = Counter()
    for each in found:
        seen[each.key] += 1
        again = seen[each.key]
        yield each if again == 1 else replace(each, key=f"{each.key}.{again}")


def _fee_deadlines(law: Law, holding: Holding, today: date) -> Iterator[Deadline]:
    account = fee_account(law, holding, today)
    next_year = None if account is None else owed(account)
    if account is None or next_year is None:
        return
    if next_year.year <= account.years.last:
        yield from _annual_fee(account, next_year)
        yield from _reduction_request(account, next_year)
    else:
        yield from _term_end(account, next_year)
    if holding.reduction is not None or holding.licences:
        yield from _reduction_ends(account)


def _annual_fee(account: FeeAccount, next_year: Owed) -> Iterator[Deadline]:
    """The fee, and once it is late the end of the grace; of a lapsed right only the latter."""
    found = open_balance(account, next_year.year)
    if found.position is not FeePosition.LAPSED:
        yield _fee_deadline(DeadlineKind.ANNUAL_FEE, found, is_assumed=next_year.is_assumed)
    if found.position in {FeePosition.GRACE, FeePosition.LAPSED}:
        yield _fee_deadline(DeadlineKind.GRACE, found, is_assumed=next_year.is_assumed)


def _fee_deadline(kind: DeadlineKind, found: Balance, *, is_assumed: bool) -> Deadline:
    end = found.grace_end if kind is DeadlineKind.GRACE else found.due
    return Deadline(
        key=f"{kind.value}.{found.year}",
        kind=kind,
        nominal=end.nominal,
        rolled=end.rolled,
        source=_ANNUAL_FEE,
        year=found.year,
        amount=to_pay(found),
        is_assumed=is_assumed,
    )


def _unmoved(
    kind: DeadlineKind,
    key: str,
    day: date,
    source: Source,
    year: int | None = None,
    *,
    is_assumed: bool = False,
) -> Deadline:
    """A day that no holiday moves."""
    return Deadline(
        key=key,
        kind=kind,
        nominal=day,
        rolled=day,
        source=source,
        year=year,
        is_assumed=is_assumed,
    )


def _term_end(account: FeeAccount, next_year: Owed) -> Iterator[Deadline]:
    """With all fees paid a right has one day left: the end of its term, which no holiday moves."""
    kind = DeadlineKind.TERM_END
    day = last_protected_day(account.law, account.holding.patent)
    if day is not None and day >= account.today:
        yield _unmoved(kind, kind.value, day, _TERM, is_assumed=next_year.is_assumed)


def _reduction_request(account: FeeAccount, next_year: Owed) -> Iterator[Deadline]:
    """Owners who all qualify can ask for the general reduction, some time before a fee is due."""
    years, today = account.years, account.today
    owners = [owner for _, owner in owners_on(account.holding, today)]
    if account.holding.reduction is not None or years.granted_on is None or not owners:
        return
    if not all(owner.qualifies_for_reduction for owner in owners):
        return
    span = int(account.law.first("reduction.general-years", today).value)
    last = min(years.first + span - 1, years.term)
    lead = account.law.first("reduction.general-lead", today).value
    for year in range(next_year.year, last + 1):
        before = add_months(due_day(years, year), -int(lead["months"]))
        day = before - timedelta(days=int(lead["days"]))
        if day >= today:
            kind = DeadlineKind.REDUCTION_REQUEST
            assumed = next_year.is_assumed
            yield _unmoved(kind, f"{kind.value}.{year}", day, _REQUEST, year, is_assumed=assumed)
            return


def _reduction_ends(account: FeeAccount) -> Iterator[Deadline]:
    """The last fee under the general reduction, and the end of the reduction for open licences."""
    kind = DeadlineKind.REDUCTION_END
    general = general_relief(account)
    if general is not None and general.last >= general.first:
        day = due_day(account.years, general.last)
        if day >= account.today:
            reason = ReductionKind.GENERAL
            yield _unmoved(kind, f"{kind.value}.{reason.value}", day, SOURCES[reason], general.last)
    ends = [_end_of(account, each) for each in account.holding.licences]
    last = max((end for end in ends if end is not None), default=None)
    if last is not None and last >= account.today:
        reason = ReductionKind.OPEN_LICENCE
        yield _unmoved(kind, f"{kind.value}.{reason.value}", last, SOURCES[reason])


def _end_of(account: FeeAccount, licence: Licence) -> date | None:
    """The last day of the reduction by one licence; a withdrawal ends it with the patent year."""
    if licence.is_open is not True or licence.recorded_on is None:
        return None
    offer, filed_on = account.holding.offer, account.years.filed_on
    ends = [licence.ends_on]
    if offer is not None:
        ends.append(offer.ends_on)
        if offer.withdrawn_on is not None:
            next_year = last_due_until(account.years, offer.withdrawn_on) + 1
            ends.append(day_before(annual_fee_due(filed_on, next_year)))
    return min((end for end in ends if end is not None), default=None)


def _period_end(holding: Holding, today: date) -> Iterator[Deadline]:
    """The last day of the declared period, while the offer is announced and not withdrawn."""
    offer, kind = holding.offer, DeadlineKind.PERIOD_END
    if offer is None or offer.ends_on is None or offer.announced_on is None:
        return
    if is_alive(holding) is False:
        return
    is_withdrawn = offer.withdrawn_on is not None and offer.withdrawn_on <= today
    if offer.ends_on >= today and not is_withdrawn:
        yield _unmoved(kind, kind.value, offer.ends_on, _PERIOD)
