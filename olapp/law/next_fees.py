"""The annual fee a holding has to pay next, known or assumed."""

from dataclasses import dataclass
from datetime import date

from olapp.domain.holding import Holding, RightState
from olapp.domain.money import Yuan
from olapp.law.dues import FeeAccount, fee_account, first_due_from, is_alive
from olapp.law.late_fees import Balance, open_balance, open_year
from olapp.law.statute import Law
from olapp.law.workdays import Rolled


@dataclass(frozen=True, slots=True)
class NextFee:
    """The annual fee that has to be paid next."""

    year: int
    due: Rolled
    amount: Yuan | None
    """What is to be paid today, late fee included; None when no act sets the fee."""
    is_assumed: bool
    """Whether it rests on the guess that all earlier fees of a living patent were paid."""


@dataclass(frozen=True, slots=True)
class Owed:
    """The year to pay next, and whether it is assumed; beyond the last year nothing is left."""

    year: int
    is_assumed: bool


def owed(account: FeeAccount) -> Owed | None:
    """Give the year to pay next; None for a right that ended, or when nobody can say."""
    alive = is_alive(account.holding)
    if alive is False:
        return None
    year = open_year(account)
    if year is not None:
        return Owed(year, is_assumed=False)
    return Owed(_assumed_year(account), is_assumed=True) if alive else None


def _assumed_year(account: FeeAccount) -> int:
    """The first year due from today on, or the one overdue; the grant year is paid with it."""
    year = first_due_from(account.years, account.today)
    if account.holding.state is RightState.FEE_OVERDUE:
        year -= 1
    return max(year, account.years.first + 1)


def next_fee(law: Law, holding: Holding, today: date) -> NextFee | None:
    """Give the annual fee to be paid next; None when none is left, or nobody can say.

    It may be long overdue: ``balance`` tells whether the right has lapsed over it.
    """
    account = fee_account(law, holding, today)
    next_year = None if account is None else owed(account)
    if account is None or next_year is None or next_year.year > account.years.last:
        return None
    found = open_balance(account, next_year.year)
    return NextFee(found.year, found.due, to_pay(found), next_year.is_assumed)


def to_pay(found: Balance) -> Yuan | None:
    """Give what is to be paid today; None when no act sets the fee."""
    return None if found.full is None else found.short
