"""``olapp export FILE``: patents as a sheet, or everything on the desk in an open format."""

import argparse
from typing import TYPE_CHECKING

from olapp.cli.listing import offer_query, query_of
from olapp.cli.report import uncancelled
from olapp.cli.restore import kept_lines
from olapp.cli.sheets import SHEETS, named
from olapp.domain.sentence import N_
from olapp.forms.holding_columns import HEADS
from olapp.i18n import Language
from olapp.services.portfolio import COLUMNS
from olapp.services.tables_out import Wanted, export_table

if TYPE_CHECKING:
    from olapp.cli.command import Call

NAME = "export"
HELP = N_("write patents to a sheet (.xlsx, .csv), or everything to an open format (.zip)")


def configure(parser: argparse.ArgumentParser, say: Language) -> None:
    """Add the file, the columns, and which patents are meant."""
    help_ = say(N_("file to write: .xlsx or .csv for a list, .zip for everything"))
    parser.add_argument("file", type=named(say, *SHEETS, ".zip"), metavar="FILE", help=help_)
    help_ = say(N_("columns of the list, in their order"))
    parser.add_argument("--columns", nargs="+", choices=COLUMNS, default=COLUMNS, help=help_)
    offer_query(parser, say)


def run(arguments: argparse.Namespace, call: "Call") -> int:
    """Write the file and tell what is in it."""
    desk = call.desk()
    if arguments.file.suffix.lower() == ".zip":
        everything = uncancelled(desk.safekeeping.export_all(arguments.file))
        call.tell(kept_lines(everything.counts, call.say))
        return 0
    ids = desk.portfolio.ids(query_of(arguments))
    columns = tuple((name, call.say(HEADS[name])) for name in arguments.columns)
    count = export_table(desk.portfolio, arguments.file, Wanted(ids=ids, columns=columns), call.say)
    call.tell([call.say(N_("patents written: {count}"), count=count)])
    return 0
