"""Batch: declarations for many patents at once, planned, made, resumed, undone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Finding, Severity
from olapp.domain.holding import Holding
from olapp.domain.party import Party
from olapp.domain.paths import put
from olapp.domain.sentence import N_, Sentence
from olapp.exchange.steps import Step, ignore_step, never
from olapp.forms.declaration import DECLARATION
from olapp.law.portfolio import Verdict, judge
from olapp.law.projection import as_declaration
from olapp.law.rule import Setting
from olapp.persistence.kept_portfolio import KeptHolding
from olapp.services.changes import Changes
from olapp.services.checking import Checking
from olapp.services.drafts import Drafts, as_template
from olapp.services.printing import Printing

if TYPE_CHECKING:
    from olapp.i18n import Language
    from olapp.law.statute import Law
    from olapp.persistence.database import Store, Unit
    from olapp.services.batch_print import Printed

__all__ = ["NO_DIFFERENCES", "Batch", "Differences", "Made", "Planned", "Undone"]

Differences = Mapping[int, Mapping[str, Any]]
"""By patent: dotted paths of the declaration and the values they shall have there."""
NO_DIFFERENCES: Differences = MappingProxyType({})
_AT_ONCE = 25
"""Drafts kept in one unit of work: stopped, so many at most are made once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One declaration as it would be made, or the reason why none is."""

    holding_id: int
    number: str
    title: str
    verdict: Verdict
    document: Declaration | None
    findings: tuple[Finding, ...] = ()
    skipped: Sentence | None = None

    @property
    def errors(self) -> int:
        """How many findings stop a filing."""
        return sum(each.severity is Severity.ERROR for each in self.findings)


@dataclass(frozen=True, slots=True)
class Made:
    """What a batch made so far; ``left`` counts what is still to be made when it was stopped."""

    batch_id: int
    draft_ids: tuple[int, ...]
    left: int = 0


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking a batch back did: drafts worked on since stay."""

    removed: int
    kept: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Drafts by the dozen. All methods may run on any thread."""

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
        takes_barred: bool = False,
        step: Step = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> tuple[Planned, ...]:
        """Say what would be made of a selection, in its order; keeps nothing.

        Cancelled, the answer is empty.
        """
        with self.store.read() as unit:
            kept = tuple(unit.holdings.iterate(ids=ids))
            drafted = unit.drafts.numbers(besides=0)
        planned: list[Planned] = []
        for done, each in enumerate(kept):
            if cancelled():
                return ()
            step(done, len(kept), each.holding.patent.number or "")
            own = differences.get(each.id, {})
            planned.append(self._planned(each, terms, own, drafted, takes_barred=takes_barred))
        return tuple(planned)

    def make(
        self,
        plan: Sequence[Planned],
        *,
        resume: Made | None = None,
        step: Step = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> Made:
        """Keep the drafts of a plan; stopped, it can be resumed where it was."""
        batch_id = resume.batch_id if resume else self._begin()
        with self.store.read() as unit:
            made = unit.batches.drafts(batch_id)
        wanted = [each for each in plan if each.document is not None]
        to_do = [each for each in wanted if each.holding_id not in made]
        for start in range(0, len(to_do), _AT_ONCE):
            if cancelled():
                break
            part = to_do[start : start + _AT_ONCE]
            step(len(wanted) - len(to_do) + start, len(wanted), part[0].number)
            with self.store.begin() as unit:
                made |= dict(self._add(unit, batch_id, part))
        ids = tuple(made[each.holding_id] for each in wanted if each.holding_id in made)
        return Made(batch_id, ids, len(wanted) - len(ids))

    def undo(self, batch_id: int) -> tuple[Undone, Changes]:
        """Take the drafts of a batch away again; those somebody worked on since stay."""
        removed = kept = 0
        with self.store.begin() as unit:
            for draft_id in unit.batches.drafts(batch_id).values():
                if unit.drafts.get(draft_id).version > 1:
                    kept += 1
                else:
                    unit.drafts.trash(draft_id, at=self.now())  # only from there one is erased
                    unit.drafts.erase(draft_id)
                    removed += 1
            unit.batches.remove(batch_id)
        return Undone(removed, kept), Changes(drafts=True)

    def print_all(
        self,
        draft_ids: Sequence[int],
        folder: Path,
        say: "Language",
        *,
        resume: "Printed | None" = None,
        step: Step = ignore_step,
        cancelled: Callable[[], bool] = never,
    ) -> "Printed":
        """Write the pack of each draft into a folder of its own, with an index sheet over all."""
        from olapp.services.batch_print import print_packs  # noqa: PLC0415 - rarely needed

        drafts = Drafts(self.store, self.now)
        return print_packs(
            drafts,
            self.printing,
            draft_ids,
            folder,
            say,
            resume=resume,
            step=step,
            cancelled=cancelled,
        )

    def _begin(self) -> int:
        with self.store.begin() as unit:
            return unit.batches.add("", at=self.now())

    def _add(
        self, unit: "Unit", batch_id: int, part: Sequence[Planned]
    ) -> Iterator[tuple[int, int]]:
        for each in part:
            if each.document is not None:
                draft = unit.drafts.add(
                    each.document, at=self.now(), form_revision=DECLARATION.revision
                )
                unit.batches.add_draft(batch_id, each.holding_id, draft.id)
                yield each.holding_id, draft.id

    def _planned(
        self,
        kept: KeptHolding,
        terms: Declaration,
        own: Mapping[str, Any],
        drafted: frozenset[str] | set[str],
        *,
        takes_barred: bool,
    ) -> Planned:
        holding = kept.holding
        verdict = judge(Setting(self.law, self.today()), holding).verdict
        planned = Planned(
            holding_id=kept.id,
            number=holding.patent.number or "",
            title=holding.patent.title or "",
            verdict=verdict,
            document=None,
            skipped=_reason(holding, verdict, drafted, takes_barred=takes_barred),
        )
        if planned.skipped is not None:
            return planned
        document = combined(holding, terms, self.today())
        for path, value in own.items():
            document = put(document, path, value)
        return replace(planned, document=document, findings=self.checking.check(document))


def combined(holding: Holding, terms: Declaration, today: date) -> Declaration:
    """Give a declaration on a patent with the terms of another: shared terms, own facts of today.

    Patentees are those of the patent; what the terms know of a party of the same name is kept.
    """
    facts, shared = as_declaration(holding, today), as_template(terms)
    known = {party.name: party for party in shared.patentees if party.name}
    return replace(
        shared,
        patent=facts.patent,
        patentees=tuple(_known(party, known) for party in facts.patentees) or shared.patentees,
        has_owners_agreement=facts.has_owners_agreement,
        has_licensed=facts.has_licensed,
        licences=facts.licences,
        signatures=(),
    )


def _known(party: Party, known: Mapping[str, Party]) -> Party:
    return known.get(party.name or "", party)


def _reason(
    holding: Holding, verdict: Verdict, drafted: frozenset[str] | set[str], *, takes_barred: bool
) -> Sentence | None:
    """Say why no declaration is made of a patent; None when one is."""
    if holding.country != "CN":
        return Sentence(N_("Only Chinese patents can be declared."))
    if not holding.patent.number:
        return Sentence(N_("The patent has no number."))
    if holding.patent.number in drafted:
        return Sentence(N_("There is a declaration on this patent already."))
    if verdict is Verdict.BARRED and not takes_barred:
        return Sentence(N_("The pre-check bars it."))
    return None
