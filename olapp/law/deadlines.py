"""Deadlines of a holding: fees, recordal, letters of the office, ends of periods."""

from dataclasses import dataclass
from datetime import date

from olapp.domain.deadline import Deadline
from olapp.domain.holding import Holding
from olapp.domain.money import Yuan
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


def deadlines(law: Law, holding: Holding, today: date) -> tuple[Deadline, ...]:
    """Give what has to be done by when, the earliest first."""
    return ()


def next_fee(law: Law, holding: Holding, today: date) -> NextFee | None:
    """Give the annual fee to be paid next; None when none is left, or nobody can say."""
    return None


def next_fee_day(law: Law, holding: Holding, today: date) -> date | None:
    """Give the nominal last day for the annual fee to be paid next."""
    fee = next_fee(law, holding, today)
    return None if fee is None else fee.due.nominal
