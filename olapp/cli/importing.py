"""``olapp import FILE...``: lists and records of others into the portfolio."""

import argparse
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from olapp.cli.days import day
from olapp.cli.figures import whole
from olapp.cli.report import offer_json, uncancelled
from olapp.cli.sheets import SHEETS, named
from olapp.domain.sentence import N_
from olapp.i18n import Language
from olapp.services.importing import Imported, Importing, ImportRow, Looked, Plan, RowFate
from olapp.services.planning import FATES
from olapp.services.spoken import spoken

if TYPE_CHECKING:
    from olapp.cli.command import Call

NAME = "import"
HELP = N_("take lists and records of patents into the portfolio, or undo an import")


def configure(parser: argparse.ArgumentParser, say: Language) -> None:
    """Add the files and what is to be done with them."""
    help_ = say(N_("xlsx, xls, csv, tsv, txt or XML files"))
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help=help_)
    help_ = say(N_("the day on which the file's facts were true; else the file's own day"))
    parser.add_argument("--as-of", type=partial(day, say), metavar="YYYY-MM-DD", help=help_)
    help_ = say(N_("tell what would happen, and write nothing"))
    parser.add_argument("--dry-run", action="store_true", help=help_)
    help_ = say(N_("where the file contradicts what a person typed, take the file's word"))
    parser.add_argument("--take-file", action="store_true", help=help_)
    help_ = say(N_("leave out rows that a person should look at"))
    parser.add_argument("--skip-doubtful", action="store_true", help=help_)
    help_ = say(N_("write every row with its fate and reasons to a sheet (.xlsx or .csv)"))
    parser.add_argument("--report", type=named(say, *SHEETS), metavar="FILE", help=help_)
    parser.add_argument("--list", action="store_true", help=say(N_("list the imports so far")))
    help_ = say(N_("undo the import of this number as a whole"))
    parser.add_argument("--undo", type=whole(say, 1), metavar="NUMBER", help=help_)
    offer_json(parser, say)


def run(arguments: argparse.Namespace, call: "Call") -> int:
    """Import each file, in a unit of work of its own; 1 when any row was refused or doubtful."""
    if complaint := _complaint(arguments):
        call.complain([call.say(complaint)])
        return 2
    desk = call.desk()
    importing = desk.importing
    if arguments.undo is not None:
        return _undo(importing, arguments, call)
    if arguments.list:
        return _list(importing, arguments, call)
    if arguments.as_of is not None and arguments.as_of > desk.today():
        late = N_("The day on which facts were true cannot be still to come.")
        call.complain([call.say(late)])
        return 2
    told = [_take_in(importing, path, arguments, call) for path in arguments.files]
    if arguments.json:
        call.tell_machine(told)
    return max(int(each["exit"]) for each in told)


def _complaint(arguments: argparse.Namespace) -> str:
    """Say what is wrong with the words as a whole; empty when nothing is."""
    asked = [bool(arguments.files), arguments.list, arguments.undo is not None]
    if not any(asked):
        return N_("Name a file to import, or ask for --list or --undo.")
    return N_("Import files, --list and --undo go one at a time.") if sum(asked) > 1 else ""


def _take_in(
    importing: Importing, path: Path, arguments: argparse.Namespace, call: "Call"
) -> dict[str, Any]:
    looked = uncancelled(importing.look(path))
    plan = uncancelled(importing.plan(looked, as_of=arguments.as_of))
    done = None
    if not arguments.dry_run:
        done = importing.commit(
            plan,
            take=lambda _: bool(arguments.take_file),
            include_doubtful=not arguments.skip_doubtful,
        )
    if not arguments.json:
        call.tell(_lines(looked, plan, done, call.say))
    if arguments.report is not None:
        importing.save_report(plan, arguments.report, call.say)
    return _value(looked, plan, done, call.say)


