"""Batch: declarations for many patents at once, and all their papers in one folder."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Finding
from olapp.domain.sentence import Sentence
from olapp.services.changes import Changes
from olapp.services.checking import Checking
from olapp.services.printing import Printing, Step, ignore_step, never

if TYPE_CHECKING:
    from olapp.i18n import Language
    from olapp.law.statute import Law
    from olapp.persistence.database import Store

Differences = Mapping[int, Mapping[str, Any]]
"""By patent: dotted paths of the declaration and the values they shall have there."""
NO_DIFFERENCES: Differences = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One declaration as it would be made, or the reason why none is."""

    holding_id: int
    number: str
    title: str
    document: Declaration | None
    findings: tuple[Finding, ...] = ()
    skipped: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What a batch made; ``left`` counts what is still to be made when it was stopped."""

    batch_id: int
    draft_ids: tuple[int, ...]
    left: int = 0


@dataclass(frozen=True, slots=True)
class Printed:
    """The packs of a batch on disk."""

    folder: Path
    packs: int
    left: int = 0
    failed: tuple[tuple[str, Sentence], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Batch:
    """Drafts by the dozen."""

    store: "Store"
    law: "Law"
    checking: Checking
    printing: Printing
    now: Callable[[], datetime]
    today: Callable[[], date]

    def plan(
        self,
        ids: Sequence[int],
        terms: Declaration,
        differences: Differences = NO_DIFFERENCES,
        *,
        step: Step = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> tuple[Planned, ...]:
        """Say what would be made of a selection; keeps nothing."""
        raise NotImplementedError

    def make(
        self,
        plan: Sequence[Planned],
        *,
        resume: Made | None = None,
        step: Step = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> Made:
        """Keep the drafts of a plan; stopped, it can be resumed where it was."""
        raise NotImplementedError

    def undo(self, made: Made) -> Changes:
        """Take all drafts of a batch away again."""
        raise NotImplementedError

    def print_all(
        self,
        draft_ids: Sequence[int],
        folder: Path,
        say: "Language",
        *,
        step: Step = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> Printed:
        """Write the pack of each draft into a folder of its own, with an index sheet over all."""
        raise NotImplementedError
