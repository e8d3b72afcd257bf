"""Delimited lists: comma, semicolon or tab, whichever gives rows of one width."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from olapp.domain.sentence import N_, Sentence
from olapp.exchange import guard
from olapp.exchange.book import Row, Stopped, UnreadableFile
from olapp.exchange.decoding import lines
from olapp.exchange.formulas import rearmed, shown
from olapp.exchange.steps import Step

_DELIMITERS = ",;\t"
_LINES = 400
_PROOF = 2**18
"""Characters that decide the delimiter."""
_AGREEING = 0.6
"""So many of the rows must have one width, give or take an empty end."""
_REFERENCE = re.compile(r"\s*\[[0-9]+\].*\[P\]")
"""Literature as GB/T 7714 writes it; it has commas, and no columns."""
_EVERY = 2000
_END = "\ue000\ue001\ue000"
"""Comes after the last line: a row of its own when every quotation mark was closed."""
_PER_TEXT = 80
_PER_ROW = 300
"""More than an empty row takes: two million rows are no list of patents."""

_OPEN = N_("The quotation mark that opens in row {row} is never closed.")
_CLOSE = N_("Close it or take it out, in a text editor, and choose the file again.")


def delimiter_of(path: Path, encoding: str) -> str | None:
    """Find the delimiter; None when there is none, as in running text."""
    proof = list(_proof(lines(path, encoding)))
    if proof and (told := proof[0].strip().removeprefix("sep=")) != proof[0].strip():
        return told[:1] or ","
    if any(_REFERENCE.match(line) for line in proof[:3]):
        return None
    best = max(_DELIMITERS, key=lambda each: _fit(proof, each))
    return best if _fit(proof, best)[0] >= _AGREEING else None


def _proof(source: Iterator[str]) -> Iterator[str]:
    taken = 0
    for line in islice(source, _LINES):
        yield line
        taken += len(line)
        if taken > _PROOF:
            return


def _fit(proof: list[str], delimiter: str) -> tuple[float, int]:
    """Say what share of the rows has the usual width, and that width.

    One more delimiter at the end of a row does not count.
    """
    rows = [row for row in _until_broken(proof, delimiter) if row]
    wide = Counter(len(row) for row in rows if len(row) > 1)
    if not wide:
        return 0.0, 0
    usual = max(wide, key=lambda each: (wide[each], each))
    near = sum(1 for row in rows if len(row) == usual or (len(row) == usual + 1 and not row[-1]))
    return near / len(rows), usual


def _until_broken(proof: list[str], delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(guard.LONGEST_CELL)
    with suppress(csv.Error):
        yield from csv.reader(proof, delimiter=delimiter)


def rows_of(
    path: Path, encoding: str, delimiter: str, progress: Step, cancelled: Callable[[], bool]
) -> list[Row]:
    """Read all rows; blank lines give empty ones. UnreadableFile, Stopped."""
    csv.field_size_limit(guard.LONGEST_CELL)
    burden = guard.Burden(path, guard.HEAVIEST_LIST)
    size = path.stat().st_size
    source = _Counted(lines(path, encoding))
    reader = csv.reader(source, delimiter=delimiter)
    rows: list[Row] = []
    try:
        for cells in reader:
            if cells == [_END]:
                return rows
            rows.append(_row(cells))
            if not len(rows) % _EVERY:
                burden.add(source.weigh() + _taken(rows[-_EVERY:]))
                progress(min(source.characters, size), size, path.name)
                if cancelled():
                    raise Stopped
    except csv.Error:
        raise guard.long_cell(path, len(rows) + 1) from None
    raise UnreadableFile(Sentence(_OPEN, {"row": len(rows)}), str(path), Sentence(_CLOSE))


def _taken(rows: list[Row]) -> int:
    return _PER_TEXT * sum(map(len, rows)) + _PER_ROW * len(rows)


class _Counted:
    """Lines, and how many characters of them went by; a last line of ours behind them."""

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self._weighed = 0
        self._is_done = False
        self.characters = 0

    def __iter__(self) -> "_Counted":
        return self

    def __next__(self) -> str:
        if self._is_done:
            raise StopIteration
        line = next(self._source, None)
        if line is None:
            self._is_done = True
            return _END
        self.characters += len(line)
        return line

    def weigh(self) -> int:
        """Give the bytes in memory of what went by since the last time."""
        since, self._weighed = self.characters - self._weighed, self.characters
        return since * 2


def _row(cells: list[str]) -> Row:
    values = [_text(cell) if cell[:1] in "='" or "\r" in cell else cell for cell in cells]
    while values and not values[-1]:
        values.pop()
    return tuple(value or None for value in values)


def _text(cell: str) -> str:
    """Give what the cell shows, its line breaks as LF."""
    return shown(rearmed(cell).replace("\r\n", "\n").replace("\r", "\n"))
