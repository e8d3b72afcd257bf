"""Recognition: which source a file comes from, where its table begins, what its columns tell."""

from olapp.exchange.book import Book
from olapp.exchange.mapping import SourceMatch


def recognise(book: Book) -> SourceMatch:
    """Tell the source of a file; an unknown table is ``unknown`` with a proposed mapping."""
    raise NotImplementedError
