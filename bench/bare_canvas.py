"""The floor of a pack: reportlab's own canvas, its own TTFont, and the same words.

Each string of our pages goes to the same place by ``drawString``, ``setFont`` before it, and each
page ends with ``showPage``; as many files as ours, into memory. Nothing is measured, broken into
lines or checked: the places come from our layout, taken beforehand and not timed. No frames and
rules are drawn, and there is no PDF/A, no embedded declaration and no repair of text extraction.
"""

from collections.abc import Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from olapp.forms.paper import Paper
from olapp.pdf.composer import Composer
from olapp.pdf.fonts import Fonts
from olapp.pdf.setting import set_paper
from olapp.pdf.sheet import HEIGHT, POINT, Sheet, Words

_ASCENT = 0.88


class Placed(NamedTuple):
    """A string, its font and size, and the start of its baseline in points."""

    x: float
    y: float
    text: str
    font: str
    size: float


Page = tuple[Placed, ...]


class Places:
    """Finds where our layout puts the words, and makes the fonts known to reportlab."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._known: dict[Path, str] = {}

    def files(self, papers: Sequence[Paper]) -> list[list[Page]]:
        """Give the pages of each paper of a pack, in a list for each."""
        composer = Composer(self._fonts)
        return [[self._page(sheet) for sheet in set_paper(each, composer)] for each in papers]

    def _page(self, sheet: Sheet) -> Page:
        words = chain.from_iterable(sheet.passages())
        return tuple(placed for word in words for placed in self._placed(word))

    def _placed(self, words: Words) -> list[Placed]:
        found: list[Placed] = []
        x = words.x / POINT
        y = (HEIGHT - words.y - _ASCENT * words.type.body) / POINT
        for face, text in words.galley.runs(*words.line):
            name = self._name(face.path)
            found.append(Placed(x, y, text, name, words.type.size))
            x += stringWidth(text, name, words.type.size)
        return found

    def _name(self, path: Path) -> str:
        if path not in self._known:
            registerFont(TTFont(path.stem, path))
            self._known[path] = path.stem
        return self._known[path]


def draw(pages: Sequence[Page]) -> bytes:
    """Draw one file."""
    body = BytesIO()
    canvas = Canvas(body, pagesize=A4, invariant=1)
    for page in pages:
        for x, y, text, font, size in page:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return body.getvalue()
