"""Sheets into PDF through reportlab; equal sheets give equal bytes."""

from collections.abc import Sequence
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from olapp.pdf.sheet import HEIGHT, POINT, WIDTH, Sheet, Words

if TYPE_CHECKING:
    from olapp.pdf.repairs import PlainCanvas

_ASCENT = 0.88
"""From the top of a Chinese character to its baseline, in parts of its size."""
_ONE_AT_A_TIME = Lock()
"""reportlab's faces keep a reading position and cannot serve two documents at once."""


def draw(sheets: Sequence[Sheet]) -> bytes:
    """Draw sheets as the pages of a plain PDF."""
    from olapp.pdf.repairs import PlainCanvas  # noqa: PLC0415 - reportlab takes 0.2 s

    body = BytesIO()
    with _ONE_AT_A_TIME:
        canvas = PlainCanvas(
            body, pagesize=(WIDTH / POINT, HEIGHT / POINT), invariant=1, pageCompression=0
        )
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
    """Write the lines of a paragraph; those of a broken one come back as one piece of text."""
    first, last = passage[0], passage[-1]
    if first is last:
        _draw_words(canvas, first)
        return
    canvas.begin_text(first.galley.text[first.line[0] : last.line[1]])
    for words in passage:
        _draw_words(canvas, words)
    canvas.end_text()


def _draw_words(canvas: "PlainCanvas", words: Words) -> None:
    kind = words.type
    baseline = HEIGHT - words.y - _ASCENT * kind.body
    runs = [(face.font, text) for face, text in words.galley.runs(*words.line)]
    canvas.write(words.x / POINT, baseline / POINT, kind.size, runs)
