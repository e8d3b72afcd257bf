"""``olapp backup [FILE]``: a copy of the database, in the folder of backups or in a file."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.cli.report import offer_json
from olapp.domain.sentence import N_
from olapp.i18n import Language
from olapp.services.safekeeping import Backup

if TYPE_CHECKING:
    from olapp.cli.command import Call

NAME = "backup"
HELP = N_("back the database up, or list the backups")


def configure(parser: argparse.ArgumentParser, say: Language) -> None:
    """Add the file and the list."""
    help_ = say(N_("file for the copy; the folder of backups unless given"))
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=help_)
    parser.add_argument("--list", action="store_true", help=say(N_("list the backups so far")))
    offer_json(parser, say)


def run(arguments: argparse.Namespace, call: "Call") -> int:
    """Back up and name the file, or list what there is."""
    keeping = call.desk().safekeeping
    tell(
        keeping.backups() if arguments.list else [keeping.backup_now(arguments.file)],
        call,
        arguments,
    )
    return 0


def tell(backups: Iterable[Backup], call: "Call", arguments: argparse.Namespace) -> None:
    """Tell backups, one a line: when, how large, where."""
    if arguments.json:
        call.tell_machine(
            [
                {
                    "path": str(each.path),
                    "made_at": each.made_at.isoformat(),
                    "size": each.size,
                    "why": each.why,
                }
                for each in backups
            ]
        )
    else:
        none = call.say(N_("There is no backup yet."))
        lines = [
            f"{each.made_at.isoformat(timespec='seconds')}  {each.size:>12,}  {each.path}"
            for each in backups
        ]
        call.tell(lines or [none])
