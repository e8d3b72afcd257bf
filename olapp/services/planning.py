"""A plan: what an import would do, row by row, before anything is written."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from olapp.domain.holding import Holding, Origin
from olapp.domain.record import Place
from olapp.domain.sentence import N_, Sentence
from olapp.persistence.kept_portfolio import KeptHolding
from olapp.services.merging import Changed

__all__ = ["Changed", "Conflict", "Plan", "PlanRow", "RowFate", "Step"]


class RowFate(StrEnum):
    """What becomes of a row of a file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    MERGED = "merged"
    """Joined another row of the same file that is about the same patent."""
    DOUBTFUL = "doubtful"
    """New or changed, but a person should look at it; taken in unless told otherwise."""
    REFUSED = "refused"


FATES = {
    RowFate.NEW: N_("New"),
    RowFate.CHANGED: N_("Updated"),
    RowFate.UNCHANGED: N_("Unchanged"),
    RowFate.MERGED: N_("Merged"),
    RowFate.DOUBTFUL: N_("Doubtful"),
    RowFate.REFUSED: N_("Refused"),
}
"""What becomes of a row, as an English msgid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A fact the desk holds on to although the file says otherwise; a person may take the file's.

    Kept are facts that a person typed, and facts that are known as of a later day.
    """

    place: Place
    number: str
    path: str
    kept: Any
    kept_origin: Origin
    told: Any
    told_as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A row of the file with its fate; changes and conflicts stand at the first row of a patent."""

    place: Place
    fate: RowFate
    number: str
    title: str
    reasons: tuple[Sentence, ...] = ()
    changes: tuple[Changed, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One patent that a plan touches."""

    row: int
    """Index of its first row in the plan."""
    keys: tuple[str, ...]
    """What it is matched by."""
    kept: KeptHolding | None
    """The holding on the desk, as it was looked at; None for a new one."""
    holding: Holding
    """As it will be when every conflict is decided for what is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A dry run: every row with its fate, and what a commit would write."""

    name: str
    """The file's name, without its folder."""
    sha256: str
    """Of the file that was read."""
    source: str
    as_of: date
    rows: Sequence[PlanRow]
    counts: Mapping[RowFate, int]
    steps: Sequence[Step] = field(default=(), repr=False)

    @property
    def conflicts(self) -> Iterator[Conflict]:
        """Give all conflicts, in the order of the rows."""
        return (each for row in self.rows for each in row.conflicts)

    @property
    def origin(self) -> Origin:
        """Where the facts taken in come from."""
        return Origin(source=self.source, name=self.name, as_of=self.as_of)


def counted(rows: Iterable[PlanRow]) -> Mapping[RowFate, int]:
    """Count rows by fate; every fate is there."""
    found = Counter(row.fate for row in rows)
    return {fate: found[fate] for fate in RowFate}
