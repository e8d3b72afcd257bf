"""``olapp check FILE...``: every finding of every declaration."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from olapp.cli.report import fault_value, finding_lines, finding_value, has_errors, tally
from olapp.codec import UnreadableDocument
from olapp.domain.finding import Finding
from olapp.domain.sentence import N_
from olapp.domain.trouble import Trouble
from olapp.i18n import Language
from olapp.services.interchange import read_declaration

if TYPE_CHECKING:
    from olapp.cli.command import Call

NAME = "check"
HELP = N_("check declarations and list every finding")


def configure(parser: argparse.ArgumentParser, say: Language) -> None:
    """Add the files and the choice of output."""
    help_ = say(N_("declaration files (.json, or .pdf made by this program)"))
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=help_)
    parser.add_argument("--json", action="store_true", help=say(N_("write JSON for machines")))


def run(arguments: argparse.Namespace, call: "Call") -> int:
    """Check each file; 1 when any has an error, 2 when any cannot be read."""
    results = [_examine(path, call) for path in arguments.files]
    lines = [line for result in results for line in result.pop("lines", ())]
    if arguments.json:
        lines = [json.dumps(results, ensure_ascii=False, indent=1)]
    call.out.writelines(f"{line}\n" for line in lines)
    return max(int(result["exit"]) for result in results)


def _examine(path: Path, call: "Call") -> dict[str, Any]:
    """Check one file; faults of a file go to standard error at once."""
    try:
        found = call.tools.checking.check(read_declaration(path))
    except UnreadableDocument as unreadable:
        faults = [fault_value(fault, call.say) for fault in unreadable.faults]
        for fault in faults:
            call.err.write(f"{path}: {fault['path'] or '·'}: {fault['sentence']}\n")
        return {"file": str(path), "exit": 2, "faults": faults}
    except Trouble as trouble:
        text = f"{call.say.sentence(trouble.what)} {call.say.sentence(trouble.remedy)}"
        call.err.write(f"{path}: {text}\n")
        return {"file": str(path), "exit": 2, "faults": [{"path": "", "sentence": text}]}
    return _told(path, found, call)


def _told(path: Path, found: tuple[Finding, ...], call: "Call") -> dict[str, Any]:
    """Give the findings of one file, for machines and as lines for people."""
    return {
        "file": str(path),
        "exit": int(has_errors(found)),
        "findings": [finding_value(each, call.say) for each in found],
        "lines": [f"{path}: {tally(found, call.say)}", *finding_lines(found, call.say)],
    }
