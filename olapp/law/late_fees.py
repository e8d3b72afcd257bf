"""Late fees, and what a holding owes for its first unpaid patent year."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from olapp.domain.holding import Holding
from olapp.domain.money import ZERO, Yuan
from olapp.law.statute import Law
from olapp.law.workdays import Rolled


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
    """Give the late fee, by the month, on the full fee; nothing when paid in time."""
    return ZERO


def balance(law: Law, holding: Holding, today: date) -> Balance | None:
    """Give what is owed for the first year not paid in full; None when facts are missing."""
    return None
