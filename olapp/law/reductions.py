"""Reductions of an annual fee: the general one and that for open licences, never both."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from olapp.domain.finding import Source
from olapp.domain.holding import Holding
from olapp.domain.money import Rate, Yuan
from olapp.domain.sentence import Sentence
from olapp.law.statute import Law
from olapp.law.workdays import Rolled


class ReductionKind(StrEnum):
    """On what ground less is to be paid."""

    GENERAL = "general"
    """Of persons and bodies of small means (费减)."""
    OPEN_LICENCE = "open-licence"


@dataclass(frozen=True, slots=True)
class Reduction:
    """A part of a fee that need not be paid."""

    kind: ReductionKind
    rate: Rate
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFee:
    """The annual fee of one patent year."""

    year: int
    full: Yuan | None
    """None when no act sets a fee for the year."""
    reduction: Reduction | None
    payable: Yuan | None
    due: Rolled
    is_compensation: bool
    why: Sentence
    """Why this reduction, or none, is the best there is."""


def year_fee(law: Law, holding: Holding, year: int, today: date) -> YearFee | None:
    """Give the fee of one patent year; None when the patent has no fee for such a year."""
    found = (each for each in fee_schedule(law, holding, today) if each.year == year)
    return next(found, None)


def fee_schedule(law: Law, holding: Holding, today: date) -> tuple[YearFee, ...]:
    """Give the fees of all patent years from the grant year to the end of the term."""
    return ()
