"""Due: what must be done by when over the whole portfolio, and what it will cost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.domain.deadline import DeadlineKind
from olapp.domain.finding import Source
from olapp.domain.money import Yuan
from olapp.law.statute import Law
from olapp.services.printing import Step, ignore_step, never

if TYPE_CHECKING:
    from olapp.i18n import Language
    from olapp.persistence.database import Store


class Band(StrEnum):
    """How near a day is; the order is the order of the start page."""

    OVERDUE = "overdue"
    DAY = "day"
    """Today or tomorrow."""
    WEEK = "week"
    """Within 7 days."""
    MONTH = "month"
    """Within 30 days."""
    QUARTER = "quarter"
    """Within 90 days."""
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """One deadline of one patent, as a list shows it."""

    holding_id: int
    number: str
    title: str
    department: str
    key: str
    kind: DeadlineKind
    nominal: date
    rolled: date | None
    source: Source
    year: int | None = None
    amount: Yuan | None = None
    is_assumed: bool = False

    @property
    def day(self) -> date:
        """The last day that counts: the rolled one where the calendar knows it."""
        return self.rolled or self.nominal


@dataclass(frozen=True, slots=True)
class BandRows:
    """A band: how many deadlines stand in it, and the first of them."""

    band: Band
    count: int
    rows: tuple[DueRow, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What the start page shows."""

    today: date
    bands: tuple[BandRows, ...]
    without_any: int
    """Live patents without any deadline: facts are missing, and nobody will be reminded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueQuery:
    """Which deadlines a list shows."""

    band: Band | None = None
    until: date | None = None
    kinds: frozenset[DeadlineKind] = frozenset()
    department: str | None = None
    holding_ids: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """What one calendar year, or one department, costs without and with open licences."""

    name: str
    without: Yuan
    with_offer: Yuan


@dataclass(frozen=True, slots=True)
class ForecastTable:
    """Twenty years of annual fees, by calendar year and by department."""

    by_year: tuple[ForecastRow, ...]
    by_department: tuple[ForecastRow, ...]
    holdings: int


@dataclass(frozen=True, slots=True)
class AgeRow:
    """How many live patents are so many full years old, counted from filing."""

    years: int
    count: int


@dataclass(frozen=True, slots=True)
class Due:
    """All deadlines and fees of this desk."""

    store: "Store"
    law: Law
    today: Callable[[], date]

    def overview(self, *, shown: int = 5) -> Overview:
        """Count the bands and give the first rows of each."""
        raise NotImplementedError

    def rows(self, query: DueQuery, *, offset: int = 0, limit: int = 500) -> tuple[DueRow, ...]:
        """List deadlines, the nearest first."""
        raise NotImplementedError

    def count(self, query: DueQuery) -> int:
        """Count the deadlines a query finds."""
        raise NotImplementedError

    def refresh(self, *, step: Step = ignore_step, cancelled: Callable[[], bool] = never) -> int:
        """Count the deadlines again where the day has moved on; gives how many patents changed."""
        raise NotImplementedError

    def calendar(self, path: Path, query: DueQuery, say: "Language") -> int:
        """Write deadlines as a calendar file; gives how many events."""
        raise NotImplementedError

    def payment_list(self, path: Path, query: DueQuery, say: "Language") -> int:
        """Write the annual fees to be paid as a sheet for the office; gives how many rows."""
        raise NotImplementedError

    def forecast(
        self,
        ids: Sequence[int] | None = None,
        *,
        years: int = 20,
        step: Step = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> ForecastTable | None:
        """Add up the annual fees of the years to come; None when it was cancelled."""
        raise NotImplementedError

    def ages(self) -> tuple[AgeRow, ...]:
        """Count live patents by age."""
        raise NotImplementedError
