"""Payments recorded: which patent years they settle."""

from collections.abc import Callable, Iterable
from datetime import date

from olapp.domain.holding import Holding, Payment
from olapp.domain.money import Yuan, total
from olapp.law.reliefs import ReductionKind


def payments_for(holding: Holding, year: int, until: date) -> tuple[Payment, ...]:
    """Give the payments for a patent year up to and on a day, the oldest first."""
    found = (each for each in holding.payments if each.year == year and each.paid_on <= until)
    return tuple(sorted(found, key=lambda each: each.paid_on))


def paid(payments: Iterable[Payment]) -> Yuan:
    """Add payments up."""
    return total(each.amount for each in payments)


def settle(payments: Iterable[Payment], needed: Callable[[date], Yuan]) -> bool:
    """Whether what was paid reached, on the day of one payment, what was needed on that day.

    Each payment is judged by the late fee of its own day (Guidelines Part V Ch. 9, 4.2.1.3).
    """
    so_far = total(())
    for each in payments:
        so_far += each.amount
        if not so_far < needed(each.paid_on):
            return True
    return False


def paid_ahead(holding: Holding, year: int, full: Yuan, kind: ReductionKind) -> date | None:
    """Give the day a year was paid in full before its reduction was granted, if it was."""
    since = _granted_on(holding, kind)
    if since is None or not holding.payments:
        return None
    before = [each for each in payments_for(holding, year, since) if each.paid_on < since]
    return before[-1].paid_on if before and not paid(before) < full else None


def _granted_on(holding: Holding, kind: ReductionKind) -> date | None:
    if kind is ReductionKind.GENERAL:
        return None if holding.reduction is None else holding.reduction.approved_on
    days = [each.recorded_on for each in holding.licences if each.is_open and each.recorded_on]
    return min(days, default=None)
