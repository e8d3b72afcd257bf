"""From the start of the process to a usable window.

Ours: ``python -m olapp``, with a store of 50 drafts and with an empty one, until the list of drafts
is filled and painted, or says that there is none. What a person asks of it from then on is done as
soon as the store is open, half a second later. The floor: ``bare_window.py``, the same interpreter
and Qt, until its empty table is painted. A further row, without a goal, shows what of the
difference any such program pays: ``bare_list.py`` paints the same list in Chinese and does no more.

All on Qt's offscreen platform, each once before the first turn, so that files are warm and bytecode
is written, as it is for everyone but those who forbid it.
"""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory
from threading import Timer
from time import perf_counter

from bench.declarations import distinct, richest
from bench.plan import Plan
from bench.table import NO_GOAL, Row, milliseconds, ratio_at_most
from bench.turns import Comparison, take_turns

ROOT = Path(__file__).resolve().parent.parent
MARK = "usable"
FLOOR = "window with an empty table"
_DRAFTS = 50
_PATIENCE = 60.0


def rows(plan: Plan) -> Iterator[Row]:
    """Measure the start."""
    with TemporaryDirectory() as folder:
        filled, empty = Path(folder) / "filled", Path(folder) / "empty"
        _fill(filled)
        ours = (sys.executable, "-m", "olapp")
        bare = (sys.executable, str(ROOT / "bench" / "bare_window.py"))
        bare_list = (sys.executable, str(ROOT / "bench" / "bare_list.py"))
        contestants = {
            "filled": partial(_start, ours, filled),
            "bare": partial(_start, bare, filled),
            "list": partial(_start, bare_list, filled),
            "empty": partial(_start, ours, empty),
            "bare again": partial(_start, bare, empty),
        }
        take_turns(contestants, [-1])
        taken = take_turns(contestants, range(plan.starts))
    goal = ratio_at_most(1.5)
    filled_name = f"start to usable window, {_DRAFTS} drafts"
    pairs = (
        (filled_name, "filled", FLOOR, "bare", goal),
        (filled_name, "filled", "window with the same list", "list", NO_GOAL),
        ("start to usable window, no draft", "empty", FLOOR, "bare again", goal),
    )
    for measure, us, name, floor, promised in pairs:
        yield Row(measure, name, milliseconds, promised, Comparison(taken[us], taken[floor]))


def _fill(home: Path) -> None:
    """Keep drafts where a start with this home will find them."""
    from olapp.persistence.database import Store  # noqa: PLC0415 - no other measure needs it
    from olapp.services.drafts import Drafts  # noqa: PLC0415

    home.mkdir()
    with Store.open(home / "data" / "olapp.db") as store:
        Drafts(store, lambda: datetime.now(UTC)).add_all(distinct(richest(), 1, _DRAFTS))


def started(home: Path, turn: int) -> float:
    """Start olapp with this home; gives the seconds until its window is usable."""
    return _start((sys.executable, "-m", "olapp"), home, turn)


def _start(command: tuple[str, ...], home: Path, _turn: int) -> float:
    """Start a process; gives the seconds until it prints its mark."""
    environment = {
        **{name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "QT_QPA_PLATFORM": "offscreen",
        "OLAPP_HOME": str(home),
        "OLAPP_STARTUP_MARK": MARK,
    }
    started = perf_counter()
    with Popen(command, cwd=ROOT, env=environment, stdout=PIPE, stderr=PIPE, text=True) as process:
        guard = Timer(_PATIENCE, process.kill)
        guard.start()
        line = process.stdout.readline() if process.stdout else ""
        took = perf_counter() - started
        _, said = process.communicate()
        guard.cancel()
    if line.strip() != MARK:
        raise RuntimeError(f"{' '.join(command)} never said that it was usable: {said}")
    return took
