"""``olapp list [WORDS]``: the patents of the portfolio that words or a number find."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from olapp.cli.figures import whole
from olapp.cli.report import offer_json
from olapp.domain.holding import RightState
from olapp.domain.patent import PatentKind
from olapp.domain.sentence import N_
from olapp.i18n import Language
from olapp.services.portfolio import COLUMNS, HoldingQuery, HoldingRow
from olapp.services.spoken import choice

if TYPE_CHECKING:
    from olapp.cli.command import Call

NAME = "list"
HELP = N_("list the patents of the portfolio")


def configure(parser: argparse.ArgumentParser, say: Language) -> None:
    """Add the words and the conditions."""
    offer_query(parser, say)
    help_ = say(N_("column to sort by"))
    parser.add_argument("--order", choices=COLUMNS, default="number", metavar="COLUMN", help=help_)
    parser.add_argument("--reverse", action="store_true", help=say(N_("sort backwards")))
    help_ = say(N_("show at most so many"))
    parser.add_argument("--limit", type=whole(say), metavar="COUNT", help=help_)
    offer_json(parser, say)


def offer_query(parser: argparse.ArgumentParser, say: Language) -> None:
    """Let the caller say which patents are meant."""
    help_ = say(N_("words found anywhere, or a number in any spelling"))
    parser.add_argument("words", nargs="*", metavar="WORD", help=help_)
    states = [state.value for state in RightState]
    parser.add_argument("--state", choices=states, help=say(N_("in this state alone")))
    kinds = [kind.value for kind in PatentKind]
    parser.add_argument("--kind", choices=kinds, help=say(N_("of this kind alone")))
    help_ = say(N_("of this department alone"))
    parser.add_argument("--department", metavar="NAME", help=help_)
    parser.add_argument("--tag", metavar="TAG", help=say(N_("with this tag alone")))


def query_of(arguments: argparse.Namespace) -> HoldingQuery:
    """Give the query the caller asked."""
    return HoldingQuery(
        text=" ".join(arguments.words),
        state=RightState(arguments.state) if arguments.state else None,
        kind=PatentKind(arguments.kind) if arguments.kind else None,
        department=arguments.department,
        tag=arguments.tag,
    )


def run(arguments: argparse.Namespace, call: "Call") -> int:
    """List what is found, one a line; always 0."""
    portfolio = call.desk().portfolio
    found = portfolio.ids(query_of(arguments), arguments.order, arguments.reverse)
    rows = portfolio.rows(found if arguments.limit is None else found[: arguments.limit])
    if arguments.json:
        call.tell_machine([row_value(row) for row in rows])
    else:
        call.tell(_lines(rows, len(found), call.say))
    return 0


def row_value(row: HoldingRow) -> dict[str, Any]:
    """Give a row for machines: dates as text, what is not known as null or empty."""
    values = {name: getattr(row, name) for name in ("id", *COLUMNS)}
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _lines(rows: tuple[HoldingRow, ...], found: int, say: Language) -> Iterator[str]:
    for row in rows:
        filed = say.value(row.filed_on) if row.filed_on else "-"
        owners = "、".join(row.owners or row.applicants)
        number = row.number or row.publication_number or row.published_as
        yield "  ".join(
            (number, filed, choice(row.state, say) if row.state else "-", row.title, owners)
        )
    yield say(N_("patents found: {count}, shown: {shown}"), count=found, shown=len(rows))
