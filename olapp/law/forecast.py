"""What annual fees will cost, calendar year by calendar year, with and without an open licence."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from olapp.domain.dates import add_years
from olapp.domain.holding import Holding
from olapp.domain.money import ZERO, Yuan
from olapp.domain.patent import PatentKind
from olapp.law.dues import FeeAccount, due_day, fee_account
from olapp.law.fees import full_fee
from olapp.law.late_fees import grace_end
from olapp.law.next_fees import owed
from olapp.law.reliefs import Relief, best, open_relief, payable, reliefs
from olapp.law.statute import Law

Group = TypeVar("Group", bound=Hashable)
YEARS = 20


@dataclass(frozen=True, slots=True)
class ForecastYear:
    """The annual fees that come due in a calendar year; late fees do not count."""

    calendar_year: int
    without: Yuan
    """As things stand."""
    with_offer: Yuan
    """If an open licence were recorded today, for the rest of the term."""


@dataclass(frozen=True, slots=True)
class Course:
    """All that the fees still to come depend on; many holdings share one."""

    kind: PatentKind
    first: int
    """The first patent year to pay."""
    last: int
    reliefs: tuple[Relief, ...]
    offer: Relief
    filed_on: date | None
    """None as long as no later act is known: then only the patent year counts."""


def forecast_by(
    law: Law,
    holdings: Iterable[Holding],
    group: Callable[[Holding], Group],
    today: date,
    years: int = YEARS,
) -> Mapping[Group, tuple[ForecastYear, ...]]:
    """Give the fees of many holdings by group, as their department, from this calendar year on.

    What is overdue falls into it. A right that ended or lapsed, or of which nobody knows what is
    paid, costs nothing.
    """
    counted: defaultdict[Group, Counter[tuple[int, Course]]] = defaultdict(Counter)
    for holding in holdings:
        counts = counted[group(holding)]
        account = fee_account(law, holding, today)
        course = None if account is None else course_of(account)
        if account is not None and course is not None:
            counts[account.years.filed_on.year, course] += 1
    return {key: _summed(law, counts, today, years) for key, counts in counted.items()}


def course_of(account: FeeAccount) -> Course | None:
    """Give the fees still to come of one holding; None when there are none, or none known."""
    next_year, years = owed(account), account.years
    if next_year is None or next_year.year > years.last:
        return None
    due = due_day(years, next_year.year)
    if due < account.today and account.today > grace_end(account, due).latest:
        return None
    is_settled_law = account.law.edition(account.today) == account.law.edition(date.max)
    return Course(
        kind=years.kind,
        first=next_year.year,
        last=years.last,
        reliefs=reliefs(account),
        offer=open_relief(account, account.today, years.term),
        filed_on=None if is_settled_law else years.filed_on,
    )


def _summed(
    law: Law, counts: Counter[tuple[int, Course]], today: date, years: int
) -> tuple[ForecastYear, ...]:
    without, with_offer = ([ZERO] * years for _ in range(2))
    for (filed_in, course), number in counts.items():
        for year, plain, reduced in _costs(law, course, today):
            place = max(filed_in + year - 1 - today.year, 0)
            if place < years:
                without[place] += plain * number
                with_offer[place] += reduced * number
    return tuple(ForecastYear(today.year + n, without[n], with_offer[n]) for n in range(years))


@lru_cache(maxsize=1 << 14)
def _costs(law: Law, course: Course, today: date) -> tuple[tuple[int, Yuan, Yuan], ...]:
    """Each patent year with its fee as things stand, and with an open licence."""
    found = []
    for year in range(course.first, course.last + 1):
        full = full_fee(law, course.kind, year, _day_of(course, year, today))
        if full is not None:
            plain = payable(full, best(course.reliefs, year))
            reduced = payable(full, best((*course.reliefs, course.offer), year))
            found.append((year, plain, reduced))
    return tuple(found)


def _day_of(course: Course, year: int, today: date) -> date:
    if course.filed_on is None:
        return today
    return max(today, add_years(course.filed_on, year - 1))
