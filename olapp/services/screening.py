"""Screening: which patents can be opened to licensees, and what stands in the way of the others."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.domain.finding import Finding, Severity
from olapp.domain.holding import Holding
from olapp.exchange.steps import Step, ignore_step, never
from olapp.law.portfolio import Judgement, Verdict, judge
from olapp.law.rule import Setting
from olapp.law.statute import Law
from olapp.persistence.kept_portfolio import ALL_HOLDINGS, HoldingQuery, KeptHolding, KeptVerdict
from olapp.services.collecting import uncollected
from olapp.services.refusals import written
from olapp.services.spoken import choice

if TYPE_CHECKING:
    from olapp.exchange.sheet_out import Column, Shown
    from olapp.i18n import Language
    from olapp.persistence.database import Store, Unit

__all__ = ["Group", "Judgement", "Screened", "Screening", "Verdict"]

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Group:
    """Patents in whose verdict the same rule has its part."""

    code: str
    verdicts: tuple[Verdict, ...]
    """What the patents are judged."""
    example: Finding | None
    """As it reads for the first of the patents; None when its facts have changed meanwhile."""
    ids: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many patents."""
        return len(self.ids)

    @property
    def severity(self) -> Severity:
        """How heavy it weighs."""
        return self.example.severity if self.example else Severity.UNKNOWN


@dataclass(frozen=True, slots=True)
class Screened:
    """The pre-check as it stands: verdicts kept, and what has changed since."""

    counts: Mapping[Verdict, int]
    groups: tuple[Group, ...]
    """By what stands in the way, the heaviest first, then that of most patents."""
    judged_on: date | None
    """The earliest day a verdict counted here was given; None when there is none."""
    not_judged: int
    """Patents without a verdict on their present facts."""

    @property
    def judged(self) -> int:
        """How many patents are judged."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Screening:
    """The pre-check of the portfolio. All methods may run on any thread."""

    store: "Store"
    law: Law
    today: Callable[[], date]

    @uncollected()
    def run(
        self,
        query: HoldingQuery = ALL_HOLDINGS,
        *,
        step: Step = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> Screened:
        """Judge all patents a query finds and keep the verdicts.

        Cancelled, what was judged so far stays, and the rest is not judged.
        """
        at = Setting(self.law, self.today())
        with self.store.read() as unit:
            ids = unit.holdings.ids(query)
        for start in range(0, len(ids), _PAGE):
            if cancelled():
                break
            step(start, len(ids), "")
            with self.store.read() as unit:
                kept = list(unit.holdings.iterate(ids=ids[start : start + _PAGE]))
            verdicts = [_verdict(each, at) for each in kept]
            with self.store.begin() as unit:
                unit.verdicts.keep_many(verdicts)
        return self.standing(query)

    def standing(self, query: HoldingQuery = ALL_HOLDINGS) -> Screened:
        """Give the verdicts as they stand, without judging."""
        with self.store.read() as unit:
            totals = unit.holdings.totals(query).by_verdict
            counts = {verdict: totals.get(verdict.value, 0) for verdict in Verdict}
            left = sum(totals.values()) - sum(counts.values())
            return Screened(counts, self._groups(unit, query), _judged_on(unit, query), left)

    def judge(self, holding: Holding) -> Judgement:
        """Judge one patent as of today; nothing is kept."""
        return judge(Setting(self.law, self.today()), holding)

    def export(
        self,
        path: Path,
        say: "Language",
        query: HoldingQuery = ALL_HOLDINGS,
        *,
        step: Step = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> int:
        """Write patents, verdicts and reasons as a sheet; gives how many rows.

        All are judged as of today; cancelled, no file is written and the answer is 0.
        """
        from olapp.exchange.sheet_out import format_of, write_sheet  # noqa: PLC0415 - rarely needed

        with self.store.read() as unit:
            count = unit.holdings.count(query)
            rows: list[tuple[Shown, ...]] = []
            for kept in unit.holdings.iterate(query):
                if len(rows) % _PAGE == 0:
                    step(len(rows), count, "")
                    if cancelled():
                        return 0
                rows.append(self._cells(kept.holding, say))
        with written(path):
            write_sheet(path, say("Pre-check"), _columns(say), rows, format_of(path))
        return len(rows)

    def _groups(self, unit: "Unit", query: HoldingQuery) -> tuple[Group, ...]:
        verdicts: dict[str, list[Verdict]] = {}
        for verdict, code in unit.verdicts.by_code(query):
            verdicts.setdefault(code, []).append(Verdict(verdict))
        groups = (self._group(unit, code, found, query) for code, found in verdicts.items())
        return tuple(sorted(groups, key=_by_weight))

    def _group(
        self, unit: "Unit", code: str, verdicts: list[Verdict], query: HoldingQuery
    ) -> Group:
        ids = unit.verdicts.ids(code, query)
        found = self.judge(unit.holdings.get(ids[0]).holding).findings if ids else ()
        example = next((each for each in found if each.code == code), None)
        return Group(code, tuple(sorted(verdicts, key=list(Verdict).index)), example, ids)

    def _cells(self, holding: Holding, say: "Language") -> tuple["Shown", ...]:
        found = self.judge(holding)
        findings = found.findings
        return (
            holding.patent.number or holding.published_as,
            holding.patent.title,
            holding.department,
            holding.reference,
            choice(found.verdict, say),
            " ".join(dict.fromkeys(each.code for each in findings)),
            "\n".join(say.finding(each) for each in findings),
            "\n".join(dict.fromkeys(say.remedy(each) for each in findings)),
            self.today(),
        )


def _by_weight(group: Group) -> tuple[int, int, str]:
    return group.severity.rank, -group.count, group.code


def _verdict(kept: KeptHolding, at: Setting) -> KeptVerdict:
    found = judge(at, kept.holding)
    return KeptVerdict(
        holding_id=kept.id,
        version=kept.version,
        verdict=found.verdict.value,
        judged_on=at.today,
        codes=tuple(dict.fromkeys(each.code for each in found.findings)),
    )


def _judged_on(unit: "Unit", query: HoldingQuery) -> date | None:
    first = unit.holdings.ids(query, order="judged_on")[:1]
    rows = unit.holdings.rows(first)
    return rows[0].judged_on if rows else None


def _columns(say: "Language") -> Sequence["Column"]:
    from olapp.exchange.sheet_out import Column  # noqa: PLC0415 - with its writer

    return (
        Column(say("Patent number")),
        Column(say("Title")),
        Column(say("Department")),
        Column(say("Own reference")),
        Column(say("Verdict")),
        Column(say("Rules")),
        Column(say("Reasons")),
        Column(say("What to do")),
        Column(say("Judged on"), "date"),
    )
