"""Calendars out: other programs take them up, and update what they know."""

from datetime import date, timedelta
from pathlib import Path

from icalendar import Calendar

from olapp.exchange.calendar_out import CalendarEvent, write_calendar

DAY = date(2026, 1, 1)
EVENTS = (
    CalendarEvent(
        uid="201710027705.6/annual-fee.8",
        day=date(2026, 1, 16),
        title="缴纳第8年年费：ZL201710027705.6，一种很长很长很长很长很长的装置; 及其方法",
        description="1,200.00 元\n滞纳期至 2026-07-16",
        alarm_days=(7, 30, 7),
    ),
    CalendarEvent(uid="b", day=date(2024, 2, 29), title="x\x00y\rz"),
)


def test_events_come_back_with_their_days_and_texts(tmp_path: Path) -> None:
    path = tmp_path / "days.ics"
    write_calendar(path, EVENTS, stamped_on=DAY)
    read = list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))
    assert [(str(each["uid"]), each.decoded("dtstart")) for each in read] == [
        ("b", date(2024, 2, 29)),
        ("201710027705.6/annual-fee.8", date(2026, 1, 16)),
    ]
    assert str(read[1]["summary"]) == EVENTS[0].title
    assert str(read[1]["description"]) == EVENTS[0].description
    assert str(read[0]["summary"]) == "x y z"


def test_alarms_ring_in_the_morning_of_their_day(tmp_path: Path) -> None:
    path = tmp_path / "days.ics"
    write_calendar(path, EVENTS, stamped_on=DAY)
    alarms = Calendar.from_ical(path.read_bytes()).walk("VALARM")
    assert [each.decoded("trigger") for each in alarms] == [
        timedelta(days=-30, hours=9),
        timedelta(days=-7, hours=9),
    ]


def test_lines_are_as_the_standard_wants_them(tmp_path: Path) -> None:
    path = tmp_path / "days.ics"
    write_calendar(path, EVENTS, stamped_on=DAY)
    lines = path.read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(b"\n" not in line and b"\r" not in line for line in lines)
    assert [line.decode() for line in lines][-1] == ""


def test_equal_events_give_equal_bytes_in_any_order(tmp_path: Path) -> None:
    one, other = tmp_path / "one.ics", tmp_path / "other.ics"
    write_calendar(one, EVENTS, stamped_on=DAY)
    write_calendar(other, reversed(EVENTS), stamped_on=DAY)
    assert one.read_bytes() == other.read_bytes()


def test_later_files_say_that_they_are_later(tmp_path: Path) -> None:
    path = tmp_path / "days.ics"
    write_calendar(path, EVENTS, stamped_on=date(2026, 3, 4))
    assert path.read_bytes().count(b"DTSTAMP:20260304T000000Z") == 2
