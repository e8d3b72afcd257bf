"""Annual fees: what a patent year costs, and where a patent stands with its payments."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from olapp.domain.dates import add_years, annual_fee_due, patent_year
from olapp.domain.money import Yuan
from olapp.domain.patent import Patent, PatentKind
from olapp.law.statute import Law
from olapp.law.term import expiry
from olapp.law.workdays import Rolled

_LONGEST_BREAK = timedelta(days=14)
"""No run of days off has been longer: how far a day may move where no calendar is published."""


class FeeStanding(StrEnum):
    """Where a patent stands with its annual fees on a day."""

    SETTLED = "settled"
    """No fee is left until the term ends."""
    COMING = "coming"
    """The next fee is not due yet."""
    DOUBTFUL = "doubtful"
    """Past the anniversary, but not past the working day to which that may have moved."""
    PAST_DUE = "past-due"


@dataclass(frozen=True, slots=True)
class FeeDue:
    """The first annual fee not paid: its patent year, its full amount, its last day.

    Whether the last day moves for holidays is unconfirmed, so both days are given.
    """

    year: int
    amount: Yuan | None
    """None when no act in force sets a fee for the year."""
    due: Rolled


def annual_fee(law: Law, kind: PatentKind, year: int, day: date) -> Yuan:
    """Give the full annual fee of a patent year by the standard in force on a day.

    Years of an invention beyond the twentieth are years of compensation. LookupError when no act
    sets a fee for that kind, year and day.
    """
    if year < 1:
        raise LookupError(f"no patent year {year}")
    if kind is PatentKind.INVENTION and year > _last_year(law, kind, day):
        return Yuan.of(law.parameter("annual-fee.compensation", day).value)
    for band in law.parameter(f"annual-fee.{kind.value}", day).value:
        if band["first"] <= year <= band["last"]:
            return Yuan.of(band["fee"])
    raise LookupError(f"no annual fee for year {year} of a {kind.value} on {day}")


def _last_year(law: Law, kind: PatentKind, day: date) -> int:
    bands = law.parameter(f"annual-fee.{kind.value}", day).value
    return max(int(band["last"]) for band in bands)


def next_due(law: Law, patent: Patent, today: date) -> FeeDue | None:
    """Give the first annual fee that is not paid, due already or not.

    None when none is left, or when kind, filing date or ``fees_paid_through`` are missing.
    """
    end = expiry(law, patent)
    if patent.kind is None or patent.filed_on is None or end is None:
        return None
    if patent.fees_paid_through is None:
        return None
    year = max(patent.fees_paid_through + 1, _first_year(patent, patent.filed_on))
    if add_years(patent.filed_on, year) > end:
        return None
    nominal = annual_fee_due(patent.filed_on, year)
    amount = _amount(law, patent.kind, year, max(today, nominal))
    return FeeDue(year, amount, law.workdays.roll(nominal))


def _first_year(patent: Patent, filed_on: date) -> int:
    """Give the patent year of the grant: fees begin with it."""
    if patent.granted_on is None or patent.granted_on < filed_on:
        return 1
    return patent_year(filed_on, patent.granted_on)


def _amount(law: Law, kind: PatentKind, year: int, day: date) -> Yuan | None:
    try:
        return annual_fee(law, kind, year, day)
    except LookupError:
        return None


def grace_ended_on(law: Law, fee: FeeDue, today: date) -> date | None:
    """Give the last day of the months of grace, when it is surely over; else None.

    As with the due day, in the days to which it may have moved nothing is certain.
    """
    try:
        months = law.parameter("grace.months", today).value
    except KeyError:
        return None
    end = law.workdays.period_end(fee.due.nominal, months=months)
    last = end.rolled or end.nominal + _LONGEST_BREAK
    return end.nominal if today > last else None


def fee_standing(law: Law, patent: Patent, today: date) -> FeeStanding | None:
    """Tell where a patent stands with its fees; None when the facts to judge it are missing."""
    known = (patent.kind, patent.filed_on, patent.fees_paid_through, expiry(law, patent))
    if None in known:
        return None
    fee = next_due(law, patent, today)
    if fee is None:
        return FeeStanding.SETTLED
    if today <= fee.due.nominal:
        return FeeStanding.COMING
    last = fee.due.rolled or fee.due.nominal + _LONGEST_BREAK
    return FeeStanding.DOUBTFUL if today <= last else FeeStanding.PAST_DUE
