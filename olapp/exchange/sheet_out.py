"""Tables out, as workbooks or delimited text in which nothing runs as a formula."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal, TypeAlias

from olapp.domain.money import Yuan
from olapp.exchange.book import Value
from olapp.exchange.formulas import disarmed
from olapp.files import appearing_together

Shown: TypeAlias = Value | Yuan
"""What a cell of a table of ours may hold."""

ColumnKind: TypeAlias = Literal["text", "date", "money", "number"]
Format: TypeAlias = Literal["xlsx", "csv"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, translated already, and what its cells are."""

    label: str
    kind: ColumnKind = "text"


def format_of(path: Path) -> Format:
    """Tell by the name of a file how its table is to be written; a workbook unless it says csv."""
    return "csv" if path.suffix.lower() == ".csv" else "xlsx"


def write_sheet(
    path: Path,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Shown]],
    format: Format = "xlsx",  # noqa: A002 - the word people use
) -> None:
    """Write one table, whole or not at all, for the person alone; equal tables give equal bytes.

    Whatever ``rows`` raises leaves no file behind. OSError when the place refuses.
    """
    with appearing_together(path.parent) as hidden:
        if format == "csv":
            _write_csv(hidden / path.name, columns, rows)
        else:
            from olapp.exchange.workbook_out import write_workbook  # noqa: PLC0415 - heavy

            write_workbook(hidden / path.name, title, columns, rows)
            (hidden / path.name).chmod(0o600)


def _write_csv(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[Shown]]) -> None:
    """Write UTF-8 with its mark, which Excel needs.

    Every cell is quoted: where Excel takes another delimiter, no cell falls apart into formulas.
    """
    path.touch(mode=0o600)
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
        writer.writerow([disarmed(column.label) for column in columns])
        for row in rows:
            writer.writerow([_plain(cell) for cell in row])


def _plain(cell: Shown) -> str:
    """Say a value in text; figures and dates as they are, text disarmed."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return disarmed(cell)
    return figure(cell)


def figure(cell: Shown) -> str:
    """Say a value in text, without exponents or groups; amounts to the fen."""
    if isinstance(cell, Yuan):
        return f"{cell.rounded():f}"
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
