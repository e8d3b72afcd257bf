"""Records: what the rows and documents of a file say, one record for each."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, islice

from olapp.domain.record import Record
from olapp.domain.sentence import N_
from olapp.exchange.book import Book, Stopped
from olapp.exchange.mapping import SourceMatch
from olapp.exchange.record_lines import read_record_lines
from olapp.exchange.references import read_references
from olapp.exchange.rows import read_rows
from olapp.exchange.steps import Step, ignore_step, never
from olapp.exchange.xml_records import read_xml

_STRIDE = 256
"""So many records lie between two steps told."""
STEP = N_("Reading the rows")


def records(
    book: Book,
    match: SourceMatch,
    *,
    progress: Step = ignore_step,
    cancelled: Callable[[], bool] = never,
) -> Iterator[Record]:
    """Give a record for every data row or document, refused ones with the reason.

    Rows of one patent are not merged here. Stopped when ``cancelled`` said so.
    """
    sheets = (match.sheet, *(index for index, _ in match.more_sheets))
    of = sum(len(book.sheets[index].rows) for index in sheets if index < len(book.sheets))
    for count, record in enumerate(_read(book, match)):
        if count % _STRIDE == 0:
            progress(min(count, of) if of else count, of, STEP)
            if cancelled():
                raise Stopped
        yield record


def _read(book: Book, match: SourceMatch) -> Iterator[Record]:
    if book.kind == "xml" and not book.sheets:
        return read_xml(book.body or b"")
    sheet = book.sheets[match.sheet]
    if book.kind == "text" and not match.mapping.columns:
        if match.key == "cnki":
            return read_references(sheet)
        if match.key == "pss-system":
            return read_record_lines(sheet)
    return chain(read_rows(sheet, match), *_more(book, match))


def _more(book: Book, match: SourceMatch) -> Iterator[Iterator[Record]]:
    """Read the sheets that go on where the first one ends."""
    for index, header_row in match.more_sheets:
        yield read_rows(book.sheets[index], replace(match, header_row=header_row))


def preview(book: Book, match: SourceMatch, limit: int = 50) -> tuple[Record, ...]:
    """Give the first records."""
    return tuple(islice(records(book, match), limit))
