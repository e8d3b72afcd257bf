"""Records: what the rows and documents of a file say, one record for each."""

from collections.abc import Callable, Iterator
from itertools import islice

from olapp.domain.record import Record
from olapp.exchange.book import Book
from olapp.exchange.mapping import SourceMatch
from olapp.exchange.reading import Step, ignore_step, never


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
    raise NotImplementedError


def preview(book: Book, match: SourceMatch, limit: int = 50) -> tuple[Record, ...]:
    """Give the first records."""
    return tuple(islice(records(book, match), limit))
