"""Screening: which patents can be opened to licensees, and what stands in the way of the others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from olapp.domain.finding import Finding, Severity
from olapp.law.statute import Law
from olapp.services.printing import Step, ignore_step, never

if TYPE_CHECKING:
    from olapp.i18n import Language
    from olapp.persistence.database import Store


@dataclass(frozen=True, slots=True)
class Group:
    """Patents with the same thing in their way: the rule, an example of its words, the patents."""

    code: str
    severity: Severity
    example: Finding
    ids: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many patents."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Screened:
    """The state of the pre-check: verdicts as stored, and what has changed since."""

    counts: Mapping[str, int]
    """How many patents per verdict, by its value."""
    groups: tuple[Group, ...]
    judged_on: date | None
    """The earliest day a verdict counted here was given; None when there is none."""
    not_judged: int
    """Patents without a verdict, or changed since, or judged on another day."""
    was_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Screening:
    """The pre-check of the portfolio."""

    store: "Store"
    law: Law
    today: Callable[[], date]

    def run(
        self,
        query: Any = None,
        *,
        step: Step = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> Screened:
        """Judge all patents a query finds (None: all) and keep the verdicts.

        Cancelled, what was judged so far stays; the rest is counted as not judged.
        """
        raise NotImplementedError

    def standing(self, query: Any = None) -> Screened:
        """Give the verdicts as they stand, without judging."""
        raise NotImplementedError

    def findings_of(self, holding_id: int) -> tuple[Finding, ...]:
        """Judge one patent afresh; gives the findings that decide."""
        raise NotImplementedError

    def export(self, path: Path, query: Any, say: "Language") -> int:
        """Write patents, verdicts and reasons as a sheet; gives how many rows."""
        raise NotImplementedError
