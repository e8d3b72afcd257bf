"""``olapp deadlines``: what must be done by when, as lines, a calendar, or a payment list."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from olapp.cli.figures import whole
from olapp.cli.report import offer_json
from olapp.cli.sheets import SHEETS, named
from olapp.domain.sentence import N_
from olapp.i18n import Language
from olapp.services.due import DueQuery, DueRow
from olapp.services.portfolio import HoldingQuery
from olapp.services.spoken import choice

if TYPE_CHECKING:
    from olapp.cli.command import Call

NAME = "deadlines"
HELP = N_("list deadlines, or write them as a calendar or a payment list")
_FURTHEST = 36_500
"""Days."""


def configure(parser: argparse.ArgumentParser, say: Language) -> None:
    """Add how far to look and where to write."""
    help_ = say(N_("days to look ahead (90 unless said otherwise); what is overdue always shows"))
    parser.add_argument("--within", type=whole(say), default=90, metavar="DAYS", help=help_)
    help_ = say(N_("of this department alone"))
    parser.add_argument("--department", metavar="NAME", help=help_)
    help_ = say(N_("write a calendar file (.ics)"))
    parser.add_argument("--calendar", type=named(say, ".ics"), metavar="FILE", help=help_)
    help_ = say(N_("write the annual fees to be paid to a sheet (.xlsx or .csv)"))
    parser.add_argument("--payments", type=named(say, *SHEETS), metavar="FILE", help=help_)
    offer_json(parser, say)


def run(arguments: argparse.Namespace, call: "Call") -> int:
    """Tell the deadlines; 1 when any is overdue."""
    desk = call.desk()
    due = desk.due if arguments.today is None else desk.due.apart()
    if arguments.today is None:
        due.refresh()
    until = desk.today() + timedelta(days=min(arguments.within, _FURTHEST))
    query = DueQuery(until=until, holdings=HoldingQuery(department=arguments.department))
    rows = tuple(due.iterate(query))
    if arguments.calendar is not None:
        due.calendar(arguments.calendar, call.say, query)
    if arguments.payments is not None:
        due.payments(arguments.payments, call.say, query)
    if arguments.json:
        call.tell_machine([_value(row, call.say) for row in rows])
    else:
        call.tell(_lines(rows, call.say))
    return int(any(row.day < desk.today() for row in rows))


def _value(row: DueRow, say: Language) -> dict[str, Any]:
    due = row.deadline
    return {
        "number": row.number,
        "title": row.title,
        "department": row.department,
        "key": due.key,
        "kind": due.kind.value,
        "nominal": due.nominal.isoformat(),
        "rolled": due.rolled.isoformat() if due.rolled else None,
        "amount": due.amount.canonical() if due.amount else None,
        "assumed": due.is_assumed,
        "source": say.citation(due.source),
    }


def _lines(rows: Iterable[DueRow], say: Language) -> Iterator[str]:
    for row in rows:
        due = row.deadline
        moved = f" → {say.value(due.rolled)}" if due.rolled not in {None, due.nominal} else ""
        open_ = "" if due.rolled else " " + say(N_("[no calendar for that year yet]"))
        amount = " " + say(N_("{amount} yuan"), amount=due.amount) if due.amount else ""
        assumed = " " + say(N_("[assumed]")) if due.is_assumed else ""
        what = f"{choice(due.kind, say)}{amount}{assumed}"
        yield f"{say.value(due.nominal)}{moved}{open_}  {what}  {row.number} {row.title}"
        yield f"      → {say.citation(due.source)}"
