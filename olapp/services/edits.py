"""Edits of many patents in one unit of work, each of which can be taken back as a whole."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from olapp.domain.holding import Holding
from olapp.services.facts import typed

if TYPE_CHECKING:
    from olapp.persistence.database import Unit
    from olapp.persistence.kept_portfolio import Index, KeptHolding
    from olapp.services.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Undo:
    """What takes an edit of many holdings back."""

    edit_id: int
    count: int


def edit(portfolio: "Portfolio", ids: Sequence[int], change: Callable[[Holding], Holding]) -> Undo:
    """Change many holdings in one unit of work; those already as wished stay untouched."""
    day = portfolio.today()
    changed: list[int] = []

    def news(unit: "Unit") -> "Iterator[tuple[KeptHolding, Holding, Index]]":
        for kept in unit.holdings.iterate(ids=ids):
            after = change(kept.holding)
            if after != kept.holding:
                changed.append(kept.id)
                fresh = typed(kept.holding, after, day)
                yield kept, fresh, portfolio.index(fresh)

    with portfolio.store.begin() as unit:
        edit_id = unit.holdings.next_edit()
        unit.holdings.keep_many(news(unit), at=portfolio.now(), edit_id=edit_id)
    return Undo(edit_id, len(changed))
