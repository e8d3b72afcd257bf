"""Late fees, and what a holding owes for its first unpaid patent year."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache, partial

from olapp.domain.dates import add_months
from olapp.domain.holding import Holding
from olapp.domain.money import LARGEST, ZERO, Rate, Yuan
from olapp.law.dues import FeeAccount, due_day, fee_account, is_alive, months_after
from olapp.law.payments import paid, payments_for, settle
from olapp.law.reliefs import best, payable, reliefs
from olapp.law.statute import Law
from olapp.law.workdays import Rolled

_STEPS = "late-fee.steps"
_NEVER = Yuan(LARGEST)
"""More than anybody can have paid."""


class FeePosition(StrEnum):
    """Where a holding stands with its annual fees on a day."""

    SETTLED = "settled"
    """No fee is left until the term ends."""
    COMING = "coming"
    DOUBTFUL = "doubtful"
    """Past the due day, but not past the working day to which that may have moved."""
    GRACE = "grace"
    LAPSED = "lapsed"
    """The months of grace are surely over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What is owed for the first patent year not paid in full."""

    year: int
    full: Yuan | None
    """None when no act sets a fee for the year."""
    payable: Yuan | None
    """The full fee less the best reduction."""
    late: Yuan
    """Late fee if the rest is paid today."""
    paid: Yuan
    short: Yuan
    """What has to be paid today to settle the year, late fee included."""
    due: Rolled
    grace_end: Rolled
    position: FeePosition
    restoration: Yuan | None
    """What restoring the right costs in all; only once it has lapsed."""


def late_fee(law: Law, full: Yuan, due: date, paid_on: date) -> Yuan:
    """Give the late fee, by the month, on the full fee; nothing when paid in time.

    Each month ends on the day number of the due day, or on the last day of a shorter month; after
    the months of grace the last step stays, as restoration asks for it.
    """
    if paid_on <= due:
        return ZERO
    steps = _steps(law, law.edition(paid_on))
    reached = (rate for months, rate in steps if paid_on <= add_months(due, months))
    return next(reached, steps[-1][1]).on(full)


@lru_cache(maxsize=64)
def _steps(law: Law, edition: int) -> tuple[tuple[int, Rate], ...]:
    """The steps; before the first act we know of they are its steps."""
    table = law.set_in(edition, _STEPS) or law.first(_STEPS, date.min)
    return tuple((int(step["months"]), Rate.of(step["rate"])) for step in table.value)


def balance(law: Law, holding: Holding, today: date) -> Balance | None:
    """Give what is owed for the first year not paid in full; None when facts are missing.

    Once all years are paid it is the balance of the last one, settled.
    """
    account = fee_account(law, holding, today)
    year = None if account is None else open_year(account)
    if account is None or year is None:
        return None
    last = account.years.last
    return settled_balance(account, last) if year > last else open_balance(account, year)


def open_year(account: FeeAccount) -> int | None:
    """Give the first year not paid in full, beyond the last when all are; None when unknown.

    Who pays for a year has paid for those before it: else the right would have ended.
    """
    through, payments = account.holding.patent.fees_paid_through, account.holding.payments
    if through is None:
        if not payments:
            return None
        through = min(each.year for each in payments) - 1
    year = max(through + 1, account.years.first)
    while payments and year <= account.years.last and _is_settled(account, year):
        year += 1
    return year


def _is_settled(account: FeeAccount, year: int) -> bool:
    found = payments_for(account.holding, year, account.today)
    return bool(found) and settle(found, partial(_needed, account, year))


def _needed(account: FeeAccount, year: int, day: date) -> Yuan:
    """What it takes to settle a year on a day; after the grace only a living right can be paid."""
    full, nominal = account.full_fee(year), due_day(account.years, year)
    if full is None:
        return ZERO
    if day > grace_end(account, nominal).latest and not is_alive(account.holding):
        return _NEVER
    return _reduced(account, year, full) + late_fee(account.law, full, nominal, day)


def _reduced(account: FeeAccount, year: int, full: Yuan) -> Yuan:
    return payable(full, best(reliefs(account), year))


def open_balance(account: FeeAccount, year: int) -> Balance:
    """Give what is owed today for a year not paid in full."""
    full, due = account.full_fee(year), account.due(year)
    grace = grace_end(account, due.nominal)
    given = paid_for(account, year)
    reduced, late, short = None, ZERO, ZERO
    if full is not None:
        reduced = _reduced(account, year, full)
        late = late_fee(account.law, full, due.nominal, account.today)
        short = max(reduced + late - given, ZERO)
    position = _position(due, grace, account.today)
    has_lapsed = position is FeePosition.LAPSED
    return Balance(
        year=year,
        full=full,
        payable=reduced,
        late=late,
        paid=given,
        short=short,
        due=due,
        grace_end=grace,
        position=position,
        restoration=restoration_cost(account, year) if has_lapsed else None,
    )


def settled_balance(account: FeeAccount, year: int) -> Balance:
    """Give the balance of a year that is paid."""
    full, due = account.full_fee(year), account.due(year)
    return Balance(
        year=year,
        full=full,
        payable=None if full is None else _reduced(account, year, full),
        late=ZERO,
        paid=paid_for(account, year),
        short=ZERO,
        due=due,
        grace_end=grace_end(account, due.nominal),
        position=FeePosition.SETTLED,
        restoration=None,
    )


def _position(due: Rolled, grace: Rolled, today: date) -> FeePosition:
    if today <= due.nominal:
        return FeePosition.COMING
    if today <= due.latest:
        return FeePosition.DOUBTFUL
    return FeePosition.GRACE if today <= grace.latest else FeePosition.LAPSED


def paid_for(account: FeeAccount, year: int) -> Yuan:
    """Add up what was paid for a year up to today."""
    if not account.holding.payments:
        return ZERO
    return paid(payments_for(account.holding, year, account.today))


def grace_end(account: FeeAccount, due: date) -> Rolled:
    """Give the end of the months of grace."""
    months = account.law.first("grace.months", account.today).value
    return months_after(account.law, due, int(months))


def restoration_cost(account: FeeAccount, year: int) -> Yuan | None:
    """Give what restoring a right lost over a year costs: its own fee, and all that is owed.

    The late fee of the last step is asked for, on whichever day it is paid.
    """
    full = account.full_fee(year)
    if full is None:
        return None
    late = _steps(account.law, account.law.edition(account.today))[-1][1].on(full)
    owed = max(_reduced(account, year, full) + late - paid_for(account, year), ZERO)
    return Yuan.of(account.law.first("fee.restoration", account.today).value) + owed
