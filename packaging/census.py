"""Counts what comes of each file of a folder of samples, as a table in Markdown.

Run in the project folder: python packaging/census.py ../shared/samples
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from olapp.domain.matching import keys
from olapp.domain.numbers import patent
from olapp.domain.numbers.patent import folded
from olapp.domain.record import Record
from olapp.exchange.book import Book
from olapp.exchange.reading import read_book
from olapp.exchange.recognition import recognise
from olapp.exchange.records import records

NOT_EXPORTS = {"cn-numbers", "legal-event-codes", "uscc"}
"""Folders with material for other tests: numbers and code lists."""
_HEADER = (
    "Sample",
    "Source",
    "Rows",
    "README",
    "Patents",
    "Flagged",
    "Refused",
    "Check digits right",
    "README",
)
_LINE = re.compile(r"\| `([^`]+)` \|.*\| ([0-9]+)(?: document)? \| (?:([0-9]+) / ([0-9]+)|-)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What came of one file."""

    folder: str
    name: str
    source: str
    rows: int
    """Data rows, or documents; each gave one record."""
    patents: int
    """Different patents among the records that were not refused."""
    flagged: int
    refused: int
    given: int
    """Different Chinese application numbers whose check digit stands in the file."""
    right: int
    """So many of these check digits are right."""
    told_rows: int | None = None
    """What the README of the sample says."""
    told_numbers: int | None = None


def counted(path: Path) -> Counted:
    """Read one file, and count."""
    book = read_book(path)
    match = recognise(book)
    read = list(records(book, match))
    numbers = set(_given(book, match.sheet, read))
    told = _told(path)
    return Counted(
        folder=path.parent.name,
        name=path.name,
        source=match.key,
        rows=len(read),
        patents=_patents(read),
        flagged=sum(bool(each.doubts) and each.refusal is None for each in read),
        refused=sum(each.refusal is not None for each in read),
        given=len(numbers),
        right=sum(map(patent.is_valid, numbers)),
        told_rows=told[0],
        told_numbers=told[1],
    )


def _given(book: Book, sheet: int, read: Iterable[Record]) -> Iterator[str]:
    """Give the numbers that stand in the file with their check digit."""
    whole = folded((book.body or b"").decode("utf-8", "replace"))
    for each in read:
        number = each.holding.patent.number
        if number is None or each.holding.country != "CN":
            continue
        row = (
            book.sheets[sheet].rows[each.place.row - 1] if book.kind not in {"xml", "text"} else ()
        )
        text = folded(" ".join(map(str, row))) if row else whole
        if f"{number[:-1]}.{number[-1]}" in text or number in text:
            yield number


def _patents(read: Iterable[Record]) -> int:
    """Count the groups of records that share a key, one record after the other."""
    group: dict[str, int] = {}
    groups: dict[int, set[str]] = {}
    for index, each in enumerate(read):
        own = set(keys(each.holding)) if each.refusal is None else set()
        if own:
            joined = {group[key] for key in own if key in group}
            own = own.union(*(groups.pop(other) for other in joined))
            groups[index] = own
            group.update(dict.fromkeys(own, index))
    return len(groups)


def _told(path: Path) -> tuple[int | None, int | None]:
    """Give what the README beside a sample says: its records, and its numbers."""
    readme = path.parent / "README.md"
    lines = readme.read_text(encoding="utf-8").splitlines() if readme.is_file() else []
    for line in lines:
        match = _LINE.match(line)
        if match is not None and match[1] == path.name:
            return int(match[2]), int(match[4]) if match[4] else None
    return None, None


def samples(folder: Path) -> list[Path]:
    """Give the exports of a folder of samples, in their order."""
    return sorted(
        path
        for path in folder.glob("*/*")
        if path.parent.name not in NOT_EXPORTS
        and path.suffix.lower() not in {".md", ".dtd"}
        and not path.name.startswith("element_")
    )


def table(found: Iterable[Counted]) -> Iterator[str]:
    """Write the table."""
    yield f"| {' | '.join(_HEADER)} |"
    yield "|---|---|" + "---:|" * (len(_HEADER) - 2)
    for each in found:
        cells = (
            f"{each.folder}/{each.name}",
            each.source,
            each.rows,
            _or_dash(each.told_rows),
            each.patents,
            each.flagged,
            each.refused,
            f"{each.right} / {each.given}",
            _or_dash(each.told_numbers),
        )
        yield f"| {' | '.join(map(str, cells))} |"


def _or_dash(value: int | None) -> str:
    return "-" if value is None else str(value)


if __name__ == "__main__":
    for line in table(map(counted, samples(Path(sys.argv[1])))):
        print(line)
