"""The index of a holding: what the law derives from it, for lists to show and sort by."""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from olapp.domain.deadline import Deadline, DeadlineKind
from olapp.domain.holding import Holding
from olapp.domain.money import Yuan
from olapp.law.deadlines import NextFee, deadlines, next_fee
from olapp.law.statute import Law
from olapp.law.term import expiry
from olapp.persistence.kept_portfolio import Index

_Fee: TypeAlias = tuple[date, int | None, Yuan | None]
"""Its day, its year, and what is to be paid; None where no act sets the fee."""


def index_of(law: Law, holding: Holding, today: date) -> Index:
    """Derive the index of a holding as of a day."""
    end = expiry(law, holding.patent)
    found = deadlines(law, holding, today)
    fee = _fee_among(found) or _fee(next_fee(law, holding, today))
    if fee is None:
        return Index(expires_on=end, deadlines=found)
    due_on, year, amount = fee
    return Index(
        expires_on=end,
        fee_due_on=due_on,
        fee_year=year,
        fee_fen=None if amount is None else amount.in_fen(),
        deadlines=found,
    )


def _fee_among(found: Iterable[Deadline]) -> _Fee | None:
    """Give the next fee, which is one of the deadlines unless the right lapsed over it."""
    own = next((each for each in found if each.kind is DeadlineKind.ANNUAL_FEE), None)
    return None if own is None else (own.last, own.year, own.amount)


def _fee(fee: NextFee | None) -> _Fee | None:
    return None if fee is None else (fee.due.last, fee.year, fee.amount)
