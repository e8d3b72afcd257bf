"""Workbooks that Office 2003 and many web systems write as one XML file, named .xls as a rule."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from olapp.domain.sentence import Sentence
from olapp.exchange import guard
from olapp.exchange.book import Row, Sheet, UnreadableFile, Value
from olapp.exchange.figures import number

OFFICE_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_SPACE = f"{{{OFFICE_2003.decode()}}}"
_INDEX = f"{_SPACE}Index"
_TYPE = f"{_SPACE}Type"
_MOST_ROWS = 2**20
_MOST_COLUMNS = 2**14
_PER_CELL = 150


def sheets_of(body: bytes, path: Path) -> tuple[Sheet, ...]:
    """Read the sheets of a body whose XML was checked already; UnreadableFile."""
    burden = guard.Burden(path, guard.HEAVIEST_LIST)
    sheets: list[Sheet] = []
    rows: list[Row] = []
    for event, element in iterparse(BytesIO(body), events=("start", "end")):
        if event == "start" and element.tag == f"{_SPACE}Worksheet":
            rows = []
            sheets.append(Sheet(element.get(f"{_SPACE}Name", ""), rows))
        elif event == "end" and element.tag == f"{_SPACE}Row":
            _skip(rows, element, path)
            row = _row(element, path)
            burden.add(sum(_PER_CELL + 2 * len(str(value)) for value in row))
            rows.append(row)
            element.clear()
    return tuple(sheets)


def _skip(rows: list[Row], element: Element, path: Path) -> None:
    rows.extend([()] * (_index(element, _MOST_ROWS, path) - 1 - len(rows)))


def _row(element: Element, path: Path) -> Row:
    values: list[Value] = []
    for cell in element.iter(f"{_SPACE}Cell"):
        values.extend([None] * (_index(cell, _MOST_COLUMNS, path) - 1 - len(values)))
        values.append(next(_values(cell), None))
    while values and values[-1] is None:
        values.pop()
    return tuple(values)


def _index(element: Element, most: int, path: Path) -> int:
    """Give the place an element names, 0 when it names none."""
    told = element.get(_INDEX, "0")
    if not told.isascii() or not told.isdecimal() or len(told) > 8 or int(told) > most:
        raise UnreadableFile(Sentence(guard.TOO_BIG), str(path))
    return int(told)


def _values(cell: Element) -> Iterator[Value]:
    for told in cell.iter(f"{_SPACE}Data"):
        text = "".join(told.itertext())
        kind = told.get(_TYPE)
        try:
            if kind == "Number":
                yield number(float(text))
            elif kind == "DateTime":
                yield datetime.fromisoformat(text).date()
            else:
                yield text or None
        except ValueError:
            yield text or None
