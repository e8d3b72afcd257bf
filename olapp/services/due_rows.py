"""Deadlines as lists show them: the row, the bands of nearness, and what can be asked for."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from olapp.domain.deadline import Deadline, DeadlineKind
from olapp.persistence.kept_portfolio import HoldingQuery


class Band(StrEnum):
    """How near a day is; the order is the order of the start page."""

    OVERDUE = "overdue"
    DAY = "day"
    """Today or tomorrow."""
    WEEK = "week"
    """Within 7 days."""
    MONTH = "month"
    """Within 30 days."""
    QUARTER = "quarter"
    """Within 90 days."""
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """One deadline of one patent."""

    holding_id: int
    number: str
    title: str
    department: str
    deadline: Deadline

    @property
    def day(self) -> date:
        """The last day that counts."""
        return self.deadline.last


@dataclass(frozen=True, slots=True)
class BandRows:
    """A band: how many deadlines stand in it, and the first of them."""

    band: Band
    count: int
    rows: tuple[DueRow, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What the start page shows."""

    today: date
    bands: tuple[BandRows, ...]
    without_any: int
    """Live patents without any deadline: facts are missing, and nobody will be reminded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueQuery:
    """Which deadlines a list shows; every condition given must be met."""

    band: Band | None = None
    until: date | None = None
    kinds: frozenset[DeadlineKind] = frozenset()
    holdings: HoldingQuery = field(default_factory=HoldingQuery)
    """Whose deadlines."""

    def span(self, today: date) -> tuple[date | None, date | None]:
        """Give the day before the first day asked for, and the last one; None where it is open."""
        after, until = (None, None) if self.band is None else span(self.band, today)
        days = [day for day in (until, self.until) if day is not None]
        return after, min(days, default=None)


ALL_DUE = DueQuery()
_ENDS = {Band.OVERDUE: -1, Band.DAY: 1, Band.WEEK: 7, Band.MONTH: 30, Band.QUARTER: 90}
"""Days from today on which a band ends."""


def band_of(day: date, today: date) -> Band:
    """Tell how near a day is.

    >>> today = date(2026, 11, 23)
    >>> [str(band_of(date(2026, 11, day), today)) for day in (22, 23, 24, 25, 30)]
    ['overdue', 'day', 'day', 'week', 'week']
    """
    left = (day - today).days
    return next((band for band, end in _ENDS.items() if left <= end), Band.LATER)


def span(band: Band, today: date) -> tuple[date | None, date | None]:
    """Give the day before a band begins and the day it ends; None where it is open."""
    bands = list(Band)
    at = bands.index(band)
    after = today + timedelta(days=_ENDS[bands[at - 1]]) if at else None
    return after, today + timedelta(days=_ENDS[band]) if band in _ENDS else None
