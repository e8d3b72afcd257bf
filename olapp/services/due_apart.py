"""Deadlines as of another day than the desk's own: derived for the asking, and not kept."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from olapp.domain.deadline import Deadline
from olapp.law.deadlines import deadlines
from olapp.law.statute import Law
from olapp.services.due_rows import DueQuery, DueRow

if TYPE_CHECKING:
    from olapp.persistence.database import Unit
    from olapp.persistence.kept_portfolio import KeptHolding


def derived(unit: "Unit", law: Law, today: date, query: DueQuery) -> list[DueRow]:
    """Give what a query finds, the nearest first, as if ``today`` had come."""
    after, until = query.span(today)
    rows = (
        row
        for kept in unit.holdings.iterate(query.holdings)
        for row in _rows(kept, deadlines(law, kept.holding, today))
        if not query.kinds or row.deadline.kind in query.kinds
        if (after is None or row.day > after) and (until is None or row.day <= until)
    )
    return sorted(rows, key=lambda row: (row.day, row.number, row.deadline.key))


def _rows(kept: "KeptHolding", found: tuple[Deadline, ...]) -> Iterator[DueRow]:
    holding = kept.holding
    for deadline in {each.key: each for each in found}.values():
        yield DueRow(
            holding_id=kept.id,
            number=holding.patent.number or "",
            title=holding.patent.title or "",
            department=holding.department or "",
            deadline=deadline,
        )
