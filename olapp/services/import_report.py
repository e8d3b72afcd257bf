"""The report of an import as a sheet: every row of the file, its fate, and why."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from olapp.domain.origins import HAND
from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble, reason
from olapp.exchange.steps import Step as Progress
from olapp.services.fact_words import fact_name, fact_words
from olapp.services.planning import FATES, Conflict, PlanRow

if TYPE_CHECKING:
    from olapp.exchange.sheet_out import Column, Shown
    from olapp.i18n import Language

_TITLE = N_("Import report")
_COLUMNS = (
    N_("Sheet"),
    N_("Row"),
    N_("What became of it"),
    N_("Number"),
    N_("Title"),
    N_("Reasons"),
    N_("Changes"),
    N_("Differences not taken over"),
)
_ROW = 1
_CHANGE = N_("{fact}: {before} → {after}")
_FIRST = N_("{fact}: {after}")
_TYPED = N_("{fact}: {kept}, typed here on {day}; the file of {told_day} says {told}")
_NEWER = N_("{fact}: {kept}, as of {day} from {name}; the file of {told_day} says {told}")
_UNDATED = N_("an unknown day")
_EVERY = 500


def write_report(
    rows: Iterable[PlanRow], path: Path, say: "Language", progress: Progress, of: int = 0
) -> None:
    """Write the report as .xlsx, or as .csv when the file is named so; Trouble when it cannot."""
    from olapp.exchange.sheet_out import write_sheet  # noqa: PLC0415 - heavy, rarely needed

    form: Literal["xlsx", "csv"] = "csv" if path.suffix.lower() == ".csv" else "xlsx"
    lines = _told(rows, say, progress, of)
    try:
        write_sheet(path, say(_TITLE), _columns(say), lines, form)
    except OSError as error:
        raise Trouble(
            Sentence(N_("The report cannot be written: {reason}."), {"reason": reason(error)}),
            str(path),
            Sentence(N_("Choose another folder, or free some space there.")),
        ) from error


def conflict_words(conflict: Conflict, say: "Language") -> str:
    """Say in one sentence what is kept, since when, and what the file says instead."""
    origin = conflict.kept_origin
    return say(
        _TYPED if origin.source == HAND else _NEWER,
        fact=fact_name(conflict.path, say),
        kept=fact_words(conflict.kept, say) or "—",
        day=origin.as_of or Sentence(_UNDATED),
        name=origin.name or origin.source,
        told=fact_words(conflict.told, say),
        told_day=conflict.told_as_of,
    )


def _columns(say: "Language") -> "list[Column]":
    from olapp.exchange.sheet_out import Column  # noqa: PLC0415 - as above

    kinds: list[Literal["text", "number"]] = ["text"] * len(_COLUMNS)
    kinds[_ROW] = "number"
    return [Column(say(label), kind) for label, kind in zip(_COLUMNS, kinds, strict=True)]


def _told(
    rows: Iterable[PlanRow], say: "Language", progress: Progress, of: int
) -> "Iterator[tuple[Shown, ...]]":
    for done, row in enumerate(rows):
        if not done % _EVERY:
            progress(done, max(of, done), _TITLE)
        yield (
            row.place.sheet,
            row.place.row,
            say(FATES[row.fate]),
            row.number,
            row.title,
            "\n".join(say.sentence(each) for each in row.reasons),
            "\n".join(_change_words(row, say)),
            "\n".join(conflict_words(each, say) for each in row.conflicts),
        )


def _change_words(row: PlanRow, say: "Language") -> Iterator[str]:
    for each in row.changes:
        before = fact_words(each.before, say)
        yield say(
            _CHANGE if before else _FIRST,
            fact=fact_name(each.path, say),
            before=before,
            after=fact_words(each.after, say),
        )
