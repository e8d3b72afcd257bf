"""A table as text for other programs: cells between tabs, nothing that runs as a formula."""

from collections.abc import Iterable, Sequence

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    r"""Give a cell that a spreadsheet takes as text, on one line.

    >>> harmless("=1+1"), harmless("一种\t支架"), harmless("-")
    ("'=1+1", '一种 支架', "'-")
    """
    line = " ".join(text.replace("\t", " ").split("\n"))
    return f"'{line}" if line.startswith(_STARTS) else line


def tab_separated(rows: Iterable[Sequence[str]]) -> str:
    """Write rows as lines of cells between tabs."""
    return "\n".join("\t".join(map(harmless, row)) for row in rows)
