"""What each patent year costs under the best reduction, and why it is that one."""

from dataclasses import dataclass
from datetime import date

from olapp.domain.holding import Holding
from olapp.domain.money import Yuan
from olapp.domain.sentence import N_, Sentence
from olapp.law.dues import FeeAccount, fee_account
from olapp.law.grounds import why
from olapp.law.payments import paid_ahead
from olapp.law.reliefs import Reduction, ReductionKind, Relief, best, payable, reliefs
from olapp.law.statute import Law
from olapp.law.workdays import Rolled

_PAID_AHEAD = N_(
    "The full fee was paid on {paid} already, before the reduction was granted; it is not refunded."
)
_NO_STANDARD = N_("No act we know of sets a fee for this patent year.")

__all__ = ["Reduction", "ReductionKind", "YearFee", "fee_schedule", "year_fee"]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFee:
    """The annual fee of one patent year."""

    year: int
    full: Yuan | None
    """None when no act sets a fee for the year."""
    reduction: Reduction | None
    payable: Yuan | None
    due: Rolled
    """For the grant year the day of the grant: it is paid with the registration."""
    is_compensation: bool
    why: Sentence
    """Why this reduction, or none, is the best there is."""


def year_fee(law: Law, holding: Holding, year: int, today: date) -> YearFee | None:
    """Give the fee of one patent year; None when the holding has no fee for such a year."""
    account = fee_account(law, holding, today)
    if account is None or not account.years.first <= year <= account.years.last:
        return None
    return _year_fee(account, reliefs(account), year)


def fee_schedule(law: Law, holding: Holding, today: date) -> tuple[YearFee, ...]:
    """Give the fees from the grant year, or the first, to the last full year of the term."""
    account = fee_account(law, holding, today)
    if account is None:
        return ()
    found = reliefs(account)
    years = range(account.years.first, account.years.last + 1)
    return tuple(_year_fee(account, found, year) for year in years)


def _year_fee(account: FeeAccount, found: tuple[Relief, ...], year: int) -> YearFee:
    full, reduction = account.full_fee(year), best(found, year)
    reason: Sentence | None = None
    if full is None:
        reduction, reason = None, Sentence(_NO_STANDARD)
    elif reduction and (ahead := paid_ahead(account.holding, year, full, reduction.kind)):
        reduction, reason = None, Sentence(_PAID_AHEAD, {"paid": ahead})
    return YearFee(
        year=year,
        full=full,
        reduction=reduction,
        payable=None if full is None else payable(full, reduction),
        due=account.due(year),
        is_compensation=year > account.years.term,
        why=reason or why(account, found, year),
    )
