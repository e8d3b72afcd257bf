"""Peak memory of a batch of packs, against the same batch when it is short.

Each batch is a process of its own that draws so many different packs, all their files, and lets go
of each. "Flat" is a peak at most a tenth higher.
"""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from bench.plan import Plan
from bench.start import ROOT
from bench.table import Row, megabytes, ratio_at_most
from bench.turns import Comparison, take_turns


def rows(plan: Plan) -> Iterator[Row]:
    """Measure the memory."""
    many, few = partial(_peak, plan, plan.many), partial(_peak, plan, plan.few)
    taken = take_turns({"many": many, "few": few}, range(plan.memory_turns))
    yield Row(
        f"peak memory of {plan.many:,} packs",
        f"of {plan.few:,} packs",
        megabytes,
        ratio_at_most(1.1),
        Comparison(taken["many"], taken["few"]),
    )


def _peak(plan: Plan, count: int, _turn: int) -> float:
    """Draw so many packs in a process; gives the peak of its memory in bytes."""
    command = (sys.executable, "-m", "bench.batch", str(count), plan.day.isoformat())
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return float(done.stdout)
