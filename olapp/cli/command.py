"""Reading the command line and running one verb."""

import argparse
import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NoReturn, Protocol, TextIO

from olapp.cli import (
    backup,
    check,
    deadlines,
    demo,
    export,
    fees,
    importing,
    listing,
    printing,
    restore,
    schema,
    state,
)
from olapp.cli.days import day
from olapp.cli.report import harmless, trouble_text
from olapp.domain.sentence import N_
from olapp.domain.trouble import Trouble
from olapp.i18n import LANGUAGES, Language
from olapp.services.desk import Desk, Tools

FINE, FINDINGS, BAD = 0, 1, 2
"""Exit codes: nothing of weight, findings of weight error, bad input or environment."""


class Verb(Protocol):
    """What a verb's module offers."""

    NAME: str
    HELP: str

    def configure(self, parser: argparse.ArgumentParser, say: Language) -> None:
        """Add the verb's own arguments."""

    def run(self, arguments: argparse.Namespace, call: "Call") -> int:
        """Do the work; the exit code."""


@dataclass(frozen=True, slots=True)
class Call:
    """What every verb gets: the tools, the way to the desk, the language, where to write."""

    tools: Tools
    desk: Callable[[], Desk]
    """Opens the database; only the verbs that need it ask."""
    say: Language
    out: TextIO
    err: TextIO

    def tell(self, lines: Iterable[str]) -> None:
        """Write lines to standard output."""
        self.out.writelines(f"{harmless(line)}\n" for line in lines)

    def tell_machine(self, value: object) -> None:
        """Write a value as JSON to standard output; all in ASCII where that is not in Unicode."""
        is_unicode = (self.out.encoding or "utf-8").lower().startswith("utf")
        self.out.write(json.dumps(value, ensure_ascii=not is_unicode, indent=1) + "\n")

    def complain(self, lines: Iterable[str]) -> None:
        """Write lines to standard error."""
        self.err.writelines(f"{harmless(line)}\n" for line in lines)


VERBS: tuple[Verb, ...] = (
    check,
    printing,
    importing,
    listing,
    state,
    fees,
    deadlines,
    export,
    backup,
    restore,
    schema,
    demo,
)


class _Parser(argparse.ArgumentParser):
    """A parser whose faults end with exit code 2, in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD, f"{self.prog}: {message}\n")


def parser(say: Language) -> argparse.ArgumentParser:
    """Build the parser of all verbs, its texts in the language given."""
    whole = _Parser(prog="olapp", description=say(N_("Patent open licensing on your own desk.")))
    whole.add_argument(
        "--language", choices=sorted(LANGUAGES), help=say(N_("language of messages"))
    )
    whole.add_argument(
        "--today",
        type=partial(day, say),
        metavar="YYYY-MM-DD",
        help=say(N_("check as on this day instead of today")),
    )
    verbs = whole.add_subparsers(dest="verb", metavar="VERB")
    for verb in VERBS:
        verb.configure(verbs.add_parser(verb.NAME, help=say(verb.HELP)), say)
    return whole


def main(
    arguments: argparse.Namespace,
    tools: Callable[[date | None], Tools],
    desk: Callable[[date | None], Desk],
    say: Language,
    *,
    out: TextIO,
    err: TextIO,
) -> int:
    """Run the verb asked for; a Trouble becomes one line on standard error."""
    verb = next(verb for verb in VERBS if arguments.verb == verb.NAME)
    try:
        at = arguments.today
        return verb.run(arguments, Call(tools(at), partial(desk, at), say, out, err))
    except Trouble as trouble:
        err.write(harmless(f"olapp: {trouble.where}: {trouble_text(trouble, say)}") + "\n")
    except BrokenPipeError:
        return BAD
    except Exception:
        logging.getLogger(__name__).exception("a verb failed")
        err.write("olapp: " + say(N_("An unexpected error; the log has the details.")) + "\n")
    return BAD
