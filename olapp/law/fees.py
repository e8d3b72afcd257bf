"""Annual fees: what a patent year costs, and where a patent stands with its payments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from olapp.domain.dates import add_years, annual_fee_due, patent_year
from olapp.domain.money import Yuan
from olapp.domain.patent import Patent, PatentKind
from olapp.law.statute import Law
from olapp.law.term import expiry
from olapp.law.workdays import Rolled


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


def full_fee(law: Law, kind: PatentKind, year: int, day: date) -> Yuan | None:
    """Give the full annual fee of a patent year by the standard in force on a day.

    Years of an invention beyond the twentieth are years of compensation. None when no act sets a
    fee for that kind, year and day.
    """
    table = _standard(law, kind, law.edition(day))
    return table.by_year.get(year, table.beyond if year > table.last else None)


@dataclass(frozen=True, slots=True)
class _Standard:
    by_year: Mapping[int, Yuan]
    last: int
    beyond: Yuan | None
    """For each full year of compensation."""


@lru_cache(maxsize=256)
def _standard(law: Law, kind: PatentKind, edition: int) -> _Standard:
    bands = law.set_in(edition, f"annual-fee.{kind.value}")
    more = law.set_in(edition, "annual-fee.compensation")
    by_year = {
        year: Yuan.of(band["fee"])
        for band in (bands.value if bands else ())
        for year in range(band["first"], band["last"] + 1)
    }
    compensated = kind is PatentKind.INVENTION and more is not None and bool(by_year)
    beyond = Yuan.of(more.value) if more is not None and compensated else None
    return _Standard(by_year, max(by_year, default=0), beyond)


def next_due(law: Law, patent: Patent, today: date) -> FeeDue | None:
    """Give the first annual fee that is not paid, due already or not.

    None when none is left, or when kind, filing date or ``fees_paid_through`` are missing.
    """
    end = expiry(law, patent)
    if patent.kind is None or patent.filed_on is None or end is None:
        return None
    if patent.fees_paid_through is None:
        return None
    year = max(patent.fees_paid_through + 1, first_year(patent, patent.filed_on))
    if add_years(patent.filed_on, year) > end:
        return None
    nominal = annual_fee_due(patent.filed_on, year)
    amount = full_fee(law, patent.kind, year, max(today, nominal))
    return FeeDue(year, amount, law.workdays.roll(nominal))


def first_year(patent: Patent, filed_on: date) -> int:
    """Give the patent year of the grant: fees begin with it."""
    if patent.granted_on is None or patent.granted_on < filed_on:
        return 1
    return patent_year(filed_on, patent.granted_on)


def grace_ended_on(law: Law, fee: FeeDue, today: date) -> date | None:
    """Give the last day of the months of grace, when it is surely over; else None.

    As with the due day, in the days to which it may have moved nothing is certain.
    """
    try:
        months = law.parameter("grace.months", today).value
    except KeyError:
        return None
    end = law.workdays.period_end(fee.due.nominal, months=months)
    return end.nominal if today > end.latest else None


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
    return FeeStanding.DOUBTFUL if today <= fee.due.latest else FeeStanding.PAST_DUE
