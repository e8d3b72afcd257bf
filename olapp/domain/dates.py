"""Dates: as people write them, as the office counts them (Implementing Regulations, Rule 5)."""

import calendar
import re
import unicodedata
from datetime import date, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))
"""Periods at the office run by Beijing days, wherever the desk stands."""
_SHAPES = (
    re.compile(r"([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})"),
    re.compile(r"([0-9]{4})()年([0-9]{1,2})月([0-9]{1,2})[日号]?"),
    re.compile(r"([0-9]{4})()([0-9]{2})([0-9]{2})"),
)

_IN_EVERY_MONTH = 28


def read_date(text: str) -> date:
    """Read a date with the year first; ValueError otherwise. Day-month order is never guessed.

    >>> read_date("2024年1月20日"), read_date("2024.1.20") == read_date("20240120")
    (datetime.date(2024, 1, 20), True)
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    for shape in _SHAPES:
        match = shape.fullmatch(plain)
        if match:
            return date(int(match[1]), int(match[3]), int(match[4]))
    raise ValueError(text)


def add_months(start: date, months: int) -> date:
    """Give the same day number ``months`` later, or that month's last day when it has none.

    The start day is not counted (Implementing Regulations, Rule 5). What lies beyond the calendar
    is its first or last day, so that a slip of the keyboard is judged like any other date.

    >>> add_months(date(2025, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if months < 0 else date.max
    if start.day <= _IN_EVERY_MONTH:
        return date(year, month + 1, start.day)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def add_years(start: date, years: int) -> date:
    """Give the anniversary ``years`` later; 29 February falls on the 28th in common years."""
    return add_months(start, 12 * years)


def patent_year(filing: date, day: date) -> int:
    """Which patent year a day lies in; year 1 starts on the filing date itself.

    ValueError for a day before filing.

    >>> filed = date(1997, 6, 3)
    >>> patent_year(filed, date(2002, 6, 2)), patent_year(filed, date(2002, 6, 3))
    (5, 6)
    """
    if day < filing:
        raise ValueError(f"{day} is before the filing date {filing}")
    years = day.year - filing.year
    return years + (1 if day >= add_years(filing, years) else 0)


def annual_fee_due(filing: date, year: int) -> date:
    """Last day to pay the fee of patent year ``year``: the anniversary that opens it.

    Guidelines Part V Chapter 9, 4.2: filed 3 June 1997, year 6 is due on 3 June 2002.

    >>> annual_fee_due(date(1997, 6, 3), 6)
    datetime.date(2002, 6, 3)
    """
    return add_years(filing, year - 1)


def day_before(day: date) -> date:
    """Give the day before."""
    return day - timedelta(days=1)


def chinese_date(day: date) -> str:
    """Write a date as papers do.

    >>> chinese_date(date(2026, 1, 5))
    '2026年1月5日'
    """
    return f"{day.year}年{day.month}月{day.day}日"
