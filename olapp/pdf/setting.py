"""A whole paper set on its sheets: title, blocks, notes, and what stands on every page."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from olapp.forms.paper import Box, Paper, Part, SignatureArea, Table
from olapp.pdf.composer import Composer, middled
from olapp.pdf.frame import WHOLE, content_column, label_lines
from olapp.pdf.galley import Span, paragraphs
from olapp.pdf.pages import Pages
from olapp.pdf.parts import set_parts
from olapp.pdf.sheet import LEFT, NOTE, NUMBER, RIGHT, TEXT, TITLE, TOP, Sheet, rectangle
from olapp.pdf.sheet import WIDTH as PAGE_WIDTH
from olapp.pdf.strip import Piece, Strip, blank, height_of, kept

_HEADER = 7.5
_HEADER_WIDTH = 120.0
_MARK_SIDES, _MARK_GAP = 2.0, 0.9
_AFTER_TITLE = 3.0
_GAP = 3.0
_SPLIT_FROM = 8.5 * TEXT.pitch
"""A box lower than this moves to the next page as a whole."""
_CONTINUED = "（续页）"


def set_paper(paper: Paper, composer: Composer) -> list[Sheet]:
    """Set a paper; it begins on a page of its own and its pages are numbered by themselves."""
    top = TOP + _HEADER
    further = top + TEXT.pitch if paper.running else top
    pages = Pages(paper.key, top, further, composer)
    for piece in _bound(list(_spaced(_pieces(paper, composer))), has_notes=bool(paper.notes)):
        pages.add(piece)
    for number, sheet in enumerate(pages.sheets, 1):
        _set_header(sheet, paper, number, composer)
        _set_number(sheet, f"第 {number} 页 共 {len(pages.sheets)} 页", composer)
    return pages.sheets


def _spaced(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Put space between pieces; boxes under each other share an edge."""
    was_boxed = False
    for piece in pieces:
        yield replace(piece, gap=0.0 if piece.is_boxed and was_boxed else _GAP)
        was_boxed = piece.is_boxed


def _bound(pieces: list[Piece], *, has_notes: bool) -> list[Piece]:
    """Keep notes together and on the page where the last block ends."""
    if not has_notes:
        return pieces
    *others, last, notes = pieces
    tail = notes.gap + height_of(notes.strips)
    return [*others, replace(last, tail=tail), replace(notes, strips=kept(notes.strips))]


def _pieces(paper: Paper, composer: Composer) -> Iterator[Piece]:
    if not _fits_header(paper.code, composer):
        yield Piece(composer.lines(paper.code, WHOLE))
    yield _title(paper.title, composer)
    for kind, group in groupby(paper.blocks, _kind):
        if kind is object:
            parts = [block for block in group if not isinstance(block, Box)]
            yield Piece(set_parts(parts, WHOLE, composer))
        else:
            yield from (_piece(block, composer) for block in group)
    if paper.notes:
        yield Piece([line for note in paper.notes for line in _note(note, composer)])


def _kind(block: Box | Part) -> type:
    """Tell what has rules of its own from running text, which is set together."""
    return type(block) if isinstance(block, Box | SignatureArea | Table) else object


def _piece(block: Box | Part, composer: Composer) -> Piece:
    if isinstance(block, Box):
        return _box(block, composer)
    if isinstance(block, SignatureArea):
        piece = Piece(is_boxed=True)
        return replace(piece, strips=set_parts([block], content_column(piece), composer))
    return Piece(set_parts([block], WHOLE, composer))


def _box(box: Box, composer: Composer) -> Piece:
    """Set a box; content lower than its label stands in the middle, a low box stays whole."""
    piece = Piece(number=box.number, label=box.label, is_boxed=True)
    strips = set_parts(box.parts, content_column(piece), composer)
    spare = height_of(label_lines(piece, composer)) - height_of(strips)
    if strips and spare > 0 and not strips[0].grid:
        strips = [blank(spare / 2), *strips]
    if height_of(strips) < _SPLIT_FROM:
        strips = kept(strips)
    return replace(piece, strips=strips)


def _title(title: str, composer: Composer) -> Piece:
    lines = composer.lines([Span(title, bold=True)], WHOLE, kind=TITLE)
    strips: list[Strip] = [*middled(lines, WHOLE), blank(_AFTER_TITLE)]
    return Piece([replace(strip, keep=True) for strip in strips])


def _note(note: str, composer: Composer) -> list[Strip]:
    return composer.lines(note, WHOLE, kind=NOTE)


def _set_header(sheet: Sheet, paper: Paper, number: int, composer: Composer) -> None:
    """Write the form's code or the title to the left, the draft mark to the right."""
    y = TOP + _MARK_GAP
    if paper.draft_mark:
        mark = composer.words(paper.draft_mark, 0.0, y)
        left = RIGHT - mark.width - 2 * _MARK_SIDES
        sheet.strokes += rectangle(left, TOP, RIGHT, TOP + TEXT.body + 2 * _MARK_GAP)
        sheet.words.insert(0, mark._replace(x=left + _MARK_SIDES))
    text = _running_title(paper, composer) if number > 1 else _code_in_header(paper, composer)
    if number > 1 and paper.running:
        line = composer.repeated(paper.running, RIGHT - LEFT, LEFT, y + TEXT.pitch)
        sheet.words.insert(0, line)
    if text:
        sheet.words.insert(0, composer.words(text, LEFT, y))


def _running_title(paper: Paper, composer: Composer) -> str:
    title = f"{paper.title}{_CONTINUED}"
    return title if _fits_header(title, composer) else _CONTINUED


def _code_in_header(paper: Paper, composer: Composer) -> str:
    """Give the form's code; one that is too long stands over the title instead."""
    return paper.code if _fits_header(paper.code, composer) else ""


def _fits_header(text: str, composer: Composer) -> bool:
    return len(paragraphs(text)) == 1 and composer.width(text) < _HEADER_WIDTH


def _set_number(sheet: Sheet, text: str, composer: Composer) -> None:
    words = composer.words(text, 0.0, NUMBER)
    sheet.number = words._replace(x=(PAGE_WIDTH - words.width) / 2)
