"""Forecasts: what annual fees will cost, and how old the portfolio is."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from olapp.domain.holding import Holding
from olapp.domain.money import Yuan, total
from olapp.exchange.book import Stopped
from olapp.exchange.steps import Step, ignore_step, never
from olapp.law.forecast import ForecastYear, forecast_by
from olapp.law.statute import Law
from olapp.persistence.kept_portfolio import HoldingQuery

if TYPE_CHECKING:
    from olapp.persistence.database import Store

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """What one calendar year, or one department, costs without and with open licences."""

    name: str
    """The year, or the department; empty for patents of none."""
    without: Yuan
    with_offer: Yuan


@dataclass(frozen=True, slots=True)
class ForecastTable:
    """The annual fees of the years to come, by calendar year and by department."""

    by_year: tuple[ForecastRow, ...]
    by_department: tuple[ForecastRow, ...]
    holdings: int


@dataclass(frozen=True, slots=True)
class AgeRow:
    """How many live patents are so many full years old, counted from filing."""

    years: int
    count: int


def forecast(
    store: "Store",
    law: Law,
    today: date,
    query: HoldingQuery,
    *,
    step: Step = ignore_step,
    cancelled: Callable[[], bool] = never,
) -> ForecastTable | None:
    """Add up the annual fees of the years to come; None when it was cancelled."""
    with store.read() as unit:
        count = unit.holdings.count(query)

        def told() -> Iterator[Holding]:
            for done, kept in enumerate(unit.holdings.iterate(query)):
                if done % _PAGE == 0:
                    if cancelled():
                        raise Stopped
                    step(done, count, "")
                yield kept.holding

        try:
            found = forecast_by(law, told(), _department, today)
        except Stopped:
            return None
    return ForecastTable(_by_year(found.values()), _by_department(found.items()), count)


def ages(store: "Store", today: date, query: HoldingQuery) -> tuple[AgeRow, ...]:
    """Count live patents by age, every year from 0 to the oldest."""
    counts: Counter[int] = Counter()
    with store.read() as unit:
        ids = unit.holdings.ids(query)
        for start in range(0, len(ids), _PAGE):
            for row in unit.holdings.rows(ids[start : start + _PAGE]):
                if row.state is not None and row.state.is_right and row.filed_on:
                    counts[full_years(row.filed_on, today)] += 1
    oldest = max(counts, default=-1)
    return tuple(AgeRow(years, counts[years]) for years in range(oldest + 1))


def full_years(since: date, today: date) -> int:
    """Count full years between two days; a day that is still to come counts as none.

    >>> full_years(date(2020, 2, 29), date(2021, 2, 28))
    0
    """
    years = today.year - since.year - ((today.month, today.day) < (since.month, since.day))
    return max(0, years)


def _department(holding: Holding) -> str:
    return holding.department or ""


def _by_year(groups: "Iterable[tuple[ForecastYear, ...]]") -> tuple[ForecastRow, ...]:
    without: dict[int, list[Yuan]] = {}
    with_offer: dict[int, list[Yuan]] = {}
    for years in groups:
        for year in years:
            without.setdefault(year.calendar_year, []).append(year.without)
            with_offer.setdefault(year.calendar_year, []).append(year.with_offer)
    return tuple(
        ForecastRow(str(year), total(without[year]), total(with_offer[year]))
        for year in sorted(without)
    )


def _by_department(
    groups: "Iterable[tuple[str, tuple[ForecastYear, ...]]]",
) -> tuple[ForecastRow, ...]:
    rows = [
        ForecastRow(
            name, total(year.without for year in years), total(year.with_offer for year in years)
        )
        for name, years in groups
    ]
    return tuple(sorted(rows, key=lambda row: (row.without, row.name), reverse=True))
