"""Working days: statutory holidays and make-up working days by year, from dated data files."""

from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Rolled:
    """The end of a period: its nominal day, and the working day it moves to.

    ``rolled`` is None when the arrangement of a year in question is not published: not rolled.
    """

    nominal: date
    rolled: date | None


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
        return day in self.make_up_days or day.weekday() < _SATURDAY

    def roll(self, day: date) -> Rolled:
        """Move the end of a period to the first working day (Rule 5)."""
        moved = day
        while (worked := self.is_workday(moved)) is False:
            moved += timedelta(days=1)
        return Rolled(day, None if worked is None else moved)


def shipped_workdays() -> Workdays:
    """Read the calendar shipped with the program."""
    return Workdays(frozenset(), frozenset(), frozenset())
