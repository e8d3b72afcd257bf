"""The pre-check of the portfolio: which patents can be opened, and what stands in the way."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from olapp.cli.report import finding_value
from olapp.domain.sentence import N_
from olapp.i18n import Language
from olapp.services.screening import Screened, Verdict
from olapp.services.spoken import choice

if TYPE_CHECKING:
    from olapp.cli.command import Call


def check_portfolio(call: "Call", *, as_json: bool) -> int:
    """Judge every patent and tell the verdicts with their grounds; 1 when any is barred."""
    done = call.desk().screening.run()
    if as_json:
        call.tell_machine(
            {
                "verdicts": {verdict.value: done.counts.get(verdict, 0) for verdict in Verdict},
                "groups": [
                    {
                        "code": group.code,
                        "patents": group.count,
                        "example": finding_value(group.example, call.say)
                        if group.example
                        else None,
                    }
                    for group in done.groups
                ],
            }
        )
    else:
        call.tell(_lines(done, call.say))
    return int(done.counts.get(Verdict.BARRED, 0) > 0)


def _lines(done: Screened, say: Language) -> Iterator[str]:
    for verdict in Verdict:
        yield f"{choice(verdict, say)}: {done.counts.get(verdict, 0)}"
    for group in done.groups:
        told = say.finding(group.example) if group.example else ""
        words = N_("{code}, patents {count}: {told}")
        yield "  " + say(words, code=group.code, count=group.count, told=told)
