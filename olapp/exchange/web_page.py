"""Web pages named .xls: many systems write a table of HTML and call it a workbook."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from olapp.exchange.parts import ROWS, Part, SheetHead, lightened


def parts(path: Path, encoding: str) -> Iterator[Part]:
    """Give the tables of a web page as ``spreadsheet`` gives sheets; their cells are all text.

    Runs in the process of ``child``, too: a page made so keeps Python's parser busy for ever.
    """
    tables = _Tables()
    name = "utf-8" if encoding == "mixed" else encoding
    tables.feed(path.read_bytes().decode(name, "replace"))
    tables.close()
    for rows in tables.found:
        if any(rows):
            yield SheetHead("", 0, len(rows))
            for start in range(0, len(rows), ROWS):
                yield lightened(rows[start : start + ROWS])


class _Tables(HTMLParser):
    """Gathers the cells of tables; a table inside a cell is part of its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[list[str]]] = []
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
        if self._text is not None and not self._silent:
            self._text.append(data)

    def _end_cell(self) -> None:
        if self._text is not None:
            text = "\n".join(" ".join(line.split()) for line in "".join(self._text).split("\n"))
            self._cells += [text.strip()] + [""] * (self._span - 1)
        self._text = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._cells and self.found:
            self.found[-1].append(self._cells)
        self._cells = []


def _span(told: str | None) -> int:
    is_number = told is not None and told.isascii() and told.isdecimal() and len(told) < 4
    return max(1, int(told)) if told and is_number else 1
