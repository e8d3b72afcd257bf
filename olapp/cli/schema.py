"""``olapp schema``: the JSON Schema of a declaration file."""

import argparse
from typing import TYPE_CHECKING

from olapp.codec import schema
from olapp.domain.declaration import Declaration
from olapp.domain.sentence import N_
from olapp.i18n import Language

if TYPE_CHECKING:
    from olapp.cli.command import Call

NAME = "schema"
HELP = N_("write the JSON Schema of a declaration file")


def configure(_parser: argparse.ArgumentParser, _say: Language) -> None:
    """Add nothing: the schema takes no arguments."""


def run(_arguments: argparse.Namespace, call: "Call") -> int:
    """Write the schema."""
    call.tell_machine(schema(Declaration))
    return 0
