"""Days out, as an iCalendar file (RFC 5545) that other calendars take up and update."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One day to remember."""

    uid: str
    """The same for the same deadline, for ever: a calendar updates by it."""
    day: date
    title: str
    description: str = ""
    alarm_days: tuple[int, ...] = ()
    """So many days before, each an alarm."""


def write_calendar(path: Path, events: Iterable[CalendarEvent]) -> None:
    """Write the events as whole days; equal events give equal bytes. OSError as the disk says."""
    raise NotImplementedError
