"""The dry run: the rows of a file against the desk, before anything is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from olapp.domain.holding import Holding, Origin
from olapp.domain.record import Record
from olapp.domain.sentence import N_, Sentence
from olapp.exchange.book import Stopped
from olapp.exchange.steps import Step as Progress
from olapp.persistence.holding_keys import keys_of
from olapp.persistence.kept_portfolio import KeptHolding
from olapp.services.gathering import (
    Gathered,
    Telling,
    gathered,
    number_key,
    one_patent,
    telling,
)
from olapp.services.merging import Laid, fresh, laid_over
from olapp.services.planning import Conflict, PlanRow, RowFate, Step

COMPARING = N_("Comparing with the portfolio")
_AT_ONCE = 1000
"""So many patents are fetched from the desk at a time."""
_SAME_AS = N_("It is about the same patent as row {row}.")
_LATIN = N_("Its wording in Latin script does not take the place of the Chinese one.")
_CONFIRMED = N_("It says what is known, as of a later day.")
_TWIN = N_("Its publication number is also that of another patent, {number}.")
_TWICE = N_("The portfolio has this patent a second time, as {number}.")

ByKeys = Callable[[Iterable[str]], Mapping[str, KeptHolding]]


@dataclass(slots=True)
class DryRun:
    """Rows and steps of a plan, while they are being found."""

    records: Sequence[Record]
    origin: Origin
    """Of all facts of the file; its paths do not count."""
    as_of: date
    rows: list[PlanRow | None] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def run(self, by_keys: ByKeys, progress: Progress, cancelled: Callable[[], bool]) -> None:
        """Compare every row with the desk; Stopped when it is cancelled."""
        groups = gathered(self.records)
        self.rows = [_refused(each) for each in self.records]
        done = 0
        for some in _portions(groups):
            if cancelled():
                raise Stopped
            progress(done, len(groups), COMPARING)
            found = by_keys(key for group in some for key in group.keys)
            for group in some:
                self._plan(group, found)
            done += len(some)
        progress(done, len(groups), COMPARING)

    def whole(self) -> tuple[PlanRow, ...]:
        """Give the rows, each with its fate."""
        return tuple(row for row in self.rows if row is not None)

    def _plan(self, group: Gathered, found: Mapping[str, KeptHolding]) -> None:
        told = telling([self.records[row] for row in group.rows])
        kept, odd = _match(group, found)
        doubts = (*odd, *told.doubts)
        if kept is None:
            self._plan_new(group, told, doubts)
        else:
            self._plan_change(group, told, doubts, kept)

    def _plan_new(self, group: Gathered, told: Telling, doubts: tuple[Sentence, ...]) -> None:
        holding = fresh(told.holding, told.told, self.origin)
        self._step(group, None, holding)
        self._tell(group, RowFate.NEW, holding, doubts)

    def _plan_change(
        self, group: Gathered, told: Telling, doubts: tuple[Sentence, ...], kept: KeptHolding
    ) -> None:
        laid = laid_over(kept.holding, told.holding, told.told, self.origin)
        if laid.held or not laid.is_same:
            self._step(group, kept, laid.holding)
        fate = RowFate.CHANGED if laid.changes else RowFate.UNCHANGED
        self._tell(group, fate, laid.holding, doubts, laid)

    def _step(self, group: Gathered, kept: KeptHolding | None, holding: Holding) -> None:
        first = [group.number_key] if group.number_key else []
        names = tuple(dict.fromkeys([*first, *group.keys]))
        self.steps.append(Step(row=group.rows[0], keys=names, kept=kept, holding=holding))

    def _tell(
        self,
        group: Gathered,
        fate: RowFate,
        holding: Holding,
        doubts: tuple[Sentence, ...],
        laid: Laid | None = None,
    ) -> None:
        """Write the rows of a patent: the first with all that is said of it, the rest as merged."""
        first, *others = group.rows
        for row in others:
            self.rows[row] = self._merged(self.records[row], self.records[first])
        all_doubts = (*doubts, *_doubts(self.records[row] for row in group.rows))
        if all_doubts and fate is not RowFate.UNCHANGED:
            fate = RowFate.DOUBTFUL
        record = self.records[first]
        self.rows[first] = PlanRow(
            place=record.place,
            fate=fate,
            number=shown_number(holding),
            title=holding.patent.title or "",
            reasons=(*all_doubts, *_notes(laid)),
            changes=laid.changes if laid else (),
            conflicts=self._conflicts(record, holding, laid) if laid else (),
        )

    def _merged(self, record: Record, first: Record) -> PlanRow:
        same = Sentence(_SAME_AS, {"row": first.place.row})
        return PlanRow(
            place=record.place,
            fate=RowFate.MERGED,
            number=shown_number(record.holding),
            title=record.holding.patent.title or "",
            reasons=(same, *_doubts((record,))),
        )

    def _conflicts(self, record: Record, holding: Holding, laid: Laid) -> tuple[Conflict, ...]:
        return tuple(
            Conflict(
                place=record.place,
                number=shown_number(holding),
                path=held.path,
                kept=held.kept,
                kept_origin=held.origin,
                told=held.told,
                told_as_of=self.as_of,
            )
            for held in laid.held
        )


def shown_number(holding: Holding) -> str:
    """Give the number a person knows a patent by."""
    bare = holding.patent
    return bare.number or bare.publication_number or holding.published_as or ""


def _match(
    group: Gathered, found: Mapping[str, KeptHolding]
) -> tuple[KeptHolding | None, tuple[Sentence, ...]]:
    """Give the holding on the desk that is this patent, and what is odd about the match."""
    alike = {kept.id: kept for key in group.keys if (kept := found.get(key)) is not None}
    if not alike:
        return None, ()
    ours = one_patent(group.number_key, alike.values(), _number_key)
    twins = [_said(_TWIN, kept) for kept in alike.values() if kept not in ours]
    return next(iter(ours), None), (*twins, *(_said(_TWICE, kept) for kept in ours[1:]))


def _number_key(kept: KeptHolding) -> str | None:
    return number_key(kept.holding, keys_of(kept.holding))


def _said(text: str, kept: KeptHolding) -> Sentence:
    return Sentence(text, {"number": shown_number(kept.holding)})


def _refused(record: Record) -> PlanRow | None:
    if record.refusal is None:
        return None
    others = (each for each in _doubts((record,)) if each != record.refusal)
    return PlanRow(
        place=record.place,
        fate=RowFate.REFUSED,
        number=shown_number(record.holding),
        title=record.holding.patent.title or "",
        reasons=(record.refusal, *others),
    )


def _doubts(records: Iterable[Record]) -> Iterator[Sentence]:
    return (doubt.sentence for record in records for doubt in record.doubts)


def _notes(laid: Laid | None) -> Iterator[Sentence]:
    if laid is None:
        return
    if laid.passed_over:
        yield Sentence(_LATIN)
    if not laid.changes and not laid.is_same:
        yield Sentence(_CONFIRMED)


def _portions(groups: Iterable[Gathered]) -> Iterator[list[Gathered]]:
    waiting = iter(groups)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some
