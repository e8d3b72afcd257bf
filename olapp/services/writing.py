"""Writing a plan: what was decided about conflicts, and the changes that follow, in portions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from olapp.domain.holding import Holding
from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble
from olapp.exchange.book import Stopped
from olapp.exchange.steps import Step as Progress
from olapp.services.merging import STATUS, with_told
from olapp.services.planning import Conflict, Plan, RowFate, Step

if TYPE_CHECKING:
    from olapp.persistence.holdings import Holdings
    from olapp.persistence.kept_portfolio import Index, KeptHolding

T = TypeVar("T")
WRITING = N_("Writing to the portfolio")
_AT_ONCE = 500


class Outdated(Trouble):
    """The portfolio is no longer what a plan was made for."""

    def __init__(self, name: str) -> None:
        """Name the file."""
        super().__init__(
            Sentence(N_("The portfolio was changed after the dry run; nothing was taken in.")),
            name,
            Sentence(N_("Make the dry run again, and look at what is different now.")),
        )


@dataclass(slots=True)
class Writing:
    """What a commit writes: new holdings, and kept ones with their new states."""

    plan: Plan
    index: "Callable[[Holding], Index]"
    progress: Progress
    cancelled: Callable[[], bool]
    fresh: list[Step] = field(default_factory=list)
    changed: "list[tuple[KeptHolding, Holding]]" = field(default_factory=list)
    taken: int = 0
    """Conflicts decided for the file."""
    _done: int = 0

    def decide(self, take: Callable[[Conflict], bool], *, include_doubtful: bool) -> None:
        """Decide every conflict, and leave out what is doubtful when that is wanted."""
        for step in self.plan.steps:
            row = self.plan.rows[step.row]
            if row.fate is RowFate.DOUBTFUL and not include_doubtful:
                continue
            if step.kept is None:
                self.fresh.append(step)
                continue
            holding = self._decided(step, row.conflicts, take)
            if holding is not step.kept.holding:
                self.changed.append((step.kept, holding))

    def write(self, holdings: "Holdings", at: datetime, import_id: int) -> None:
        """Write everything; Stopped when cancelled, Outdated when the desk changed meanwhile."""
        self._ask_for_twins(holdings)
        for fresh in _portions(self.fresh):
            self._step(len(fresh))
            items = ((step.holding, self.index(step.holding)) for step in fresh)
            holdings.add_many(items, at=at, import_id=import_id)
        for changed in _portions(self.changed):
            self._step(len(changed))
            news = ((kept, holding, self.index(holding)) for kept, holding in changed)
            holdings.keep_many(news, at=at, import_id=import_id)
        self._step(0)

    def _decided(
        self, step: Step, conflicts: Sequence[Conflict], take: Callable[[Conflict], bool]
    ) -> Holding:
        paths = {each.path for each in conflicts if take(each)}
        if paths.intersection(STATUS):
            paths.update(STATUS)
        chosen = {each.path: each.told for each in conflicts if each.path in paths}
        self.taken += len(chosen)
        return with_told(step.holding, chosen, self.plan.origin) if chosen else step.holding

    def _ask_for_twins(self, holdings: "Holdings") -> None:
        """Outdated when somebody meanwhile added a patent that the plan holds for new."""
        for fresh in _portions(self.fresh):
            if holdings.by_keys(step.keys[0] for step in fresh if step.keys):
                raise Outdated(self.plan.name)

    def _step(self, more: int) -> None:
        if self.cancelled():
            raise Stopped
        self.progress(self._done, len(self.fresh) + len(self.changed), WRITING)
        self._done += more


def _portions(items: Sequence[T]) -> Iterator[Sequence[T]]:
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))
