"""All packs of a batch in one folder, with an index sheet over them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.domain.finding import Finding, Severity
from olapp.domain.sentence import Sentence
from olapp.domain.trouble import Trouble
from olapp.exchange.steps import Step
from olapp.services.drafts import Drafts, OpenDraft
from olapp.services.printing import Export, Printing
from olapp.services.refusals import written

if TYPE_CHECKING:
    from olapp.exchange.sheet_out import Column, Shown
    from olapp.i18n import Language

INDEX = "index.xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One line of the index: the draft, its folder, and what was said of it."""

    draft_id: int
    number: str
    title: str
    folder: str
    """Name of the pack's folder; empty when it could not be written."""
    errors: int
    unknown: int
    sha256: str
    """Of the whole pack in one file."""
    refusal: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """The packs of a batch on disk; ``left`` counts those still to be written."""

    folder: Path
    packs: tuple[Pack, ...]
    left: int

    @property
    def failed(self) -> tuple[Pack, ...]:
        """Those that could not be written."""
        return tuple(pack for pack in self.packs if pack.refusal is not None)


def print_packs(
    drafts: Drafts,
    printing: Printing,
    draft_ids: Sequence[int],
    folder: Path,
    say: "Language",
    *,
    resume: Printed | None,
    step: Step,
    cancelled: Callable[[], bool],
) -> Printed:
    """Write the packs that are not there yet, then the index; stopped, it says what is left."""
    packs = [pack for pack in (resume.packs if resume else ()) if pack.refusal is None]
    done = {pack.draft_id for pack in packs}
    to_do = [draft_id for draft_id in draft_ids if draft_id not in done]
    for at, draft_id in enumerate(to_do):
        if cancelled():
            break
        draft = drafts.open(draft_id)
        step(len(done) + at, len(draft_ids), draft.document.patent.number or "")
        pack = _print(drafts, printing, draft, folder, cancelled)
        if pack is None:
            break
        packs.append(pack)
    printed = Printed(folder, tuple(packs), len(draft_ids) - len(packs))
    _write_index(printed, say)
    return printed


def _print(
    drafts: Drafts,
    printing: Printing,
    draft: OpenDraft,
    folder: Path,
    cancelled: Callable[[], bool],
) -> Pack | None:
    """Write one pack; None when it was cancelled meanwhile."""
    try:
        place = printing.fresh_folder(draft.document, folder)
        export = printing.export(draft.document, place, cancelled=cancelled)
    except Trouble as trouble:
        return _pack(draft, None, trouble.what)
    if not export.files:
        return None
    drafts.exported(draft, export)
    return _pack(draft, export, None)


def _pack(draft: OpenDraft, export: Export | None, refusal: Sentence | None) -> Pack:
    found = export.findings if export else ()
    return Pack(
        draft_id=draft.id,
        number=draft.document.patent.number or "",
        title=draft.document.patent.title or "",
        folder=export.folder.name if export else "",
        errors=_count(found, Severity.ERROR),
        unknown=_count(found, Severity.UNKNOWN),
        sha256=export.files[-1].sha256 if export else "",
        refusal=refusal,
    )


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(each.severity is severity for each in findings)


def _write_index(printed: Printed, say: "Language") -> None:
    from olapp.exchange.sheet_out import write_sheet  # noqa: PLC0415 - with its columns

    path = printed.folder / INDEX
    rows = [_cells(pack, say) for pack in printed.packs]
    with written(path):
        printed.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_sheet(path, say("Index of the packs"), _columns(say), rows)


def _cells(pack: Pack, say: "Language") -> tuple["Shown", ...]:
    return (
        pack.number,
        pack.title,
        pack.folder,
        pack.errors,
        pack.unknown,
        say.sentence(pack.refusal) if pack.refusal else None,
        pack.sha256,
    )


def _columns(say: "Language") -> Sequence["Column"]:
    from olapp.exchange.sheet_out import Column  # noqa: PLC0415 - with its writer

    return (
        Column(say("Patent number")),
        Column(say("Title")),
        Column(say("Folder")),
        Column(say("Errors"), "number"),
        Column(say("Not to be judged"), "number"),
        Column(say("Not written because")),
        Column(say("SHA-256 of the whole pack")),
    )
