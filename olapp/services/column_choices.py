"""What a column of a table can be read as, and a match with the columns a person chose."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from olapp.exchange.mapping import DayOrder, SourceMatch
from olapp.exchange.mapping import Mapping as Columns

if TYPE_CHECKING:
    from olapp.exchange.book import Book
    from olapp.i18n import Language

ATTRIBUTE = "attributes."
"""Before the name of a fact of the office's own."""
_SAMPLES = 3
_SOUGHT = 60
"""Rows below the header that are looked through for samples."""


def choices(say: "Language") -> tuple[tuple[str, str], ...]:
    """Give what a column can tell: paths and their words."""
    from olapp.exchange.headers import fields  # noqa: PLC0415 - read when first needed

    return tuple(
        (each.path, each.label.zh if say.is_chinese else each.label.en) for each in fields()
    )


def remapped(
    match: SourceMatch, columns: Mapping[int, str], day_order: DayOrder | None
) -> SourceMatch:
    """Give a match whose columns tell what a person says; columns not named tell nothing.

    ``day_order`` says how dates with the year last are written; None leaves out the doubtful ones.
    """
    mapping = Columns(columns=tuple(sorted(columns.items())), day_order=day_order)
    return replace(match, mapping=mapping)


def heads(book: "Book", match: SourceMatch) -> tuple[str, ...]:
    """Give the heads of all columns, as written; empty where a column has none."""
    if not book.sheets:
        return ()
    rows = book.sheets[match.sheet].rows
    first = rows[match.header_row - 1] if match.header_row else ()
    wide = max((len(row) for row in rows[:_SOUGHT]), default=0)
    return tuple(_written(first[at]) if at < len(first) else "" for at in range(wide))


def samples(book: "Book", match: SourceMatch, column: int) -> tuple[str, ...]:
    """Give the first values a column holds."""
    start = match.header_row or 0
    rows = book.sheets[match.sheet].rows[start : start + _SOUGHT]
    found = (_written(row[column]) for row in rows if column < len(row))
    return tuple(dict.fromkeys(text for text in found if text))[:_SAMPLES]


def _written(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