def _lines(looked: Looked, plan: Plan, done: Imported | None, say: Language) -> Iterator[str]:
    yield f"{looked.path}: {spoken(looked.match.name, say)}, {say.value(plan.as_of)}"
    counts = ", ".join(f"{say(FATES[fate])} {plan.counts.get(fate, 0)}" for fate in RowFate)
    yield "  " + say(N_("rows {rows}: {counts}"), rows=len(plan.rows), counts=counts)
    if not plan.rows:
        yield "  " + say(N_("no row of a patent stands in it"))
    for row in plan.rows:
        reasons = row.reasons if row.fate in {RowFate.DOUBTFUL, RowFate.REFUSED} else ()
        place = say(N_("row {row}"), row=row.place.row)
        where = " ".join(each for each in (row.place.sheet, place, row.number) if each)
        for reason in dict.fromkeys(map(say.sentence, reasons)):
            yield f"    {say(FATES[row.fate])} {where}: {reason}"
    conflicts = sum(len(row.conflicts) for row in plan.rows)
    if conflicts:
        kept = N_("facts that contradict what is kept here: {count}; --take-file takes the file's")
        yield "  " + say(kept, count=conflicts)
    if done is not None:
        told = N_("import {number}: patents added {added}, changed {changed}")
        yield "  " + say(told, number=done.import_id, added=done.added, changed=done.changed)


def _value(looked: Looked, plan: Plan, done: Imported | None, say: Language) -> dict[str, Any]:
    odd = sum(plan.counts.get(fate, 0) for fate in (RowFate.DOUBTFUL, RowFate.REFUSED))
    return {
        "file": str(looked.path),
        "source": looked.match.key,
        "as_of": plan.as_of.isoformat(),
        "exit": int(odd > 0),
        "rows": len(plan.rows),
        "counts": {fate.value: plan.counts.get(fate, 0) for fate in RowFate},
        "conflicts": sum(len(row.conflicts) for row in plan.rows),
        "reasons": [
            {
                "sheet": row.place.sheet,
                "row": row.place.row,
                "fate": row.fate.value,
                "number": row.number,
                "sentences": [say.sentence(reason) for reason in row.reasons],
            }
            for row in plan.rows
            if row.reasons
        ],
        "import": None
        if done is None
        else {"number": done.import_id, "added": done.added, "changed": done.changed},
    }


def _undo(importing: Importing, arguments: argparse.Namespace, call: "Call") -> int:
    if all(row.id != arguments.undo for row in importing.imports()):
        call.complain([call.say(N_("There is no import {number}."), number=arguments.undo)])
        return 2
    undone, _ = uncancelled(importing.undo(arguments.undo))
    if arguments.json:
        left = [{"number": row.number, "title": row.title} for row in undone.kept]
        call.tell_machine(
            {"removed": undone.removed, "restored": undone.restored, "changed_since": left}
        )
        return int(bool(undone.kept))
    told = N_("removed {removed}, put back {restored}, left because changed since {kept}")
    values = {"removed": undone.removed, "restored": undone.restored, "kept": len(undone.kept)}
    call.tell([call.say(told, **values)])
    call.tell(f"  {row.number} {row.title}" for row in undone.kept)
    return int(bool(undone.kept))


def _list(importing: Importing, arguments: argparse.Namespace, call: "Call") -> int:
    rows = importing.imports()
    if arguments.json:
        call.tell_machine([_row_value(row) for row in rows])
    else:
        call.tell(_row_lines(rows, call.say))
    return 0


def _row_value(row: ImportRow) -> dict[str, Any]:
    return {
        "number": row.id,
        "file": row.name,
        "source": row.source,
        "as_of": row.as_of.isoformat() if row.as_of else None,
        "at": row.at.isoformat(),
        "counts": {fate.value: count for fate, count in row.counts.items()},
        "undone_at": row.undone_at.isoformat() if row.undone_at else None,
    }


def _row_lines(rows: Iterable[ImportRow], say: Language) -> Iterator[str]:
    for row in rows:
        undone = " " + say(N_("[undone]")) if row.undone_at else ""
        counts = ", ".join(f"{say(FATES[fate])} {count}" for fate, count in row.counts.items())
        yield f"{row.id}  {say.value(row.at.date())}  {row.name}  {counts}{undone}"
