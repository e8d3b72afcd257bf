"""Packs of one declaration each, all different, drawn into memory in one process.

Ours: ``Printing.render`` from the declaration to the bytes of all its files, one for each paper and
one of all together. It checks the declaration, writes the papers, breaks lines, fills pages, draws,
makes PDF/A-3b with the declaration inside, and measures the pages. For "combined file only" the
same steps are taken, but the files of the single papers are not written.

Against the floor, ``bare_canvas``, and the rival, ``typst_form``; both write as many files as ours
in the row concerned. What they are given (places of the words, papers) is made beforehand. One turn
is a batch of declarations that each contestant draws one after the other.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property
from itertools import chain

from bench import bare_canvas, typst_form
from bench.declarations import distinct, richest
from bench.plan import Plan
from bench.table import FASTER, Row, milliseconds, ratio_at_most
from bench.turns import Comparison, Contestant, seconds, take_turns
from olapp.app import resources, tools
from olapp.codec import encode
from olapp.domain.dates import BEIJING
from olapp.domain.declaration import Declaration
from olapp.forms.paper import Paper
from olapp.pdf.archive import Source
from olapp.pdf.composer import Composer
from olapp.pdf.ink import draw
from olapp.pdf.measure import measure
from olapp.pdf.pack import Attachment
from olapp.pdf.setting import set_paper
from olapp.pdf.sheet import HEIGHT, WIDTH
from olapp.services.interchange import ATTACHED
from olapp.settings import Settings

OURS = "ours"
FLOOR = "bare reportlab canvas"
RIVAL = "typst"
_TITLE = "专利开放许可声明"


@dataclass(frozen=True, slots=True)
class Job:
    """A declaration and what the others need to draw the same pack."""

    document: Declaration
    body: bytes
    papers: tuple[Paper, ...]
    files: list[list[bare_canvas.Page]]
    whole: list[bare_canvas.Page]


class Bench:
    """The contestants; each draws the batch of a turn."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._moment = datetime.combine(plan.day, time(), BEIJING)
        self._printing = tools(Settings(), plan.day).printing
        self._places = bare_canvas.Places(self._printing.fonts())
        self._example = richest()
        self._batch: tuple[int, list[Job]] = (-1, [])

    @cached_property
    def _compiler(self) -> typst_form.Rival:
        return typst_form.Rival(resources() / "fonts")

    def all_files(self) -> dict[str, Contestant]:
        """Give those who draw every file of a pack, in the order of a turn."""
        return self._turns({OURS: self._ours, FLOOR: self._floor, RIVAL: self._rivals})

    def combined_only(self) -> dict[str, Contestant]:
        """Give those who draw the one file with all papers."""
        return self._turns(
            {OURS: self._ours_combined, FLOOR: self._floor_combined, RIVAL: self._rival_combined}
        )

    def _turns(self, packs: dict[str, Callable[[Job], object]]) -> dict[str, Contestant]:
        return {
            name: self._turn(pack)
            for name, pack in packs.items()
            if name != RIVAL or typst_form.IS_INSTALLED
        }

    def _turn(self, pack: Callable[[Job], object]) -> Contestant:
        """Give the time of one pack, taken over the batch of the turn."""

        def turn(number: int) -> float:
            jobs = self._jobs(number)
            return seconds(lambda: [pack(job) for job in jobs]) / len(jobs)

        return turn

    def _jobs(self, turn: int) -> list[Job]:
        """Give the batch of a turn; only one is kept."""
        if self._batch[0] != turn:
            documents = distinct(self._example, 1 + turn * self._plan.packs, self._plan.packs)
            self._batch = (turn, [self._job(document) for document in documents])
        return self._batch[1]

    def _job(self, document: Declaration) -> Job:
        papers = self._papers(document)
        files = self._places.files(papers)
        return Job(document, encode(document), papers, files, list(chain.from_iterable(files)))

    def _papers(self, document: Declaration) -> tuple[Paper, ...]:
        return self._printing.papers(document, self._printing.checking.check(document))

    def _ours(self, job: Job) -> object:
        return self._printing.render(job.document)

    def _ours_combined(self, job: Job) -> object:
        composer = Composer(self._printing.fonts())
        papers = self._papers(job.document)
        sheets = [(each, sheet) for each in papers for sheet in set_paper(each, composer)]
        attached = Attachment(ATTACHED, "application/json", encode(job.document), _TITLE)
        source = Source(draw([sheet for _, sheet in sheets]))
        body = source.take(0, len(sheets), _TITLE, self._moment, attached)
        return body, [measure(sheet, paper.key, WIDTH, HEIGHT) for paper, sheet in sheets]

    def _floor(self, job: Job) -> object:
        return [bare_canvas.draw(pages) for pages in (*job.files, job.whole)]

    def _floor_combined(self, job: Job) -> object:
        return bare_canvas.draw(job.whole)

    def _rivals(self, job: Job) -> object:
        single: Sequence[tuple[Paper, ...]] = [(paper,) for paper in job.papers]
        return [self._compiler.draw(part, _TITLE, job.body) for part in (*single, job.papers)]

    def _rival_combined(self, job: Job) -> object:
        return self._compiler.draw(job.papers, _TITLE, job.body)


def rows(plan: Plan) -> Iterator[Row]:
    """Measure the packs; no declaration is drawn in both kinds of batch."""
    bench = Bench(plan)
    count = f"{plan.packs * plan.pack_turns:,}"
    kinds = (
        (f"a pack with all its files, of {count}", bench.all_files()),
        (f"a pack, combined file only, of {count}", bench.combined_only()),
    )
    for kind, (name, contestants) in enumerate(kinds):
        first = 1 + kind * (plan.pack_turns + 1)
        take_turns(contestants, [first - 1])
        taken = take_turns(contestants, range(first, first + plan.pack_turns))
        yield from _compared(name, taken)


def _compared(name: str, taken: dict[str, tuple[float, ...]]) -> Iterator[Row]:
    for other, goal in ((FLOOR, ratio_at_most(1.5)), (RIVAL, FASTER)):
        if other in taken:
            yield Row(name, other, milliseconds, goal, Comparison(taken[OURS], taken[other]))
        else:
            yield Row(name, f"{other} comes with ./dev bench", milliseconds, goal, None)
