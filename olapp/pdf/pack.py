"""The pack: one PDF/A-3b for each paper, one of all together, and what was measured on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from olapp.domain.printed import PrintedPack
from olapp.forms.paper import Paper
from olapp.pdf.archive import Source
from olapp.pdf.attachment import Attachment
from olapp.pdf.composer import Composer
from olapp.pdf.fonts import Fonts
from olapp.pdf.ink import draw
from olapp.pdf.measure import measure
from olapp.pdf.names import file_name
from olapp.pdf.setting import set_paper
from olapp.pdf.sheet import POINT, Sheet

__all__ = ["Attachment", "RenderedFile", "RenderedPack", "render", "render_preview"]

DECLARATION = "declaration"
"""Key of the paper that carries the attachment; without it the first paper does."""


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """A PDF and its file name."""

    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class RenderedPack:
    """The files of a pack; ``combined`` has the pages of all others."""

    files: tuple[RenderedFile, ...]
    combined: RenderedFile
    printed: PrintedPack


def render(
    papers: Sequence[Paper],
    fonts: Fonts,
    *,
    title: str,
    moment: datetime,
    attachment: Attachment | None,
) -> RenderedPack:
    """Print at least one paper; equal input gives equal bytes.

    ``moment`` dates the files. Trouble when a bundled font cannot be read.
    """
    composer = Composer(fonts)
    parts = [(paper, set_paper(paper, composer)) for paper in papers]
    sheets = [sheet for _, part in parts for sheet in part]
    source = Source(draw(sheets))
    carrier = _carrier(papers)
    files = []
    first = 0
    for number, (paper, part) in enumerate(parts):
        carried = attachment if number == carrier else None
        body = source.take(first, first + len(part), paper.title, moment, carried)
        files.append(RenderedFile(file_name(f"{number + 1:02}-{paper.title}"), body))
        first += len(part)
    combined = RenderedFile(
        file_name(title), source.take(0, len(sheets), title, moment, attachment)
    )
    return RenderedPack(tuple(files), combined, _printed(parts, source, composer))


def _carrier(papers: Sequence[Paper]) -> int:
    """Tell which paper carries the attachment."""
    keys = [paper.key for paper in papers]
    return keys.index(DECLARATION) if DECLARATION in keys else 0


def _printed(
    parts: list[tuple[Paper, list[Sheet]]], source: Source, composer: Composer
) -> PrintedPack:
    """Measure every page, its size in the PDF itself."""
    sheets = [(paper.key, sheet) for paper, part in parts for sheet in part]
    pages = []
    for number, (key, sheet) in enumerate(sheets):
        width, height = (length * POINT for length in source.size(number))
        pages.append(measure(sheet, key, width, height))
    return PrintedPack(pages=tuple(pages), missing=composer.missing)


def render_preview(papers: Sequence[Paper], fonts: Fonts) -> bytes:
    """Print for the screen: the same pages, without what makes a PDF archival."""
    composer = Composer(fonts)
    return draw([sheet for paper in papers for sheet in set_paper(paper, composer)])
