"""``python -m bench``: the table of measures on standard output."""

import argparse
import os
from collections.abc import Sequence
from datetime import date

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench import checks, imports, lists, memory, packs, plan, portfolio, start
from bench.machine import facts
from bench.table import lines
from olapp.app import today

MEASURES = {
    "start": start,
    "checks": checks,
    "packs": packs,
    "memory": memory,
    "lists": lists,
    "portfolio": portfolio,
    "imports": imports,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; always 0."""
    asked = parser().parse_args(arguments)
    chosen = asked.size(asked.date)
    print(f"{asked.date}: {'; '.join(facts())}\n")
    rows = (row for name in asked.only or MEASURES for row in MEASURES[name].rows(chosen))
    for line in lines(rows):
        print(line, flush=True)
    return 0


def parser() -> argparse.ArgumentParser:
    """Say what can be asked."""
    made = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    size = made.add_mutually_exclusive_group()
    size.set_defaults(size=plan.ordinary)
    size.add_argument(
        "--full", dest="size", action="store_const", const=plan.full, help="all 1,000 packs"
    )
    size.add_argument(
        "--smoke",
        dest="size",
        action="store_const",
        const=plan.smoke,
        help="each measure once, to see that it works; the figures mean nothing",
    )
    made.add_argument(
        "--date", type=date.fromisoformat, default=today(), help="the day of the checks and papers"
    )
    made.add_argument("--only", nargs="+", choices=MEASURES, help="these measures alone")
    return made


if __name__ == "__main__":
    raise SystemExit(main())
