"""A plan: what an import would do, row by row, before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from olapp.domain.holding import Holding, Origin
from olapp.domain.record import Place
from olapp.domain.sentence import Sentence


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


@dataclass(frozen=True, slots=True)
class Changed:
    """A fact before and after, as values of the domain."""

    path: str
    before: Any
    after: Any


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
    """One patent to write: a new one, or another body for a kept one."""

    row: int
    """Index of its first row in the plan."""
    target: int | None
    """The kept holding to change; None for a new one."""
    version: int
    """The version of the kept holding that was looked at; 0 for a new one."""
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
