"""``olapp restore FILE``: what a backup would change; with ``--yes``, it is put back."""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.cli.report import offer_json, uncancelled
from olapp.domain.sentence import N_
from olapp.i18n import Language
from olapp.services.safekeeping import KINDS, Difference

if TYPE_CHECKING:
    from olapp.cli.command import Call

NAME = "restore"
HELP = N_("show what a backup would change, and put it back")
_OF_AN_EXPORT = {
    **{name: kind for name, kind in KINDS.items() if name != "drafts"},
    "documents": KINDS["drafts"],
    "document_versions": N_("versions of declarations"),
    "imports": N_("imports"),
    "holding_past": N_("earlier states of patents"),
    "deadlines": N_("deadlines"),
    "verdicts": N_("pre-checks"),
    "batches": N_("batches"),
    "exports": N_("printed packs"),
    "files": N_("attached files"),
}
"""What an export holds that a person knows; the tables between them go without saying."""


def configure(parser: argparse.ArgumentParser, say: Language) -> None:
    """Add the file and the consent."""
    help_ = say(N_("backup (.db), or an export of everything (.zip)"))
    parser.add_argument("file", type=Path, metavar="FILE", help=help_)
    help_ = say(N_("put it back; what is here now is backed up first"))
    parser.add_argument("--yes", action="store_true", help=help_)
    offer_json(parser, say)


def run(arguments: argparse.Namespace, call: "Call") -> int:
    """Tell the differences; with consent, put the backup in the place of what is here."""
    keeping = call.desk().safekeeping
    if arguments.file.suffix.lower() == ".zip":
        return _take_export(arguments, call)
    difference = keeping.look_into(arguments.file)
    before = keeping.restore(arguments.file) if arguments.yes else None
    if arguments.json:
        call.tell_machine(
            {
                "tables": [asdict(each) for each in difference.tables],
                "backup_before": str(before.path) if before else None,
            }
        )
        return 0
    call.tell(_lines(difference, call.say))
    told = N_("Put back. What was here before is kept as {file}.")
    ask = N_("Nothing was changed; add --yes to put it back.")
    call.tell([call.say(told, file=before.path) if before else call.say(ask)])
    return 0


def _take_export(arguments: argparse.Namespace, call: "Call") -> int:
    if not arguments.yes:
        told = N_("An export takes the place of everything here; add --yes to do so.")
        call.complain([call.say(told)])
        return 2
    taken = uncancelled(call.desk().safekeeping.import_all(arguments.file))
    if arguments.json:
        call.tell_machine(dict(taken.counts))
    else:
        call.tell(kept_lines(taken.counts, call.say))
    return 0


def kept_lines(counts: Iterable[tuple[str, int]], say: Language) -> Iterator[str]:
    """Give what an export of everything holds, a line for each kind there is any of."""
    for name, count in counts:
        if count and name in _OF_AN_EXPORT:
            yield f"{say(_OF_AN_EXPORT[name])}: {count}"


def _lines(difference: Difference, say: Language) -> Iterator[str]:
    told = N_("{kind}: added {added}, removed {removed}, changed {changed}, equal {equal}")
    for each in difference.tables:
        kind = say(KINDS.get(each.kind, each.kind))
        counts = {"added": each.added, "removed": each.removed, "changed": each.changed}
        yield say(told, kind=kind, equal=each.equal, **counts)
        for sign, rows in (
            ("+", each.rows_added),
            ("-", each.rows_removed),
            ("~", each.rows_changed),
        ):
            yield from (f"  {sign} {row.number} {row.title}" for row in rows)
