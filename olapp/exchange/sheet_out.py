"""Tables out, as workbooks or delimited text in which nothing runs as a formula."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from olapp.domain.money import Yuan
from olapp.exchange.book import Value

Shown: TypeAlias = Value | Yuan
"""What a cell of a table of ours may hold."""

ColumnKind: TypeAlias = Literal["text", "date", "money", "number"]
Table: TypeAlias = tuple[str, "Sequence[Column]", Iterable[Sequence[Shown]]]
"""Title of the sheet, columns, rows."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, translated already, and what its cells are."""

    label: str
    kind: ColumnKind = "text"


def write_sheet(
    path: Path,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Shown]],
    format: Literal["xlsx", "csv"] = "xlsx",  # noqa: A002 - the word people use
) -> None:
    """Write one table, whole or not at all; OSError when the place refuses."""
    raise NotImplementedError


def write_book(path: Path, sheets: Iterable[Table]) -> None:
    """Write several tables into one workbook, whole or not at all."""
    raise NotImplementedError
