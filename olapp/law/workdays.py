"""Working days, and the ends of periods that move to them (Implementing Regulations, Rule 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from olapp.domain.dates import add_months
from olapp.law.arrangement import SATURDAY, Arrangement, shipped_arrangements

_LONGEST_BREAK = timedelta(days=14)
"""How far a day may move where no calendar is published."""


@dataclass(frozen=True, slots=True)
class Rolled:
    """The end of a period: its nominal day, and the working day it moves to.

    ``rolled`` is None when the arrangement of a year in question is not published: not rolled.
    """

    nominal: date
    rolled: date | None

    @property
    def last(self) -> date:
        """The day that counts: the working day, or the nominal one where that is not known."""
        return self.rolled or self.nominal

    @property
    def latest(self) -> date:
        """The last day to which it may move: no run of days off has ever been longer."""
        return self.rolled or self.nominal + _LONGEST_BREAK


@dataclass(frozen=True, slots=True)
class Workdays:
    """Days off on weekdays and working days on weekends, for the years published."""

    holidays: frozenset[date]
    make_up_days: frozenset[date]
    published: frozenset[int]

    def is_workday(self, day: date) -> bool | None:
        """Whether a day is worked; None in a year whose arrangement is not published."""
        if day.year not in self.published:
            return None
        if day in self.holidays:
            return False
        return day in self.make_up_days or day.weekday() < SATURDAY

    def roll(self, day: date) -> Rolled:
        """Move the end of a period to the first working day (Rule 5)."""
        moved = day
        while (worked := self.is_workday(moved)) is False:
            moved += timedelta(days=1)
        return Rolled(day, None if worked is None else moved)

    def period_end(self, start: date, *, months: int = 0, days: int = 0) -> Rolled:
        """Give the end of a period of months, or of days, of which ``start`` is not counted.

        ValueError unless exactly one of both is given.
        """
        if (months > 0) == (days > 0):
            raise ValueError("a period is counted in months or in days")
        return self.roll(add_months(start, months) if months else start + timedelta(days=days))


def workdays_of(arrangements: Iterable[Arrangement]) -> Workdays:
    """Put the arrangements of several years together."""
    years = tuple(arrangements)
    return Workdays(
        holidays=frozenset(day for year in years for day in year.days_off),
        make_up_days=frozenset(day for year in years for day in year.worked),
        published=frozenset(year.year for year in years),
    )


def shipped_workdays() -> Workdays:
    """Read the calendar shipped with the program."""
    return workdays_of(shipped_arrangements())
