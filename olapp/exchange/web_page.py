"""Web pages named .xls: many systems write a table of HTML and call it a workbook."""

from html.parser import HTMLParser
from pathlib import Path

from olapp.domain.sentence import N_, Sentence
from olapp.exchange import guard
from olapp.exchange.book import Book, Row, Sheet, UnreadableFile
from olapp.exchange.decoding import lines

_NO_TABLE = N_("This is a web page without a table.")
_MOST_COLUMNS = 1000
_PER_CELL = 100


def read_web_page(path: Path, encoding: str) -> Book:
    """Read the tables of a web page, as text; UnreadableFile when it has none."""
    tables = _Tables(guard.Burden(path, guard.HEAVIEST_LIST))
    for line in lines(path, encoding):
        tables.feed(line)
    tables.close()
    found = [rows for rows in tables.found if any(rows)]
    if not found:
        raise UnreadableFile(Sentence(_NO_TABLE), str(path))
    return Book(kind="html", sheets=tuple(Sheet("", rows) for rows in found), encoding=encoding)


class _Tables(HTMLParser):
    """Gathers the cells of tables; a table inside a cell is part of its text."""

    def __init__(self, burden: guard.Burden) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[Row]] = []
        self._burden = burden
        self._depth = 0
        self._silent = 0
        self._cells: list[str] = []
        self._text: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._silent += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.found.append([])
        elif tag == "br" and self._text is not None:
            self._text.append("\n")
        elif self._depth == 1 and tag == "tr":
            self._end_row()
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            self._text = []
            self._span = _span(dict(attrs).get("colspan"))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._silent = max(0, self._silent - 1)
        elif tag in ("tr", "table") and self._depth == 1:
            self._end_row()
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()
        if tag == "table":
            self._depth = max(0, self._depth - 1)

    def handle_data(self, data: str) -> None:
        self._burden.add(2 * len(data))
        if self._text is not None and not self._silent:
            self._text.append(data)

    def _end_cell(self) -> None:
        if self._text is not None:
            text = "\n".join(" ".join(line.split()) for line in "".join(self._text).split("\n"))
            self._cells += [text.strip()] + [""] * (self._span - 1)
            self._burden.add(_PER_CELL * self._span)
        self._text = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._cells and self.found:
            while self._cells and not self._cells[-1]:
                self._cells.pop()
            self.found[-1].append(tuple(cell or None for cell in self._cells))
        self._cells = []


def _span(told: str | None) -> int:
    is_number = told is not None and told.isascii() and told.isdecimal() and len(told) < 4
    return max(1, min(int(told), _MOST_COLUMNS)) if told and is_number else 1
