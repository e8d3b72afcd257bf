"""``olapp check [FILE...]``: every finding of every declaration, or of the portfolio."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from olapp.cli.report import (
    fault_lines,
    fault_values,
    finding_lines,
    finding_value,
    has_errors,
    offer_json,
    tally,
    trouble_text,
)
from olapp.cli.screening import check_portfolio
from olapp.codec import UnreadableDocument
from olapp.domain.finding import Finding
from olapp.domain.sentence import N_
from olapp.domain.trouble import Trouble
from olapp.i18n import Language
from olapp.services.interchange import read_declaration

if TYPE_CHECKING:
    from olapp.cli.command import Call

NAME = "check"
HELP = N_("check declarations, or the whole portfolio, and list what is found")


def configure(parser: argparse.ArgumentParser, say: Language) -> None:
    """Add the files and the choice of output."""
    help_ = say(
        N_("declaration files (.json, or .pdf made by this program); none: the whole portfolio")
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help=help_)
    offer_json(parser, say)


def run(arguments: argparse.Namespace, call: "Call") -> int:
    """Check each file; 1 when any has an error, 2 when any cannot be read.

    Without a file, the portfolio is judged.
    """
    if not arguments.files:
        return check_portfolio(call, as_json=arguments.json)
    values = []
    for path in arguments.files:
        value, lines = _examine(path, call)
        values.append(value)
        if not arguments.json:
            call.tell(lines)
    if arguments.json:
        call.tell_machine(values)
    return max(int(value["exit"]) for value in values)


def _examine(path: Path, call: "Call") -> tuple[dict[str, Any], Iterable[str]]:
    """Check one file: for machines, and as lines for people; what is wrong with it is told."""
    try:
        found = call.tools.checking.check(read_declaration(path))
    except UnreadableDocument as unreadable:
        call.complain(fault_lines(path, unreadable, call.say))
        faults = fault_values(unreadable, call.say)
    except Trouble as trouble:
        text = trouble_text(trouble, call.say)
        call.complain([f"{path}: {text}"])
        faults = [{"path": "", "sentence": text}]
    else:
        return _told(path, found, call.say)
    return {"file": str(path), "exit": 2, "faults": faults}, ()


def _told(
    path: Path, found: tuple[Finding, ...], say: Language
) -> tuple[dict[str, Any], Iterable[str]]:
    value = {
        "file": str(path),
        "exit": int(has_errors(found)),
        "findings": [finding_value(each, say) for each in found],
    }
    return value, [f"{path}: {tally(found, say)}", *finding_lines(found, say)]
