"""Due: what must be done by when over the whole portfolio, and what it will cost."""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.domain.holding import RightState
from olapp.exchange.steps import Step, ignore_step, never
from olapp.law.statute import Law
from olapp.persistence.kept_portfolio import ALL_HOLDINGS, DeadlineRow, HoldingQuery
from olapp.services.due_apart import derived
from olapp.services.due_rows import (
    ALL_DUE,
    Band,
    BandRows,
    DueQuery,
    DueRow,
    Overview,
    band_of,
    span,
)
from olapp.services.forecasts import AgeRow, ForecastRow, ForecastTable, ages, forecast
from olapp.services.indexing import index_of

if TYPE_CHECKING:
    from olapp.i18n import Language
    from olapp.persistence.database import Store, Unit
    from olapp.services.due_out import PaymentList

__all__ = [
    "ALL_DUE",
    "AgeRow",
    "Band",
    "BandRows",
    "Due",
    "DueQuery",
    "DueRow",
    "ForecastRow",
    "ForecastTable",
    "Overview",
    "band_of",
]

_RIGHTS = tuple(state for state in RightState if state.is_right)
_SHOWN = tuple(band for band in Band if band is not Band.LATER)
_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Due:
    """All deadlines and fees of this desk. All methods may run on any thread."""

    store: "Store"
    law: Law
    today: Callable[[], date]
    is_apart: bool = False
    """Whether its day is not the desk's own: lists are derived then, and nothing is kept."""

    def apart(self) -> "Due":
        """Give the deadlines for a day somebody names; those kept stay as of the day it is."""
        return replace(self, is_apart=True)

    def overview(self, *, shown: int = 5) -> Overview:
        """Count the bands and give the first rows of each."""
        today = self.today()
        with self.store.read() as unit:
            bands = tuple(_band(unit, band, today, shown) for band in _SHOWN)
            return Overview(today, bands, unit.deadlines.without_any(_RIGHTS))

    def rows(
        self, query: DueQuery = ALL_DUE, *, offset: int = 0, limit: int = 500
    ) -> tuple[DueRow, ...]:
        """List deadlines, the nearest first."""
        after, until = query.span(self.today())
        with self.store.read() as unit:
            found = unit.deadlines.due(
                query.holdings,
                after=after,
                until=until,
                kinds=query.kinds,
                offset=offset,
                limit=limit,
            )
        return tuple(map(_row, found))

    def count(self, query: DueQuery = ALL_DUE) -> int:
        """Count the deadlines a query finds."""
        after, until = query.span(self.today())
        with self.store.read() as unit:
            return unit.deadlines.count(query.holdings, after=after, until=until, kinds=query.kinds)

    def iterate(self, query: DueQuery = ALL_DUE) -> Iterator[DueRow]:
        """Give all deadlines a query finds, page by page."""
        if self.is_apart:
            with self.store.read() as unit:
                yield from derived(unit, self.law, self.today(), query)
            return
        offset = 0
        while page := self.rows(query, offset=offset, limit=_PAGE):
            yield from page
            offset += len(page)

    def refresh(
        self,
        *,
        is_whole: bool = False,
        step: Step = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> int:
        """Count the deadlines again where the day has moved on; gives of how many patents.

        Only a day that passed moves a deadline, so the others stay, unless ``is_whole`` says that
        the law or the calendar is another one.
        """
        today = self.today()
        with self.store.read() as unit:
            ids = unit.holdings.ids(ALL_HOLDINGS if is_whole else HoldingQuery(due_before=today))
        done = 0
        for start in range(0, len(ids), _PAGE):
            if cancelled():
                break
            step(start, len(ids), "")
            done += self._index_again(ids[start : start + _PAGE], today)
        return done

    def calendar(self, path: Path, say: "Language", query: DueQuery = ALL_DUE) -> int:
        """Write deadlines as a calendar file; gives how many events."""
        from olapp.services.due_out import write_due_calendar  # noqa: PLC0415 - rarely needed

        return write_due_calendar(path, say, self.iterate(query), self.today())

    def payments(self, path: Path, say: "Language", query: DueQuery = ALL_DUE) -> "PaymentList":
        """Write the annual fees to be paid as a sheet for the office, with their sum at the end."""
        from olapp.services.due_out import write_payments  # noqa: PLC0415 - rarely needed

        return write_payments(path, say, self, query)

    def forecast(
        self,
        query: HoldingQuery = ALL_HOLDINGS,
        *,
        step: Step = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> ForecastTable | None:
        """Add up the annual fees of twenty years; None when it was cancelled."""
        return forecast(self.store, self.law, self.today(), query, step=step, cancelled=cancelled)

    def ages(self, query: HoldingQuery = ALL_HOLDINGS) -> tuple[AgeRow, ...]:
        """Count live patents by age, every year from 0 to the oldest."""
        return ages(self.store, self.today(), query)

    def _index_again(self, ids: "array[int]", today: date) -> int:
        with self.store.begin() as unit:
            kept = list(unit.holdings.iterate(ids=ids))
            unit.holdings.index_many(
                (each.id, index_of(self.law, each.holding, today)) for each in kept
            )
        return len(kept)


def _band(unit: "Unit", band: Band, today: date, shown: int) -> BandRows:
    after, until = span(band, today)
    found = unit.deadlines.due(after=after, until=until, limit=shown)
    count = unit.deadlines.count(after=after, until=until)
    return BandRows(band, count, tuple(map(_row, found)))


def _row(row: DeadlineRow) -> DueRow:
    return DueRow(
        holding_id=row.holding_id,
        number=row.number,
        title=row.title,
        department=row.department,
        deadline=row.deadline,
    )
