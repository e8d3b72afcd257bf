"""The table of results, in Markdown."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from bench.turns import Comparison

HEAD = ("measure", "ours", "floor or rival", "ratio, median (min–max)", "goal", "met")


@dataclass(frozen=True, slots=True)
class Goal:
    """What was promised."""

    text: str
    is_met: Callable[[Comparison], bool]


def ratio_at_most(limit: float) -> Goal:
    """Promise a median ratio."""
    return Goal(f"ratio ≤ {limit}", lambda taken: taken.ratio <= limit)


def ours_under(limit: float, text: str) -> Goal:
    """Promise a median of ours alone."""
    return Goal(text, lambda taken: median(taken.ours) < limit)


FASTER = Goal("ratio < 1", lambda taken: taken.ratio < 1)
NO_GOAL = Goal("–", lambda _taken: True)
"""For a row that explains another."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    measure: str
    rival: str
    unit: Callable[[float], str]
    goal: Goal
    taken: Comparison | None
    """None when the rival is not there; ``rival`` then says why."""

    def cells(self) -> tuple[str, ...]:
        """Give the texts of the line."""
        if self.taken is None:
            return (self.measure, "–", self.rival, "–", self.goal.text, "–")
        ratios = self.taken.ratios
        return (
            self.measure,
            self.unit(median(self.taken.ours)),
            f"{self.rival}: {self.unit(median(self.taken.rival))}",
            f"{self.taken.ratio:.2f} ({min(ratios):.2f}–{max(ratios):.2f})",
            self.goal.text,
            self._verdict(self.taken),
        )

    def _verdict(self, taken: Comparison) -> str:
        if self.goal is NO_GOAL:
            return "–"
        return "met" if self.goal.is_met(taken) else "**missed**"


def milliseconds(figure: float) -> str:
    """Show seconds in thousandths."""
    return f"{figure * 1000:.{0 if figure >= 0.1 else 1 if figure >= 0.001 else 3}f} ms"


def megabytes(figure: float) -> str:
    """Show bytes in millions."""
    return f"{figure / 1e6:.1f} MB"


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """Give the table line by line, as the rows come."""
    yield _line(HEAD)
    yield _line(["---"] * len(HEAD))
    for row in rows:
        yield _line(row.cells())


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
