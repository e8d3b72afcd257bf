"""Work over a whole portfolio: start, pre-check, forecast and memory at every size.

The start is measured as in `start`, with so many patents on the desk and with none; the goal is a
start no slower than an empty one. The pre-check reads, judges and keeps the verdict of every
patent; the forecast adds up the fees of twenty years. The floor of both is sqlite3 reading the same
bodies as text. Memory is the peak of a process that opens the desk, finds everything, sorts it by
title and reads the first screen, against the same with an empty desk.
"""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from bench.plan import Plan
from bench.shelf import database, homes
from bench.start import ROOT, started
from bench.table import (
    NO_GOAL,
    Goal,
    Row,
    megabytes,
    milliseconds,
    ours_under,
    ratio_at_most,
)
from bench.turns import Comparison, Contestant, seconds, take_turns
from olapp.law.statute import shipped_law
from olapp.persistence.database import Store
from olapp.services.due import Due
from olapp.services.screening import Screening

_A_SECOND = 10_000
"""Patents that the pre-check is to judge in a second."""


def rows(plan: Plan) -> Iterator[Row]:
    """Measure the work at every size."""
    with homes((0, *plan.sizes), plan.day) as filled:
        empty = filled.pop(0)
        for size, home in filled.items():
            yield _start(size, home, empty, plan)
            yield from _work(size, home, plan)
            yield _memory(size, home, empty, plan)


def _start(size: int, home: Path, empty: Path, plan: Plan) -> Row:
    contestants = {"us": partial(started, home), "it": partial(started, empty)}
    take_turns(contestants, [-1])
    return _row(
        f"start, {size:,} patents",
        "none",
        ratio_at_most(1.2),
        take_turns(contestants, range(plan.starts)),
    )


def _work(size: int, home: Path, plan: Plan) -> Iterator[Row]:
    law = shipped_law()
    with Store.open(database(home)) as store:
        screening, due = Screening(store, law, lambda: plan.day), Due(store, law, lambda: plan.day)
        read = partial(_read, database(home))
        pace = ours_under(max(size / _A_SECOND, 0.05), f"{_A_SECOND:,} a second")
        for name, goal, work in (
            ("pre-check", pace, screening.run),
            ("forecast of twenty years", NO_GOAL, due.forecast),
        ):
            contestants: dict[str, Contestant] = {
                "us": partial(_timed, work),
                "it": partial(_timed, read),
            }
            taken = take_turns(contestants, range(plan.work_turns))
            yield _row(f"{name}, {size:,} patents", "reading them", goal, taken)


def _memory(size: int, home: Path, empty: Path, plan: Plan) -> Row:
    contestants = {"us": partial(_peak, home), "it": partial(_peak, empty)}
    taken = take_turns(contestants, range(plan.memory_turns))
    compared = Comparison(taken["us"], taken["it"])
    return Row(f"peak memory, {size:,} patents", "none", megabytes, NO_GOAL, compared)


def _row(measure: str, rival: str, goal: Goal, taken: dict[str, tuple[float, ...]]) -> Row:
    return Row(measure, rival, milliseconds, goal, Comparison(taken["us"], taken["it"]))


def _timed(work: Callable[[], object], _turn: int) -> float:
    return seconds(work)


def _read(file: Path) -> None:
    with closing(sqlite3.connect(file)) as bare:
        for _ in bare.execute("SELECT holding_id, body FROM holding_bodies"):
            pass


def _peak(home: Path, _turn: int) -> float:
    """Open, find and sort everything in a process of its own; gives the peak in bytes."""
    command = (sys.executable, "-m", "bench.sorted_list", str(home))
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return float(done.stdout)
