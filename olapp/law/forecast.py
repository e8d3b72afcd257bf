"""What annual fees will cost, calendar year by calendar year."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from olapp.domain.holding import Holding
from olapp.domain.money import Yuan
from olapp.law.statute import Law

Group = TypeVar("Group", bound=Hashable)
YEARS = 20


@dataclass(frozen=True, slots=True)
class ForecastYear:
    """The annual fees that come due in a calendar year, late fees apart."""

    calendar_year: int
    without: Yuan
    """As things stand."""
    with_offer: Yuan
    """If an open licence were recorded today, for the rest of the term."""


def forecast(
    law: Law, holding: Holding, today: date, years: int = YEARS
) -> tuple[ForecastYear, ...]:
    """Give the fees of one holding, from this calendar year on."""
    return forecast_total(law, (holding,), today, years)


def forecast_total(
    law: Law, holdings: Iterable[Holding], today: date, years: int = YEARS
) -> tuple[ForecastYear, ...]:
    """Give the fees of many holdings together."""
    return ()


def forecast_by(
    law: Law,
    holdings: Iterable[Holding],
    group: Callable[[Holding], Group],
    today: date,
    years: int = YEARS,
) -> Mapping[Group, tuple[ForecastYear, ...]]:
    """Give the fees of many holdings by group, as their department."""
    return {}
