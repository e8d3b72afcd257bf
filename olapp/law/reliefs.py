"""Reductions of an annual fee: the general one and that for open licences, never both.

Guidelines Part V Ch. 2, 3.1(4); Ch. 11, 8; Announcement No. 594.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache, partial

from olapp.domain.finding import Source
from olapp.domain.holding import Licence
from olapp.domain.money import Rate, Yuan
from olapp.law.acts import guidelines, guidelines_five
from olapp.law.dues import FeeAccount, first_due_from, last_due_until
from olapp.law.statute import Law
from olapp.law.tariff import is_valid_rate


class ReductionKind(StrEnum):
    """On what ground less is to be paid."""

    GENERAL = "general"
    """Of persons and bodies of small means (费减)."""
    OPEN_LICENCE = "open-licence"


SOURCES = {
    ReductionKind.GENERAL: guidelines_five("2", "3.1(4)"),
    ReductionKind.OPEN_LICENCE: guidelines("8"),
}


@dataclass(frozen=True, slots=True)
class Reduction:
    """A part of a fee that need not be paid."""

    kind: ReductionKind
    rate: Rate

    @property
    def source(self) -> Source:
        """Where it is granted."""
        return SOURCES[self.kind]


@dataclass(frozen=True, slots=True)
class Relief:
    """A reduction, and the patent years from ``first`` to ``last`` whose fees it covers.

    None where ``last`` is less than ``first``.
    """

    reduction: Reduction
    first: int
    last: int

    def covers(self, year: int) -> bool:
        """Whether the fee of a year is reduced by it."""
        return self.first <= year <= self.last


def reliefs(account: FeeAccount) -> tuple[Relief, ...]:
    """Give every reduction a holding has, with the years it covers.

    Whether one holds for the years of compensation is unconfirmed, so those are never covered.
    """
    holding = account.holding
    if holding.reduction is None and not holding.licences:
        return ()
    found = (general_relief(account), *map(partial(licence_relief, account), holding.licences))
    return tuple(each for each in found if each is not None)


def general_relief(account: FeeAccount) -> Relief | None:
    """Give the years of the general reduction: ten from the grant year, due after the approval.

    None without one, when the grant day is not known, or when the rate recorded is none.
    """
    granted, years = account.holding.reduction, account.years
    if granted is None or years.granted_on is None or not is_valid_rate(granted.rate):
        return None
    span = int(account.law.first("reduction.general-years", account.today).value)
    first, approved = years.first, granted.approved_on
    if approved is not None and approved > years.granted_on:
        first = first_due_from(years, approved)
    last = min(years.first + span - 1, years.term)
    return Relief(Reduction(ReductionKind.GENERAL, granted.rate), first, last)


def licence_relief(account: FeeAccount, licence: Licence) -> Relief | None:
    """Give the years an open licence covers: due in its time, and not before it was recorded.

    A fee due on the very day of the recordal counts as not yet due, which the text leaves open.
    None for a licence that is not open, or not recorded.
    """
    if licence.is_open is not True or licence.recorded_on is None:
        return None
    start = max(licence.recorded_on, licence.effective_on or licence.recorded_on)
    return open_relief(account, start, last_year_covered(account, licence))


def last_year_covered(account: FeeAccount, licence: Licence) -> int:
    """Give the last year covered: that before the end, or that in which the offer is withdrawn."""
    offer, years = account.holding.offer, account.years
    ends = [licence.ends_on]
    if offer is not None:
        ends += [offer.ends_on, offer.withdrawn_on]
    return min([years.term, *(last_due_until(years, end) for end in ends if end is not None)])


def open_relief(account: FeeAccount, start: date, last: int) -> Relief:
    """Give the reduction of an open licence for the fees due from a day on, up to a year."""
    rate, since = _open_rate(account.law, account.law.edition(account.today))
    first = first_due_from(account.years, max(start, since))
    return Relief(Reduction(ReductionKind.OPEN_LICENCE, rate), first, last)


@lru_cache(maxsize=64)
def _open_rate(law: Law, edition: int) -> tuple[Rate, date]:
    """The rate, and the day on which the first act granted one."""
    key = "reduction.open-licence"
    acts = [act for act in law.instruments if key in act.parameters]
    found = law.set_in(edition, key) or acts[0].parameters[key]
    return Rate.of(found.value), acts[0].effective


def best(found: tuple[Relief, ...], year: int) -> Reduction | None:
    """Give the one highest reduction that covers a year; reductions are never added up."""
    covering = [each.reduction for each in found if each.covers(year)]
    return max(covering, key=lambda reduction: reduction.rate, default=None)


def payable(full: Yuan, reduction: Reduction | None) -> Yuan:
    """Give what is to be paid of a full fee."""
    return full if reduction is None else full - reduction.rate.on(full)
