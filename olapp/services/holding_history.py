"""The history of a holding, fact by fact, out of the states it went through."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from olapp.domain.holding import Holding, Origin
from olapp.domain.origins import origin_of
from olapp.persistence.kept_portfolio import KeptHolding, PastHolding
from olapp.services.facts import differences


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One fact that changed: when, who says so, what it was and what it became."""

    at: datetime
    origin: Origin | None
    """Whose word it is now: a person's or a file's; None when nobody said."""
    import_id: int | None
    """The import that changed it; None for a person."""
    path: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class _State:
    """A state, since when, and what import made it."""

    holding: Holding
    since: datetime
    made_by: int | None


def changes_of(present: KeptHolding, past: Sequence[PastHolding]) -> tuple[Change, ...]:
    """Give every change of every fact, newest first; the first state tells nothing changed."""
    states = list(_states(present, past))
    return tuple(
        Change(
            at=new.since,
            origin=origin_of(new.holding, each.path),
            import_id=new.made_by,
            path=each.path,
            before=each.before,
            after=each.after,
        )
        for old, new in reversed(list(pairwise(states)))
        for each in differences(old.holding, new.holding)
    )


def _states(present: KeptHolding, past: Sequence[PastHolding]) -> list[_State]:
    makers = [present.made_by, *(each.import_id for each in past)]
    states = [
        _State(each.holding, each.since, maker) for each, maker in zip(past, makers, strict=False)
    ]
    return [*states, _State(present.holding, present.changed_at, makers[-1])]
