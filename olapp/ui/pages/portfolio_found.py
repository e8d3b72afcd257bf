"""What the list of the portfolio found, and what stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from olapp.services.portfolio import HoldingQuery, HoldingRow, Totals, View
from olapp.ui.tables.paged_model import PAGE

if TYPE_CHECKING:
    from olapp.services.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Listing:
    """What was found: the keys of all, the rows of the first page, whether there are none."""

    ids: Sequence[int]
    first: tuple[HoldingRow, ...]
    is_empty: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the list: sums, and what can be asked for."""

    totals: Totals
    departments: tuple[str, ...]
    tags: tuple[str, ...]
    views: tuple[View, ...]


def find(portfolio: "Portfolio", query: HoldingQuery, order: str, is_reversed: bool) -> Listing:
    """Find rows; runs off the screen's thread."""
    ids = portfolio.ids(query, order, is_reversed)
    return Listing(ids, portfolio.rows(ids[:PAGE]), not ids and not portfolio.count())


def look_around(portfolio: "Portfolio", query: HoldingQuery) -> Around:
    """Add up, and see what can be asked for; runs off the screen's thread."""
    return Around(
        portfolio.totals(query), portfolio.departments(), portfolio.tags(), portfolio.views()
    )
