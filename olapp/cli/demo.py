"""``olapp demo -o FOLDER``: the sample declaration and its pack."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.cli.printing import write_pack
from olapp.cli.report import offer_json
from olapp.domain.sentence import N_
from olapp.i18n import Language
from olapp.services.interchange import write_declaration

if TYPE_CHECKING:
    from olapp.cli.command import Call

NAME = "demo"
HELP = N_("write the sample declaration and its PDF pack")


def configure(parser: argparse.ArgumentParser, say: Language) -> None:
    """Add the folder and the choice of output."""
    help_ = say(N_("folder for the files"))
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help=help_)
    offer_json(parser, say)


def run(arguments: argparse.Namespace, call: "Call") -> int:
    """Write the sample; its findings are shown, and are no failure of the demonstration."""
    example = call.tools.samples.example()
    write_declaration(example, arguments.output / "declaration.json")
    write_pack(example, arguments.output, call, as_json=arguments.json)
    return 0
