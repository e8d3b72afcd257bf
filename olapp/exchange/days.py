"""Days: dates in the shapes of all sources, read by shape and never by guess."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from unicodedata import normalize

from olapp.domain.sentence import N_, Sentence
from olapp.exchange.book import Value
from olapp.exchange.mapping import DayOrder

_FIRST_SERIAL, _LAST_SERIAL = 25569, 73050
"""Serial days of spreadsheets that may be meant: 1970 to 2099."""
_LONGEST = 40
"""No date is longer; cells may be."""
_LAST_YEAR = 2200
"""Years behind it stand for a day without end, as 9999-12-31 does."""
_SERIAL_ZERO = date(1899, 12, 30)
_YEAR_FIRST = re.compile(
    r"([0-9]{4})(?:([-./])([0-9]{1,2})\2([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})[日号]?)"
)
_RUN = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_CLOCK = re.compile(r"[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?Z?$")
_ABBREVIATED = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: index + 1 for index, name in enumerate(_ABBREVIATED)}
_NAMED = re.compile(r"([0-9]{1,2})[ -]([A-Za-z]{3})[a-z]*\.?,?[ -]([0-9]{4})")
_NAMED_FIRST = re.compile(r"([A-Za-z]{3})[a-z]*\.? ([0-9]{1,2}),? ([0-9]{4})")

_AMBIGUOUS = N_(
    "{text} can be read with the day or the month first, and the column does not tell which. "
    "The date was left out."
)
_TWO_DIGITS = N_("{text} does not tell the century. The date was left out.")
_NO_DATE = N_("{text} is no date. It was left out.")
_SERIAL = N_("{text} was read as the serial day of a spreadsheet: {day}.")


@dataclass(frozen=True, slots=True)
class Day:
    """A date read, or why it was not; both when it was read with doubt."""

    day: date | None = None
    doubt: Sentence | None = None


_NOTHING = Day()


def read_day(value: Value, order: DayOrder | None, last_year: int | None = None) -> Day:
    """Read a cell as a date; ``last_year`` is a year it cannot lie behind, for short years."""
    if isinstance(value, date):
        return _day(value.year, value.month, value.day, value.isoformat())
    if value is None or isinstance(value, bool):
        return _NOTHING
    text = str(value)
    if len(text) > _LONGEST:
        return Day(None, Sentence(_NO_DATE, {"text": text[:_LONGEST]}))
    return _read(text, order, last_year)


@lru_cache(maxsize=65536)
def _read(text: str, order: DayOrder | None, last_year: int | None) -> Day:
    plain = _plain(text)
    match = _RUN.fullmatch(plain) or _YEAR_FIRST.fullmatch("".join(plain.split()))
    if match is not None:
        year, month, day = (int(each) for each in match.groups() if each and each.isdigit())
        return _day(year, month, day, text)
    match = _YEAR_LAST.fullmatch(plain)
    if match is not None:
        return _year_last(match, order, last_year, text)
    return _rarer(plain, text)


def _plain(text: str) -> str:
    """Give a date without its time of day, its figures of one width."""
    return _CLOCK.sub("", (text if text.isascii() else normalize("NFKC", text)).strip())


def _rarer(plain: str, text: str) -> Day:
    """Read names of months, and serial days."""
    match = _NAMED.fullmatch(plain)
    if match is not None and match[2].lower() in _MONTHS:
        return _day(int(match[3]), _MONTHS[match[2].lower()], int(match[1]), text)
    match = _NAMED_FIRST.fullmatch(plain)
    if match is not None and match[1].lower() in _MONTHS:
        return _day(int(match[3]), _MONTHS[match[1].lower()], int(match[2]), text)
    if plain.isdecimal() and _FIRST_SERIAL <= int(plain) <= _LAST_SERIAL:
        day = _SERIAL_ZERO + timedelta(days=int(plain))
        return Day(day, Sentence(_SERIAL, {"text": text, "day": day}))
    return Day(None, Sentence(_NO_DATE, {"text": text}))


def _year_last(
    match: re.Match[str], order: DayOrder | None, last_year: int | None, text: str
) -> Day:
    """Read 24.09.2012, 24/9/2012, 24/09/12; only dots say by themselves that the day is first."""
    first, second, year = int(match[1]), int(match[3]), _year(match[4], last_year)
    if year is None:
        return Day(None, Sentence(_TWO_DIGITS, {"text": text}))
    order = order if order in {"dmy", "mdy"} else _own_order(match)
    if order is None:
        return Day(None, Sentence(_AMBIGUOUS, {"text": text}))
    return _day(year, second, first, text) if order == "dmy" else _day(year, first, second, text)


def _year(digits: str, last_year: int | None) -> int | None:
    """Give the year meant: of two digits, the latest that is not behind ``last_year``."""
    year = int(digits)
    if len(digits) == 4:
        return year
    return None if last_year is None else last_year - (last_year - year) % 100


def _own_order(match: re.Match[str]) -> DayOrder | None:
    """Give the order that a date shows by itself; three equal readings are no doubt."""
    first, second = int(match[1]), int(match[3])
    if match[2] == "." or first > 12 or first == second:
        return "dmy"
    return "mdy" if second > 12 else None


def _day(year: int, month: int, day: int, text: str) -> Day:
    try:
        found = date(year, month, day)
    except ValueError:
        found = date.max
    return Day(found) if found.year <= _LAST_YEAR else Day(None, Sentence(_NO_DATE, {"text": text}))


def order_of(texts: set[str]) -> DayOrder | None:
    """Tell the order of dates with the year last from a whole column; None when it does not tell.

    One date with a day behind the twelfth decides for all; two that contradict decide nothing.
    """
    shown: set[DayOrder] = set()
    found = False
    for text in texts:
        match = _YEAR_LAST.fullmatch(_plain(text))
        if match is not None:
            found = True
            own = None if match[1] == match[3] else _own_order(match)
            shown |= {own} if own else set()
    if not found:
        return "ymd"
    return shown.pop() if len(shown) == 1 else None
