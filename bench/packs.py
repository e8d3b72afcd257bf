"""Packs of one declaration each, all different, drawn into memory in one process.

Ours: ``Printing.render`` from the declaration to the bytes of all its files, one for each paper and
one of all together. It checks the declaration, writes the papers, breaks lines, fills pages, draws,
makes PDF/A-3b with the declaration inside and measures the pages. For "combined file only" the same steps are taken,
but the files of the single papers are not written.

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
from olapp.services.printing import BEIJING
from olapp.settings import Settings

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
    def _rival(self) -> typst_form.Rival:
        return typst_form.Rival(resources() / "fonts")

    def contestants(self) -> dict[str, Contestant]:
        """Name the contestants in the order of a turn."""
        ours = {
            "ours": self._turn(self._ours),
            "floor": self._turn(self._floor),
            "ours, combined": self._turn(self._ours_combined),
            "floor, combined": self._turn(self._floor_combined),
        }
        rivals = {
            "rival": self._turn(self._typst),
            "rival, combined": self._turn(self._typst_combined),
        }
        return ours | rivals if typst_form.IS_INSTALLED else ours

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

    def _typst(self, job: Job) -> object:
        single: Sequence[tuple[Paper, ...]] = [(paper,) for paper in job.papers]
        return [self._rival.draw(part, _TITLE, job.body) for part in (*single, job.papers)]

    def _typst_combined(self, job: Job) -> object:
        return self._rival.draw(job.papers, _TITLE, job.body)


def rows(plan: Plan) -> Iterator[Row]:
    """Measure the packs."""
    bench = Bench(plan)
    contestants = bench.contestants()
    take_turns(contestants, [plan.pack_turns])  # others than those measured
    taken = take_turns(contestants, range(plan.pack_turns))
    count = f"{plan.packs * plan.pack_turns:,}"
    pairs = (
        (f"a pack with all its files, of {count}", "ours", "floor", "rival"),
        ("a pack, combined file only", "ours, combined", "floor, combined", "rival, combined"),
    )
    for measure, ours, floor, rival in pairs:
        against = Comparison(taken[ours], taken[floor])
        yield Row(measure, FLOOR, milliseconds, ratio_at_most(1.5), against)
        if typst_form.IS_INSTALLED:
            yield Row(measure, RIVAL, milliseconds, FASTER, Comparison(taken[ours], taken[rival]))
        else:
            missing = "typst is not installed; ./dev bench installs it"
            yield Row(measure, missing, milliseconds, FASTER, None)
