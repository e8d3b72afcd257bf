"""Tables: rows of cells under a head that comes again on each page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from olapp.forms.paper import Cell, Table
from olapp.pdf.composer import Column, Composer, middled
from olapp.pdf.sheet import BOTTOM, TEXT, TOP
from olapp.pdf.strip import Grid, Strip, beside, blank, height_of, stacked

_PADDING = 1.4
_NARROWEST = TEXT.body + 2 * _PADDING + 0.1
_MOST_LINES = 8
_WORD = re.compile("[!-~\u00a1-\u024f]+")
_MOST_MEASURED = 200
_SHORT_NAME = 3
_HAIR = 0.01
_TALLEST_HEAD = (BOTTOM - TOP) / 4

Lines = list[Strip]


def set_table(table: Table, column: Column, composer: Composer) -> list[Strip]:
    """Set a table over the whole column; short cells in the middle, long ones from the left."""
    if not table.widths:
        return []
    columns = _columns(table, column, composer)
    edges = (*(place.x for place in columns), column.x + column.width)
    rows = [_cells(row, columns, composer) for row in table.rows]
    are_short = [all(len(row[at]) <= 1 for row in rows) for at in range(len(columns))]
    names = _cells(_names(table), columns, composer)
    head = [replace(strip, keep=True) for strip in _row(names, columns, [True] * len(columns))]
    grid = Grid(edges, tuple(head) if height_of(head) < _TALLEST_HEAD else ())
    body = [strip for row in rows for strip in _row(row, columns, are_short)]
    return [replace(strip, grid=grid) for strip in (*(head if table.head else ()), *body)]


def _names(table: Table) -> list[Cell]:
    return [Cell(name) for name in table.head]


def _columns(table: Table, column: Column, composer: Composer) -> list[Column]:
    """Share the width as told, but leave room for the longest word and for a short name."""
    words = [
        max((_longest_word(row[at].text, composer) for row in table.rows), default=0.0)
        for at in range(len(table.widths))
    ]
    names = [_shortest_name(cell.text, composer) for cell in _names(table)] or words
    widths = _shared(
        column.width,
        table.widths,
        _padded(map(max, words, names)),
        _padded(words),
    )
    columns: list[Column] = []
    x = column.x
    for width in widths:
        columns.append(Column(x, width))
        x += width
    return columns


def _padded(widths: Iterable[float]) -> list[float]:
    return [max(_NARROWEST, width + 2 * _PADDING + _HAIR) for width in widths]


def _shortest_name(name: str, composer: Composer) -> float:
    """Give the width at which a name takes one line if it is short, else two."""
    width = composer.width(name)
    return width if len(name) <= _SHORT_NAME else width / 2 + TEXT.body / 2


def _longest_word(text: str, composer: Composer) -> float:
    words = _WORD.findall(text[:_MOST_MEASURED])
    return max((composer.width(word) for word in set(words)), default=0.0)


def _shared(width: float, shares: Sequence[int], *needs: Sequence[float]) -> list[float]:
    """Divide a width by shares, but nobody gets less than the first needs that can be met."""
    least = [min(_NARROWEST, width / len(shares))] * len(shares)
    met = next((need for need in needs if sum(need) < width), least)
    given: dict[int, float] = {}
    while True:
        open_shares = sum(share for at, share in enumerate(shares) if at not in given)
        left = width - sum(given.values())
        widths = [
            given.get(at, left * share / max(open_shares, 1)) for at, share in enumerate(shares)
        ]
        short = [at for at, need in enumerate(met) if at not in given and widths[at] < need]
        if not short:
            return widths
        given |= {at: met[at] for at in short}


def _cells(row: Sequence[Cell], columns: list[Column], composer: Composer) -> list[Lines]:
    return [
        composer.lines(cell.text, place.inset(_PADDING, _PADDING), field=cell.field)
        for cell, place in zip(row, columns, strict=True)
    ]


def _row(cells: list[Lines], columns: list[Column], are_short: list[bool]) -> Lines:
    """Lay cells side by side; only a row of many lines may run over to the next page."""
    placed = [
        middled(lines, place) if is_short else lines
        for lines, place, is_short in zip(cells, columns, are_short, strict=True)
    ]
    tallest = max(len(lines) for lines in placed)
    if tallest <= _MOST_LINES:
        height = tallest * TEXT.pitch
        centred = [[blank((height - height_of(lines)) / 2), *lines] for lines in placed]
        strips = [_over_each_other([stacked(lines) for lines in centred], height)]
    else:
        strips = beside(placed)
    return [replace(strips[0], opens_row=True), *strips[1:]]


def _over_each_other(cells: list[Strip], height: float) -> Strip:
    return replace(beside([[cell] for cell in cells])[0], height=height)
