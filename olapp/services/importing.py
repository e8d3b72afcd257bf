"""Importing: a file looked at, planned, taken in as a whole, reported, and undone as a whole."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from olapp.domain.dates import BEIJING
from olapp.domain.holding import Holding, Origin
from olapp.domain.sentence import N_
from olapp.exchange.book import Stopped
from olapp.exchange.mapping import SourceMatch
from olapp.exchange.steps import Step as Progress
from olapp.exchange.steps import ignore_step, never
from olapp.services.changes import Changes
from olapp.services.collecting import uncollected
from olapp.services.dry_run import DryRun
from olapp.services.imported import Imported, ImportRow, KeptRow, Looked, Undone
from olapp.services.kept_files import sha256
from olapp.services.planning import Changed, Conflict, Plan, PlanRow, RowFate, counted
from olapp.services.remembered import Remembered, headed
from olapp.services.writing import Outdated, Writing

if TYPE_CHECKING:
    from olapp.i18n import Language
    from olapp.persistence.database import Store, Unit
    from olapp.persistence.kept_portfolio import Index, KeptImport

__all__ = [
    "Changed",
    "Conflict",
    "ImportRow",
    "Imported",
    "Importing",
    "KeptRow",
    "Looked",
    "Outdated",
    "Plan",
    "PlanRow",
    "RowFate",
    "Undone",
]

Cancelled = Callable[[], bool]
UNDOING = N_("Undoing the import")


@dataclass(frozen=True, slots=True)
class Importing:
    """Imports into the portfolio of this desk. All methods may run on any thread.

    Where ``cancelled`` is asked, an answer of None says that it was, and that nothing happened.
    """

    store: "Store"
    index: "Callable[[Holding], Index]"
    """Derives what lists show beside the facts, as of today."""
    now: Callable[[], datetime]
    today: Callable[[], date]
    mappings: Path
    """The file that remembers how tables of other offices are to be read."""

    @uncollected()
    def look(
        self, path: Path, *, progress: Progress = ignore_step, cancelled: Cancelled = never
    ) -> Looked | None:
        """Read a file and recognise its source; Trouble says why a file is refused."""
        from olapp.exchange.reading import read_book  # noqa: PLC0415 - kept out of the start
        from olapp.exchange.recognition import recognise  # noqa: PLC0415 - as above

        try:
            book = read_book(path, progress=progress, cancelled=cancelled)
            _ask(cancelled)
        except Stopped:
            return None
        match = headed(book, recognise(book))
        known = Remembered(self.mappings).applied(match)
        looked = Looked(
            path=path,
            sha256=sha256(path),
            book=book,
            match=known or match,
            preview=(),
            is_remembered=known is not None,
            as_of=min(self.today(), _changed_on(path)),
        )
        return self.looked_as(looked, looked.match)

    def looked_as(self, looked: Looked, match: SourceMatch) -> Looked:
        """Give what was looked at under another mapping, with its preview."""
        from olapp.exchange.records import preview  # noqa: PLC0415 - kept out of the start

        return replace(looked, match=match, preview=preview(looked.book, match))

    @uncollected()
    def plan(
        self,
        looked: Looked,
        match: SourceMatch | None = None,
        as_of: date | None = None,
        *,
        progress: Progress = ignore_step,
        cancelled: Cancelled = never,
    ) -> Plan | None:
        """Tell what an import would do; nothing is written."""
        from olapp.exchange.records import records  # noqa: PLC0415 - kept out of the start

        chosen = match or looked.match
        day = as_of or looked.as_of
        origin = Origin(source=chosen.key, name=looked.path.name, as_of=day)
        found = records(looked.book, chosen, progress=progress, cancelled=cancelled)
        try:
            run = DryRun(tuple(found), origin, day)
            with self.store.read() as unit:
                run.run(unit.holdings.by_keys, progress, cancelled)
        except Stopped:
            return None
        rows = run.whole()
        return Plan(
            name=looked.path.name,
            sha256=looked.sha256,
            source=chosen.key,
            as_of=day,
            rows=rows,
            counts=counted(rows),
            steps=tuple(run.steps),
        )

    @uncollected()
    def commit(
        self,
        plan: Plan,
        *,
        take: Callable[[Conflict], bool] = lambda _: False,
        include_doubtful: bool = True,
        progress: Progress = ignore_step,
        cancelled: Cancelled = never,
    ) -> Imported | None:
        """Take a plan in, in one unit of work; Outdated when the portfolio changed since the plan.

        ``take`` decides conflicts: True takes what the file says.
        """
        writing = Writing(plan, self.index, progress, cancelled)
        writing.decide(take, include_doubtful=include_doubtful)
        try:
            with self.store.begin(is_large=True) as unit:
                return self._commit(unit, plan, writing)
        except Stopped:
            return None

    def _commit(self, unit: "Unit", plan: Plan, writing: Writing) -> Imported:
        from olapp.services.report_rows import packed  # noqa: PLC0415 - kept out of the start

        at = self.now()
        import_id = unit.imports.add(
            at=at, name=plan.name, source=plan.source, as_of=plan.as_of, sha256=plan.sha256
        )
        writing.write(unit.holdings, at, import_id)
        counts = {fate.value: count for fate, count in plan.counts.items()}
        unit.imports.finish(import_id, counts, packed(plan.rows))
        return Imported(
            import_id=import_id,
            counts=plan.counts,
            added=len(writing.fresh),
            changed=len(writing.changed),
            taken=writing.taken,
        )

    def imports(self) -> tuple[ImportRow, ...]:
        """List the imports, the latest first."""
        with self.store.read() as unit:
            return tuple(_row(kept) for kept in unit.imports.all())

    @uncollected()
    def undo(
        self, import_id: int, *, progress: Progress = ignore_step, cancelled: Cancelled = never
    ) -> tuple[Undone, Changes] | None:
        """Remove what an import added and put back what it replaced, in one unit of work."""
        progress(0, 1, UNDOING)
        try:
            with self.store.begin(is_large=True) as unit:
                undone = self._undo(unit, import_id)
                _ask(cancelled)
        except Stopped:
            return None
        progress(1, 1, UNDOING)
        return undone, Changes(holdings=True, imports=True, verdicts=True, deadlines=True)

    def _undo(self, unit: "Unit", import_id: int) -> Undone:
        back = unit.holdings.undo(self.index, import_id=import_id)
        unit.imports.mark_undone(import_id, at=self.now())
        kept = unit.holdings.rows(back.kept)
        return Undone(
            removed=len(back.removed),
            restored=len(back.restored),
            kept=tuple(
                KeptRow(row.id, row.number or row.publication_number, row.title) for row in kept
            ),
        )

    def save_report(
        self, of: Plan | int, path: Path, say: "Language", *, progress: Progress = ignore_step
    ) -> None:
        """Write every row with its fate and reasons as a sheet (.xlsx, or .csv by its name)."""
        from olapp.services.import_report import write_report  # noqa: PLC0415 - as above
        from olapp.services.report_rows import unpacked  # noqa: PLC0415 - as above

        if isinstance(of, Plan):
            write_report(of.rows, path, say, progress, len(of.rows))
            return
        with self.store.read() as unit:
            kept = unit.imports.get(of)
        write_report(unpacked(kept.body), path, say, progress, sum(kept.counts.values()))

    def remember(self, match: SourceMatch) -> None:
        """Remember how tables with this header are to be read; Trouble when it cannot be kept."""
        Remembered(self.mappings).remember(match)


def _ask(cancelled: Cancelled) -> None:
    if cancelled():
        raise Stopped


def _changed_on(path: Path) -> date:
    """Give the day a file was last changed; the last of days when nobody can tell."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, BEIJING).date()
    except (OSError, OverflowError, ValueError):
        return date.max


def _row(kept: "KeptImport") -> ImportRow:
    return ImportRow(
        id=kept.id,
        name=kept.name,
        source=kept.source,
        as_of=kept.as_of,
        at=kept.at,
        counts={fate: kept.counts.get(fate.value, 0) for fate in RowFate},
        undone_at=kept.undone_at,
    )
