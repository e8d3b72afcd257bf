"""Workbooks out, by XlsxWriter, row after row; all text stays text."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from olapp.domain.money import Yuan
from olapp.exchange.sheet_out import Column, Shown, figure

_MADE = datetime(2020, 1, 1, tzinfo=UTC)
"""Stands in every workbook of ours: equal tables give equal bytes."""
_FORMATS = {"date": "yyyy-mm-dd", "money": "#,##0.00", "number": "General", "text": "@"}
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts a day in February 1900 that never was; earlier days stand as text."""
_LARGEST = Decimal(10) ** 15
"""Figures from here on lose digits in a spreadsheet, and stand as text."""
_LONGEST_CELL = 32_767
_LONGEST_TITLE = 31
_RESERVED = "history"
"""Excel keeps this title for itself."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_WIDEST = 60
_NARROWEST = 6
_MEASURED = 500
"""So many rows decide the widths of the columns."""


def write_workbook(
    path: Path, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Shown]]
) -> None:
    """Write a table as a workbook of one sheet."""
    with TemporaryDirectory(dir=path.parent.parent, prefix=".olapp-") as folder:
        options = {
            "constant_memory": True,
            "tmpdir": folder,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        book = Workbook(str(path), options)
        try:
            book.set_properties({"created": _MADE})
            _Sheet(book, _fitting(title), columns).fill(rows)
        finally:
            book.close()


def _fitting(title: str) -> str:
    """Give a title that Excel takes."""
    plain = _FORBIDDEN.sub(" ", _SURROGATES.sub("", title)).strip().strip("'")
    is_free = plain and plain.casefold() != _RESERVED
    return plain[:_LONGEST_TITLE] if is_free else "Sheet"


class _Sheet:
    """One sheet while it is written."""

    def __init__(self, book: Workbook, title: str, columns: Sequence[Column]) -> None:
        self._sheet: Worksheet = book.add_worksheet(title)
        self._columns = columns
        self._widths = [_NARROWEST] * len(columns)
        self._formats: list[Format] = [
            book.add_format({"num_format": _FORMATS[column.kind], "valign": "top"})
            for column in columns
        ]
        self._bold: Format = book.add_format({"bold": True, "num_format": "@", "valign": "top"})
        self._text: Format = book.add_format({"num_format": "@", "valign": "top"})

    def fill(self, rows: Iterable[Sequence[Shown]]) -> None:
        """Write the headings and the rows; freeze, filter and widen."""
        for index, column in enumerate(self._columns):
            self._write_text(0, index, column.label, self._bold)
        number = 0
        for number, row in enumerate(rows, 1):
            for index, cell in enumerate(row):
                if cell is not None:
                    self._write(number, index, cell)
        self._sheet.freeze_panes(1, 0)
        if self._columns:
            self._sheet.autofilter(0, 0, number, len(self._columns) - 1)
        for index, width in enumerate(self._widths):
            self._sheet.set_column(index, index, min(width + 2, _WIDEST))

    def _write(self, row: int, index: int, cell: Shown) -> None:
        kind = self._columns[index].kind
        if kind == "date" and isinstance(cell, date) and cell >= _FIRST_DAY:
            self._widen(row, index, "2026-01-01")
            self._sheet.write_datetime(row, index, cell, self._formats[index])
        elif kind in ("money", "number") and (amount := _amount(cell)) is not None:
            self._widen(row, index, f"{amount:,}")
            self._sheet.write_number(row, index, amount, self._formats[index])
        else:
            text = cell if isinstance(cell, str) else figure(cell)
            self._write_text(row, index, text, self._text)

    def _write_text(self, row: int, index: int, text: str, style: Format) -> None:
        kept = _SURROGATES.sub("\ufffd", text)
        if len(kept) > _LONGEST_CELL:
            kept = kept[: _LONGEST_CELL - 1] + "…"
        self._widen(row, index, kept)
        self._sheet.write_string(row, index, kept, style)

    def _widen(self, row: int, index: int, text: str) -> None:
        if row < _MEASURED and self._widths[index] < _WIDEST:
            line = text.partition("\n")[0][:_WIDEST]
            wide = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)
            self._widths[index] = max(self._widths[index], wide)


def _amount(cell: Shown) -> Decimal | int | None:
    """Give a figure a spreadsheet holds exactly; None for anything else."""
    if isinstance(cell, bool) or not isinstance(cell, int | Decimal | Yuan):
        return None
    amount: Decimal | int = cell.rounded() if isinstance(cell, Yuan) else cell
    return amount if -_LARGEST < amount < _LARGEST else None
