"""Sheets into PDF through reportlab; equal sheets give equal bytes."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from olapp.pdf.sheet import HEIGHT, POINT, WIDTH, Sheet, Words

if TYPE_CHECKING:
    from olapp.pdf.repairs import PlainCanvas

_ASCENT = 0.88
"""From the top of a Chinese character to its baseline, in parts of its size."""
_LONGEST_TEXT = 15_000
"""PDF/A allows strings of 32,767 bytes; only text without width has more than a page holds."""


def draw(sheets: Sequence[Sheet]) -> bytes:
    """Draw sheets as the pages of a plain PDF."""
    from olapp.pdf.repairs import PlainCanvas  # noqa: PLC0415 - reportlab takes 0.2 s

    body = BytesIO()
    size = (WIDTH / POINT, HEIGHT / POINT)
    canvas = PlainCanvas(body, pagesize=size, invariant=1, pageCompression=0)
    canvas.compress_fonts()
    for sheet in sheets:
        _draw_sheet(canvas, sheet)
        canvas.showPage()
    canvas.save()
    return body.getvalue()


def _draw_sheet(canvas: "PlainCanvas", sheet: Sheet) -> None:
    for x0, y0, x1, y1, weight in sheet.strokes:
        canvas.rule(
            x0 / POINT, (HEIGHT - y0) / POINT, x1 / POINT, (HEIGHT - y1) / POINT, weight / POINT
        )
    for passage in sheet.passages():
        _draw_passage(canvas, passage)


def _draw_passage(canvas: "PlainCanvas", passage: list[Words]) -> None:
    """Write the lines of a paragraph; those of a broken one come back as one piece of text.

    So does what is drawn before a paragraph; not again where it goes on on another page.
    """
    mark = "" if passage[0].line[0] else passage[0].galley.mark
    whole = _without_breaks(passage) if len(passage) > 1 or mark else ""
    whole = f"{mark} {whole}" if mark else whole
    is_whole = 0 < len(whole) <= _LONGEST_TEXT
    if is_whole:
        canvas.begin_text(whole)
    for words in passage:
        _draw_words(canvas, words)
    if is_whole:
        canvas.end_text()


def _without_breaks(passage: list[Words]) -> str:
    """Join lines; of the spaces dropped at a break one comes back."""
    text = passage[0].galley.text
    pieces = []
    stop = passage[0].line[0]
    for words in passage:
        start = words.line[0]
        pieces += [" "] if start > stop else []
        start, stop = words.line
        pieces.append(text[start:stop])
    return "".join(pieces)


def _draw_words(canvas: "PlainCanvas", words: Words) -> None:
    kind = words.type
    baseline = HEIGHT - words.y - _ASCENT * kind.body
    runs = [(face.font, text) for face, text in words.galley.runs(*words.line)]
    canvas.write(words.x / POINT, baseline / POINT, kind.size, runs)
