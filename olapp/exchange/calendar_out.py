"""Days out, as an iCalendar file (RFC 5545) that other calendars take up and update."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from icalendar import Alarm, Calendar, Event

from olapp.files import write_whole

_MAKER = "-//olapp//portfolio//ZH"
_MORNING = timedelta(hours=9)
"""An alarm at midnight wakes people."""
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One day to remember."""

    uid: str
    """The same for the same deadline, for ever: a calendar updates by it."""
    day: date
    title: str
    description: str = ""
    alarm_days: tuple[int, ...] = ()
    """So many days before, each an alarm, at nine in the morning."""


def write_calendar(path: Path, events: Iterable[CalendarEvent], *, stamped_on: date) -> None:
    """Write the events as whole days, whole file or none. OSError as the disk says.

    Equal events stamped on the same day give equal bytes; a later stamp tells calendars that these
    are newer.
    """
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    stamp = datetime.combine(stamped_on, time(), UTC)
    for event in sorted(events, key=lambda each: (each.day, each.uid)):
        calendar.add_component(_event(event, stamp))
    write_whole(path, calendar.to_ical())


def _event(event: CalendarEvent, stamp: datetime) -> Event:
    made = Event()
    made.add("uid", _plain(event.uid))
    made.add("dtstamp", stamp)
    made.add("dtstart", event.day)
    made.add("summary", _plain(event.title))
    if event.description:
        made.add("description", _plain(event.description))
    made.add("transp", "TRANSPARENT")  # the day stays free for other things
    for days in sorted(set(event.alarm_days), reverse=True):
        made.add_component(_alarm(days, event.title))
    return made


def _alarm(days: int, title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _plain(title))
    alarm.add("trigger", _MORNING - timedelta(days=days))
    return alarm


def _plain(text: str) -> str:
    """Give text without characters a calendar file may not hold."""
    return _CONTROLS.sub(" ", text.replace("\r\n", "\n"))
