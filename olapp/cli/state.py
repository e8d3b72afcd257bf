"""``olapp state [WORDS]``: facts that hold for many patents, stated at once and taken back."""

import argparse
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from olapp.cli.days import day
from olapp.cli.figures import whole
from olapp.cli.listing import offer_query, query_of
from olapp.cli.report import offer_json
from olapp.domain.sentence import N_
from olapp.i18n import Language
from olapp.services.portfolio import Foreseen, Portfolio, StatedFacts, Undo

if TYPE_CHECKING:
    from datetime import date

    from olapp.cli.command import Call

NAME = "state"
HELP = N_("state facts of many patents at once: licences, pledges, fees, the register")
_NOES = (
    ("no-licences", "has_licensed", N_("no licences were given to others")),
    ("not-suspended", "is_suspended", N_("not suspended")),
    ("not-pledged", "is_pledged", N_("not pledged")),
    ("no-declaration", "has_live_declaration", N_("no declaration is in effect")),
    ("no-invalidation", "has_invalidation_pending", N_("no invalidation request is pending")),
)
_TOLD = (
    ("contrary", N_("the contrary is recorded and stays, in part at least: {count}")),
    ("feeless", N_("no fee can be counted, so none is stated as paid: {count}")),
    ("harmed", N_("a standing declaration is hurt: {count}")),
)


def configure(parser: argparse.ArgumentParser, say: Language) -> None:
    """Add which patents are meant, and what is stated of them."""
    offer_query(parser, say)
    for option, name, help_ in _NOES:
        parser.add_argument(f"--{option}", dest=name, action="store_true", help=say(help_))
    help_ = say(N_("all annual fees due so far are paid"))
    parser.add_argument("--fees-paid", action="store_true", help=help_)
    help_ = say(N_("annual fees are paid through this patent year"))
    parser.add_argument("--fees-paid-through", type=whole(say, 1, 25), metavar="YEAR", help=help_)
    help_ = say(N_("the register was looked at"))
    parser.add_argument("--register-checked", action="store_true", help=help_)
    help_ = say(N_("the day of the look at fees and register; else today"))
    parser.add_argument("--checked-on", type=partial(day, say), metavar="YYYY-MM-DD", help=help_)
    help_ = say(N_("tell what would happen, and write nothing"))
    parser.add_argument("--dry-run", action="store_true", help=help_)
    help_ = say(N_("take the statement of this number back"))
    parser.add_argument("--undo", type=whole(say, 1), metavar="NUMBER", help=help_)
    offer_json(parser, say)


def run(arguments: argparse.Namespace, call: "Call") -> int:
    """State the facts and tell of how many; 2 when nothing is said, or of a day to come."""
    desk = call.desk()
    if arguments.undo is not None:
        return _undo(desk.portfolio, arguments.undo, call)
    facts = _facts(arguments, desk.today())
    if complaint := _complaint(facts, desk.today()):
        call.complain([call.say(complaint)])
        return 2
    ids = desk.portfolio.ids(query_of(arguments))
    foreseen = desk.portfolio.foresee(ids, facts)
    undo = None if arguments.dry_run else desk.portfolio.state(ids, facts)[0]
    if arguments.json:
        call.tell_machine(_value(foreseen, undo))
    else:
        call.tell(_lines(foreseen, undo, call.say))
    return 0


def _undo(portfolio: Portfolio, number: int, call: "Call") -> int:
    if portfolio.undo(Undo(number, 0)).holdings:
        call.tell([call.say(N_("taken back, but for patents changed since"))])
        return 0
    call.complain([call.say(N_("There is nothing to take back under {number}."), number=number)])
    return 2


def _facts(arguments: argparse.Namespace, today: "date") -> StatedFacts:
    noes = {name: False for _, name, _ in _NOES if getattr(arguments, name)}
    looked = arguments.checked_on or today
    has_fees = arguments.fees_paid or arguments.fees_paid_through is not None
    return StatedFacts(
        are_fees_paid=arguments.fees_paid,
        fees_paid_through=arguments.fees_paid_through,
        fees_checked_on=looked if has_fees else None,
        register_checked_on=looked if arguments.register_checked else None,
        **noes,
    )


def _complaint(facts: StatedFacts, today: "date") -> str:
    if facts.is_silent():
        return N_("Say what to state, as --not-pledged or --fees-paid.")
    return N_("The day of a look cannot be still to come.") if facts.lies_ahead(today) else ""


def _lines(foreseen: Foreseen, undo: Undo | None, say: Language) -> Iterator[str]:
    changed = foreseen.changed if undo is None else undo.count
    yield say(
        N_("patents found: {found}, changed: {changed}"), found=foreseen.chosen, changed=changed
    )
    for name, told in _TOLD:
        if count := getattr(foreseen, name):
            yield "  " + say(told, count=count)
    if undo is not None and undo.count:
        yield say(N_("to take it back: olapp state --undo {number}"), number=undo.edit_id)


def _value(foreseen: Foreseen, undo: Undo | None) -> dict[str, object]:
    return {
        "patents": foreseen.chosen,
        "changed": foreseen.changed if undo is None else undo.count,
        "contrary": foreseen.contrary,
        "without_fees": foreseen.feeless,
        "harmed": foreseen.harmed,
        "statement": None if undo is None else undo.edit_id,
    }
