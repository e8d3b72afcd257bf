"""What comes through the pipe from the process that reads: sheets, in parts."""

from dataclasses import dataclass
from typing import Any, TypeAlias

ROWS = 1000
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


Part: TypeAlias = SheetHead | Locked | tuple[int, list[list[Any]]]
"""A head; or rows as their reader gives them, with the bytes they take in memory."""

_PER_TEXT = 80
_PER_CELL = 16


def lightened(rows: list[list[Any]]) -> tuple[int, list[list[Any]]]:
    """Let equal texts be one text: it travels once, and lies in memory once."""
    seen: dict[Any, Any] = {}
    once = [
        [seen.setdefault(cell, cell) if type(cell) is str else cell for cell in cells]
        for cells in rows
    ]
    texts = sum(map(len, seen)) * 2 + len(seen) * _PER_TEXT
    return texts + sum(map(len, rows)) * _PER_CELL, once
