"""``olapp print FILE -o FOLDER``: the pack of one declaration."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.cli.report import (
    fault_lines,
    finding_lines,
    finding_value,
    has_errors,
    offer_json,
    tally,
)
from olapp.codec import UnreadableDocument
from olapp.domain.declaration import Declaration
from olapp.domain.sentence import N_
from olapp.i18n import Language
from olapp.services.interchange import read_declaration
from olapp.services.printing import Export

if TYPE_CHECKING:
    from olapp.cli.command import Call

NAME = "print"
HELP = N_("write the PDF pack of a declaration")


def configure(parser: argparse.ArgumentParser, say: Language) -> None:
    """Add the file, the folder and the choice of output."""
    help_ = say(N_("declaration file (.json, or .pdf made by this program)"))
    parser.add_argument("file", type=Path, metavar="FILE", help=help_)
    help_ = say(N_("folder for the PDF files"))
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help=help_)
    offer_json(parser, say)


def run(arguments: argparse.Namespace, call: "Call") -> int:
    """Print one declaration; 1 when it has errors (the pack is written all the same)."""
    try:
        document = read_declaration(arguments.file)
    except UnreadableDocument as unreadable:
        call.complain(fault_lines(arguments.file, unreadable, call.say))
        return 2
    return write_pack(document, arguments.output, call, as_json=arguments.json)


def write_pack(document: Declaration, folder: Path, call: "Call", *, as_json: bool) -> int:
    """Write the pack and tell what was written and found."""
    export = call.tools.printing.export(document, folder)
    if as_json:
        call.tell_machine(_value(export, call.say))
    else:
        call.tell(f"{folder / file.name}  {file.sha256}" for file in export.files)
        call.tell([tally(export.findings, call.say), *finding_lines(export.findings, call.say)])
    return int(has_errors(export.findings))


def _value(export: Export, say: Language) -> dict[str, object]:
    return {
        "folder": str(export.folder),
        "files": [{"name": file.name, "sha256": file.sha256} for file in export.files],
        "findings": [finding_value(each, say) for each in export.findings],
    }
