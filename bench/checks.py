"""All checks on one declaration, in this process.

Ours: every rule and the search for characters that no font has, on the sample that says most. The
yardstick, no floor: ``json.loads`` of the same declaration.
"""

import json
from collections.abc import Callable, Iterator

from bench.declarations import richest
from bench.plan import Plan
from bench.table import Row, milliseconds, ours_under
from bench.turns import Comparison, Contestant, seconds, take_turns
from olapp.app import tools
from olapp.codec import encode
from olapp.settings import Settings


def rows(plan: Plan) -> Iterator[Row]:
    """Measure the checks."""
    document = richest()
    checking = tools(Settings(), plan.day).checking
    body = encode(document)
    contestants = {
        "ours": _repeated(lambda: checking.check(document), plan.checks),
        "json": _repeated(lambda: json.loads(body), plan.checks),
    }
    take_turns(contestants, [-1])
    taken = take_turns(contestants, range(plan.check_turns))
    yield Row(
        "all checks on one declaration",
        "reading its JSON (a yardstick)",
        milliseconds,
        ours_under(0.005, "< 5 ms"),
        Comparison(taken["ours"], taken["json"]),
    )


def _repeated(work: Callable[[], object], count: int) -> Contestant:
    """Do some work several times in each turn; its figure is the time of one."""

    def turn(_number: int) -> float:
        return seconds(lambda: [work() for _ in range(count)]) / count

    return turn
