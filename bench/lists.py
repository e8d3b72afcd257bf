"""The list of patents: from a keystroke to the first screen of rows, and sorting.

Ours: what the window asks of the portfolio at each keystroke, all keys in order and the rows of the
first screen. The floor: a bare sqlite3 connection that runs the same search, written by hand, and
reads the same columns of as many rows. Each turn types nine searches key by key, in Chinese, in
digits and in Latin letters; the figure is the 95th percentile over all keystrokes.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from functools import partial

from bench.plan import Plan
from bench.shelf import database, homes
from bench.table import Goal, Row, milliseconds
from bench.turns import Comparison, Contestant, seconds, take_turns
from olapp.app import now
from olapp.law.statute import shipped_law
from olapp.persistence.database import Store
from olapp.persistence.searching import expression
from olapp.services.portfolio import COLUMNS, HoldingQuery, Portfolio

_SCREEN = 40
_SEARCHES = (
    "锂离子电池",
    "示例理工大学",
    "图像识别",
    "机械工程学院",
    "柔性石墨烯",
    "2019101",
    "CN1000123",
    "LED",
    "储能",
)
_KEYSTROKES = tuple(word[: end + 1] for word in _SEARCHES for end in range(len(word)))
_ORDERS = ("title", "owners", "filed_on", "fee_due_on", "department")
_FRAME = 0.016
_SEARCH = """
SELECT id FROM holdings WHERE id IN (SELECT rowid FROM holdings_sought WHERE holdings_sought
MATCH ?) ORDER BY number, id
"""
_ONE_FRAME_MORE = Goal(
    "≤ 1.5 × and a frame of 16 ms",
    lambda taken: all(
        ours <= 1.5 * rival + _FRAME for ours, rival in zip(taken.ours, taken.rival, strict=True)
    ),
)


def rows(plan: Plan) -> Iterator[Row]:
    """Measure searching and sorting at every size."""
    with homes(plan.sizes, plan.day) as filled:
        for size, home in filled.items():
            file = database(home)
            with Store.open(file) as store, closing(sqlite3.connect(file)) as bare:
                portfolio = Portfolio(store, shipped_law(), now, lambda: plan.day, home)
                yield from _of_size(size, portfolio, bare, plan.list_turns)


def _of_size(
    size: int, portfolio: Portfolio, bare: sqlite3.Connection, turns: int
) -> Iterator[Row]:
    ours, floor = partial(_find, portfolio), partial(_find_bare, bare)
    searched = take_turns(
        {"us": lambda _: _typed(ours), "it": lambda _: _typed(floor)}, range(turns)
    )
    yield _row(f"keystroke to rows, p95, {size:,} patents", searched)
    for order in _ORDERS:
        contestants: dict[str, Contestant] = {
            "us": partial(_timed, partial(_sort, portfolio, order)),
            "it": partial(_timed, partial(_sort_bare, bare, order)),
        }
        taken = take_turns(contestants, range(turns))
        yield _row(f"sort by {order}, {size:,} patents", taken)


def _row(measure: str, taken: Mapping[str, tuple[float, ...]]) -> Row:
    compared = Comparison(taken["us"], taken["it"])
    return Row(measure, "bare sqlite3", milliseconds, _ONE_FRAME_MORE, compared)


def _timed(work: Callable[[], object], _turn: int) -> float:
    return seconds(work)


def _typed(find: Callable[[str], object]) -> float:
    """Type all searches; gives the 95th percentile of what a keystroke takes."""
    taken = sorted(seconds(partial(find, typed)) for typed in _KEYSTROKES)
    return taken[min(len(taken) - 1, round(len(taken) * 0.95))]


def _find(portfolio: Portfolio, text: str) -> object:
    return portfolio.rows(portfolio.ids(HoldingQuery(text=text))[:_SCREEN])


def _find_bare(bare: sqlite3.Connection, text: str) -> object:
    found = [key for (key,) in bare.execute(_SEARCH, (expression(text),))]
    return _read_bare(bare, found[:_SCREEN])


def _sort(portfolio: Portfolio, order: str) -> object:
    return portfolio.rows(portfolio.ids(order=order)[:_SCREEN])


def _sort_bare(bare: sqlite3.Connection, order: str) -> object:
    sort = f"SELECT id FROM holdings ORDER BY {order} IS NULL, {order}, id"  # noqa: S608 - ours
    found = [key for (key,) in bare.execute(sort)]
    return _read_bare(bare, found[:_SCREEN])


def _read_bare(bare: sqlite3.Connection, keys: list[int]) -> object:
    marks = ", ".join("?" * len(keys))
    kept = [name for name in COLUMNS if name not in {"verdict", "judged_on"}]
    wanted = f"SELECT id, {', '.join(kept)} FROM holdings WHERE id IN ({marks})"  # noqa: S608
    return bare.execute(wanted, keys).fetchall()
