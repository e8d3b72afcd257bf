"""Contestants taking turns, so that a busy machine is unfair to all alike."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Contestant = Callable[[int], float]
"""Runs the turn of this number and gives its figure: seconds, or bytes."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures of two contestants, turn by turn."""

    ours: tuple[float, ...]
    rival: tuple[float, ...]

    @property
    def ratios(self) -> tuple[float, ...]:
        """Ours by the rival's, within each turn."""
        return tuple(a / b for a, b in zip(self.ours, self.rival, strict=True))

    @property
    def ratio(self) -> float:
        """The median of the ratios."""
        return median(self.ratios)


def take_turns(
    contestants: Mapping[str, Contestant], turns: Iterable[int]
) -> dict[str, tuple[float, ...]]:
    """Run every contestant once in each turn; gives the figures by name."""
    figures: dict[str, list[float]] = {name: [] for name in contestants}
    for turn in turns:
        for name, contestant in contestants.items():
            figures[name].append(contestant(turn))
    return {name: tuple(taken) for name, taken in figures.items()}


def seconds(work: Callable[[], object]) -> float:
    """Time one run of some work."""
    started = perf_counter()
    work()
    return perf_counter() - started
