"""Stating facts of many patents at once: what becomes of each, and what is better left alone.

A no stated for many never wipes out a recorded yes: a licence, a pledge, a suspension, an offer
or a fee known to be late stays until a person looks at that patent.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from olapp.domain.holding import Holding, Origin, RightState
from olapp.domain.origins import HAND, origin_of, stamped
from olapp.domain.stated import StatedFacts

if TYPE_CHECKING:
    from olapp.law.statute import Law

# The law is heavy, and a window shows its first list before it is awake.
# ruff: noqa: PLC0415

__all__ = ["Foreseen", "StatedFacts", "Statement", "foreseen", "stated"]

_BURDENS = ("is_suspended", "is_pledged", "has_live_declaration", "has_invalidation_pending")


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What stating facts would do, before it is done."""

    chosen: int = 0
    changed: int = 0
    contrary: int = 0
    """Patents of which the contrary is recorded in some point, which stays."""
    feeless: int = 0
    """Patents of which fees are stated though they cost none, or their years cannot be counted."""
    harmed: int = 0
    """Patents whose standing declaration would be hurt."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A patent after facts were stated of it."""

    holding: Holding
    contrary: frozenset[str] = field(default_factory=frozenset)
    """Names of the facts left alone."""
    is_feeless: bool = False


def stated(law: "Law", holding: Holding, facts: StatedFacts, today: date) -> Statement:
    """Give a patent with the facts stated of it, each marked as typed today."""
    told = dict(_answers(facts))
    contrary = frozenset(name for name in told if _is_contrary(holding, name, told, today))
    is_feeless = False
    if facts.tells_of_fees:
        year = _paid_through(law, holding, facts, today)
        is_feeless = year is None
        if _has_late_fee(law, holding, today):
            contrary |= {"fees_paid_through"}
        elif year is not None:
            told["fees_paid_through"] = year
            told["fees_checked_on"] = facts.fees_checked_on or today
    elif facts.fees_checked_on is not None:
        told["fees_checked_on"] = facts.fees_checked_on
    if facts.register_checked_on is not None:
        told["register"] = _looked_at(holding, facts.register_checked_on, today)
    kept = {name: value for name, value in told.items() if name not in contrary}
    return Statement(_with(holding, kept, today), contrary, is_feeless)


def foreseen(law: "Law", holdings: Iterable[Holding], facts: StatedFacts, today: date) -> Foreseen:
    """Count what stating facts of patents would do."""
    counts: Counter[str] = Counter()
    for holding in holdings:
        statement = stated(law, holding, facts, today)
        counts["chosen"] += 1
        counts["changed"] += statement.holding != holding
        counts["contrary"] += bool(statement.contrary)
        counts["feeless"] += statement.is_feeless
        counts["harmed"] += _harms(law, holding, statement.holding, today)
    return Foreseen(**counts)


def _harms(law: "Law", before: Holding, after: Holding, today: date) -> bool:
    from olapp.law.holdings import offer_stands
    from olapp.law.portfolio import guard
    from olapp.law.rule import Setting

    is_offered = after != before and offer_stands(after, today)
    return bool(is_offered and guard(Setting(law, today), before, after))


def _answers(facts: StatedFacts) -> Iterator[tuple[str, Any]]:
    for name in ("has_licensed", *_BURDENS):
        answer = getattr(facts, name)
        if answer is not None:
            yield name, answer


def _is_contrary(holding: Holding, name: str, told: dict[str, Any], today: date) -> bool:
    """Whether a burden is recorded that a stated no would wipe out."""
    if told[name] is not False:
        return False
    if name == "has_licensed":
        return bool(holding.has_licensed or holding.licences)
    from olapp.law.projection import projected

    return getattr(projected(holding, today), name) is True


def _paid_through(law: "Law", holding: Holding, facts: StatedFacts, today: date) -> int | None:
    """Give the year stated, or the last one whose last day has surely passed.

    None abroad, without a right, or without kind and filing date. More paid already stays.
    """
    from olapp.law.dues import fee_account, is_alive, last_due_until

    account = fee_account(law, holding, today)
    if account is None or is_alive(holding) is False:
        return None
    if facts.fees_paid_through is not None:
        return facts.fees_paid_through
    years = account.years
    year = min(last_due_until(years, today), years.last)
    while year > years.first and account.due(year).latest >= today:
        year -= 1
    return max(year, years.first, holding.patent.fees_paid_through or 0)


def _has_late_fee(law: "Law", holding: Holding, today: date) -> bool:
    """Whether a source or recorded payments say that a fee is open past its day."""
    if holding.state is RightState.FEE_OVERDUE:
        return True
    if not holding.payments:
        return False
    from olapp.law.late_fees import FeePosition, balance

    owed = balance(law, holding, today)
    return owed is not None and owed.position in {FeePosition.GRACE, FeePosition.LAPSED}


def _looked_at(holding: Holding, day: date, today: date) -> Any:
    """Give the register as looked at on a day; a later look stays, unless it is still to come."""
    register, before = holding.patent.register, holding.patent.register.checked_on
    is_later = before is not None and day < before <= today
    return register if is_later else replace(register, checked_on=day)


def _with(holding: Holding, told: dict[str, Any], today: date) -> Holding:
    """Put facts into a holding; what was stated today already keeps its mark."""
    own = {name: told.pop(name) for name in ("has_licensed",) if name in told}
    paths = [*own, *(f"patent.{name}" for name in told)]
    after = replace(holding, patent=replace(holding.patent, **told), **own)
    hand = Origin(source=HAND, as_of=today)
    return stamped(after, (path for path in paths if not _is_from(after, path, hand)), hand)


def _is_from(holding: Holding, path: str, origin: Origin) -> bool:
    found = origin_of(holding, path)
    return found is not None and replace(found, paths=()) == origin
