"""Workbooks by calamine; runs in the process of ``child`` alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum

_ROWS = 1000
"""Rows that travel together."""


@dataclass(frozen=True, slots=True)
class SheetHead:
    """A sheet begins; its rows come from the first on, their cells from ``column`` on, from 0."""

    name: str
    column: int
    rows: int
    """So many rows follow."""


@dataclass(frozen=True, slots=True)
class Locked:
    """The workbook asks for a password."""


Part = SheetHead | Locked | tuple[int, list[list[Any]]]
"""A head; or rows as calamine gives them, with the bytes they take in memory."""

_PER_TEXT = 80
_PER_CELL = 16


def parts(path: Path) -> Iterator[Part]:
    """Give the sheets one after the other, each a head and its rows in portions."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))
    except PasswordError:
        yield Locked()
        return
    for each in book.sheets_metadata:
        if each.typ == SheetTypeEnum.WorkSheet:
            yield from _sheet(book, each.name)


def _sheet(book: CalamineWorkbook, name: str) -> Iterator[Part]:
    sheet = book.get_sheet_by_name(name)
    column = sheet.start[1] if sheet.start else 0
    yield SheetHead(name, column, sheet.end[0] + 1 if sheet.end else 0)
    rows = sheet.iter_rows()
    while portion := list(islice(rows, _ROWS)):
        yield _lightened(portion)


def _lightened(rows: list[list[Any]]) -> tuple[int, list[list[Any]]]:
    """Let equal texts be one text: it travels once, and lies in memory once."""
    seen: dict[Any, Any] = {}
    once = [
        [seen.setdefault(cell, cell) if type(cell) is str else cell for cell in cells]
        for cells in rows
    ]
    texts = sum(map(len, seen)) * 2 + len(seen) * _PER_TEXT
    return texts + sum(map(len, rows)) * _PER_CELL, once
