"""Workbooks by calamine; runs in the process of ``child`` alone."""

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum

from olapp.exchange.parts import ROWS, Locked, Part, SheetHead, lightened


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
    while portion := list(islice(rows, ROWS)):
        yield lightened(portion)
