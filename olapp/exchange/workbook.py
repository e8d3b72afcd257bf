"""Workbooks and tables of web pages: read by another process, and made into plain values."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from olapp.domain.sentence import N_, Sentence
from olapp.exchange import guard
from olapp.exchange.book import Book, Row, Sheet, Stopped, UnreadableFile, Value
from olapp.exchange.child import ReaderDied, Reading, reading
from olapp.exchange.figures import number
from olapp.exchange.links import LinkFinder, Links
from olapp.exchange.parts import Locked, Part, SheetHead
from olapp.exchange.steps import Step

_NO_TABLE = N_("This is a web page without a table.")


def read_workbook(
    path: Path, kind: Literal["xlsx", "xls"], progress: Step, cancelled: Callable[[], bool]
) -> Book:
    """Read all sheets; UnreadableFile, Stopped."""
    with reading(path) as run:
        links = _links(path, cancelled) if kind == "xlsx" else {}
        sheets = _sheets(run, path, progress, cancelled)
    return Book(kind=kind, sheets=tuple(_linked(each, links) for each in sheets))


def read_web_page(path: Path, encoding: str, progress: Step, cancelled: Callable[[], bool]) -> Book:
    """Read the tables of a web page; UnreadableFile, Stopped."""
    with reading(path, encoding) as run:
        sheets = _sheets(run, path, progress, cancelled)
    if not sheets:
        raise UnreadableFile(Sentence(_NO_TABLE), str(path))
    return Book(kind="html", sheets=tuple(sheets), encoding=encoding)


def _links(path: Path, cancelled: Callable[[], bool]) -> Links:
    """Check the archive while the other process starts."""
    with guard.archive(path) as opened:
        finder = LinkFinder()
        guard.check_inflated(opened, path, finder.look)
        if cancelled():
            raise Stopped
        return finder.links(opened, path)


def _sheets(run: Reading, path: Path, progress: Step, cancelled: Callable[[], bool]) -> list[Sheet]:
    sheets: list[Sheet] = []
    burden = guard.Burden(path, guard.HEAVIEST_BOOK)
    rows: list[Row] = []
    head = SheetHead("", 0, 0)
    for part in _parts(run, path, cancelled):
        if isinstance(part, Locked):
            raise guard.locked(path)
        if isinstance(part, SheetHead):
            head = part
            rows = []
            sheets.append(Sheet(head.name, rows))
            continue
        taken, cells = part
        burden.add(taken)
        before: Row = (None,) * head.column
        rows.extend(_row(before, each) for each in cells)
        progress(len(rows), head.rows, head.name)
    return [Sheet(each.name, _without_blank_end(each.rows)) for each in sheets]


def _parts(run: Reading, path: Path, cancelled: Callable[[], bool]) -> Iterator[Part]:
    try:
        yield from run.parts(cancelled)
    except ReaderDied as fault:
        raise (guard.too_big if fault.is_exhausted else guard.broken)(path) from None


def _without_blank_end(rows: Iterable[Row]) -> list[Row]:
    kept = list(rows)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _row(before: Row, cells: list[Any]) -> Row:
    values = [
        (cell or None) if type(cell) is str and "\r" not in cell else _value(cell) for cell in cells
    ]
    while values and values[-1] is None:
        values.pop()
    return (*before, *values) if values else ()


def _value(cell: object) -> Value:
    """Make a value of a cell: no float, no time of day, line breaks as LF."""
    if isinstance(cell, str):
        return cell.replace("\r\n", "\n").replace("\r", "\n") or None
    if isinstance(cell, float):
        return number(cell)
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date | bool | int):
        return cell
    return str(cell)


def _linked(sheet: Sheet, links: Links) -> Sheet:
    """Give the sheet with the texts of links whose value was never computed."""
    texts = links.get(sheet.name)
    if not texts:
        return sheet
    rows = list(sheet.rows)
    for (at, column), text in texts.items():
        rows.extend([()] * (at + 1 - len(rows)))
        row = list(rows[at]) + [None] * (column + 1 - len(rows[at]))
        if row[column] in (None, 0):
            row[column] = text
            rows[at] = tuple(row)
    return Sheet(sheet.name, rows)
