"""Running text, as references of literature are: its lines, and its body in UTF-8."""

from pathlib import Path

from olapp.exchange import guard
from olapp.exchange.book import Book, Row, Sheet
from olapp.exchange.decoding import lines

_PER_LINE = 150


def read_running_text(path: Path, encoding: str) -> Book:
    """Read text that is no table; UnreadableFile when there is too much of it."""
    burden = guard.Burden(path, guard.HEAVIEST_LIST)
    rows: list[Row] = []
    for line in lines(path, encoding):
        burden.add(6 * len(line) + _PER_LINE)
        text = line.rstrip("\r\n")
        if len(text) > guard.LONGEST_CELL:
            raise guard.long_cell(path, len(rows) + 1)
        rows.append((text,) if text else ())
    body = "\n".join(str(row[0]) if row else "" for row in rows) + "\n"
    return Book(kind="text", sheets=(Sheet("", rows),), encoding=encoding, body=body.encode())
