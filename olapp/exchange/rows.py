"""Rows: the rows of a table below its header, each a record."""

from collections.abc import Iterator, Sequence

from olapp.domain.record import Place, Record
from olapp.domain.sentence import N_, Sentence
from olapp.exchange.assembly import assemble, refused
from olapp.exchange.book import Row, Sheet, Value
from olapp.exchange.headers import may_be_read
from olapp.exchange.mapping import SourceMatch
from olapp.exchange.sources import source
from olapp.exchange.telling import Fact
from olapp.exchange.texts import EMPTY

_HEADER_AGAIN = N_("The header stands here once more.")


def is_blank(row: Row) -> bool:
    """Whether a row says nothing."""
    return all(each is None or (isinstance(each, str) and not each.strip()) for each in row)


def read_rows(sheet: Sheet, match: SourceMatch) -> Iterator[Record]:
    """Give a record for each row below the header that is not blank."""
    origin, order = source(match.key), match.mapping.day_order
    wanted = _wanted(match)
    header = _header(match)
    first = match.header_row or 0
    for index in range(first, len(sheet.rows)):
        row = sheet.rows[index]
        if is_blank(row):
            continue
        place = Place(sheet.name, index + 1)
        if header and _is_header(row, header):
            yield refused(place, Sentence(_HEADER_AGAIN))
        else:
            yield assemble(_facts(row, wanted), origin, place, order)


def _wanted(match: SourceMatch) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Give the columns of each field, in the order in which they are asked."""
    found: dict[str, list[int]] = {}
    for index, path in match.mapping.columns:
        header = match.headers[index] if index < len(match.headers) else ""
        if may_be_read(header):
            found.setdefault(path, []).append(index)
    return tuple((path, tuple(indices)) for path, indices in found.items())


def _facts(row: Row, wanted: Sequence[tuple[str, tuple[int, ...]]]) -> dict[str, Fact]:
    """Take from each field's columns the first value that is not empty."""
    facts: dict[str, Fact] = {}
    width = len(row)
    for path, indices in wanted:
        for index in indices:
            value: Value = row[index] if index < width else None
            if value is None:
                continue
            if isinstance(value, str):
                value = value.strip()
                if value in EMPTY:
                    continue
            facts[path] = value
            break
    return facts


def _header(match: SourceMatch) -> dict[int, str]:
    """Give the header of each mapped column, as written."""
    indices = (index for index, _ in match.mapping.columns)
    return {i: match.headers[i] for i in indices if i < len(match.headers)}


def _is_header(row: Row, header: dict[int, str]) -> bool:
    """Whether a row repeats the header, as in files put together by hand."""
    return all(index < len(row) and row[index] == name for index, name in header.items())
