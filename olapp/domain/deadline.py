"""Deadlines: what must be done by when, on what ground."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from olapp.domain.finding import Source
from olapp.domain.money import Yuan


class DeadlineKind(StrEnum):
    """What there is to be done."""

    ANNUAL_FEE = "annual-fee"
    GRACE = "grace"
    RESTORATION = "restoration"
    RECORDAL = "recordal"
    REPORT_FEE = "report-fee"
    REPORT_CORRECTION = "report-correction"
    CORRECTION = "correction"
    PERIOD_END = "period-end"
    REDUCTION_END = "reduction-end"
    REDUCTION_REQUEST = "reduction-request"
    TERM_END = "term-end"
    """The last protected day, once no fee is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One deadline of one patent."""

    key: str
    """Stable within the patent, as ``annual-fee.7``: a calendar updates by it."""
    kind: DeadlineKind
    nominal: date
    """Last day as counted."""
    rolled: date | None
    """Last day moved behind days off; None when the calendar of that year is not published."""
    source: Source
    year: int | None = None
    """Patent year, for fees."""
    amount: Yuan | None = None
    is_assumed: bool = False
    """Whether it rests on a guess, as that earlier fees of a patent in force were paid."""

    @property
    def last(self) -> date:
        """The day that counts: the working day, or the nominal one where that is not known."""
        return self.rolled or self.nominal
