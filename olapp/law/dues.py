"""The patent years of a holding that cost a fee: from the grant on, each with its last day."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from olapp.domain.dates import add_months, annual_fee_due, patent_year
from olapp.domain.holding import Holding, RightState
from olapp.domain.money import Yuan
from olapp.domain.patent import Patent, PatentKind
from olapp.law.fees import first_year, full_fee
from olapp.law.statute import Law
from olapp.law.term import expiry, term_in_years
from olapp.law.workdays import Rolled

OFFICE = "CN"


@dataclass(frozen=True, slots=True)
class FeeYears:
    """Which patent years cost a fee."""

    kind: PatentKind
    filed_on: date
    granted_on: date | None
    """None when it is not known, or lies before the filing date."""
    first: int
    """The year of the grant; 1 when the grant is not known."""
    term: int
    """The last year of the term without compensation."""
    last: int
    """The last full year, those of compensation included."""


@dataclass(frozen=True, slots=True)
class FeeAccount:
    """A holding whose fees are looked at on a day, under the law."""

    law: Law
    holding: Holding
    years: FeeYears
    today: date

    def due(self, year: int) -> Rolled:
        """Give the last day to pay for a year; whether it moves for holidays is unconfirmed."""
        return rolled(self.law, due_day(self.years, year))

    def full_fee(self, year: int) -> Yuan | None:
        """Give the full fee by the standard of its last day, or of today for one overdue."""
        day, through = due_day(self.years, year), self.holding.patent.fees_paid_through
        is_paid = through is not None and year <= through
        return full_fee(self.law, self.years.kind, year, day if is_paid else max(day, self.today))


def fee_account(law: Law, holding: Holding, today: date) -> FeeAccount | None:
    """Look at the fees of a holding; None abroad, while pending, or without kind or filing."""
    years = fee_years(law, holding)
    return None if years is None else FeeAccount(law, holding, years, today)


def fee_years(law: Law, holding: Holding) -> FeeYears | None:
    """Give the years that cost a fee; None abroad, while pending, or without kind or filing."""
    patent = holding.patent
    kind, filed_on = patent.kind, patent.filed_on
    if kind is None or filed_on is None or holding.country != OFFICE:
        return None
    if holding.state is RightState.PENDING:
        return None
    granted_on = patent.granted_on
    if granted_on is not None and granted_on < filed_on:
        granted_on = None
    term = term_in_years(law, kind, filed_on)
    last = term if patent.compensated_until is None else _last_full_year(law, patent, filed_on)
    return FeeYears(kind, filed_on, granted_on, first_year(patent, filed_on), term, last)


def _last_full_year(law: Law, patent: Patent, filed_on: date) -> int:
    end = expiry(law, patent)
    return patent_year(filed_on, end) - 1 if end is not None and end > filed_on else 0


def is_alive(holding: Holding) -> bool | None:
    """Whether there is a granted right now; None when nobody has said."""
    if holding.state is not None:
        return holding.state.is_right
    status = holding.patent.status
    return None if status is None else status.is_right


def due_day(years: FeeYears, year: int) -> date:
    """Give the nominal last day to pay for a year.

    The fee of the grant year is paid with the registration, so before the grant is announced.
    """
    if years.granted_on is not None and year == years.first:
        return years.granted_on
    return annual_fee_due(years.filed_on, year)


@lru_cache(maxsize=1 << 15)
def rolled(law: Law, day: date) -> Rolled:
    """Give the end of a period as counted, and moved behind days off."""
    return law.workdays.roll(day)


@lru_cache(maxsize=1 << 15)
def months_after(law: Law, start: date, months: int) -> Rolled:
    """Give the end of a period of months."""
    return rolled(law, add_months(start, months))


def first_due_from(years: FeeYears, day: date) -> int:
    """Give the first patent year whose fee is due on a day or later, grant year apart."""
    if day <= years.filed_on:
        return 1
    year = patent_year(years.filed_on, day)
    return year if annual_fee_due(years.filed_on, year) == day else year + 1


def last_due_until(years: FeeYears, day: date) -> int:
    """Give the last patent year whose fee is due on a day or earlier; 0 for none."""
    return 0 if day < years.filed_on else patent_year(years.filed_on, day)
