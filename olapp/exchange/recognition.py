"""Recognition: which source a file comes from, where its table begins, what its columns tell."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from olapp.exchange.book import Book, Row, Sheet, Value
from olapp.exchange.content import guess
from olapp.exchange.days import order_of
from olapp.exchange.headers import columns, field_of, folded
from olapp.exchange.mapping import UNKNOWN, Certainty, DayOrder, Mapping, SourceMatch
from olapp.exchange.record_lines import is_record_dump
from olapp.exchange.references import is_reference_list
from olapp.exchange.sources import marks, source, source_of
from olapp.exchange.xml_records import key_of_xml

_BANNER = 40
"""So many rows are searched for a header."""
_SEVERAL = 3
"""So many known names make a header."""
_LONGEST = 80
"""No header is longer; banners hold whole queries."""
_DAYS = frozenset(
    {
        "patent.filed_on",
        "publication_date",
        "published_on",
        "patent.granted_on",
        "priority_on",
        "patent.believed_expiry",
        "events.state_on",
    }
)
_NUMBERS = frozenset({"patent.number", "publication", "published_as", "patent.publication_number"})


def recognise(book: Book) -> SourceMatch:
    """Tell the source of a file; an unknown table is ``unknown`` with a proposed mapping."""
    if book.kind == "xml" and not book.sheets:
        return _document(key_of_xml(book.body or b""))
    if book.kind == "text":
        key = _key_of_text(book.sheets[0].rows)
        if key is not None:
            return _document(key)
    matches = recognise_each(book)
    ranks = list(Certainty)
    best = min(
        matches,
        key=lambda match: (ranks.index(match.certainty), -len(book.sheets[match.sheet].rows)),
        default=None,
    )
    if best is None:
        return _document(UNKNOWN)
    first, *rest = (match for match in matches if match is best or _is_alike(match, best))
    more = tuple((match.sheet, match.header_row or 0) for match in rest)
    return replace(first, more_sheets=more) if more else best


def recognise_each(book: Book) -> tuple[SourceMatch, ...]:
    """Tell what each sheet is, for a person who wants another one read."""
    return tuple(recognise_sheet(sheet, index) for index, sheet in enumerate(book.sheets))


def _is_alike(match: SourceMatch, best: SourceMatch) -> bool:
    """Whether a sheet goes on where another ends, as one for each year or kind of patent."""
    return (
        match.header_row is not None
        and best.header_row is not None
        and match.mapping.columns == best.mapping.columns
        and match.mapping.day_order == best.mapping.day_order
        and bool(_NUMBERS & {path for _, path in best.mapping.columns})
    )


def _document(key: str) -> SourceMatch:
    certainty = Certainty.GUESSED if key == UNKNOWN else Certainty.SURE
    return SourceMatch(key=key, name=source(key).name, certainty=certainty)


def _key_of_text(rows: Sequence[Row]) -> str | None:
    if is_record_dump(rows):
        return "pss-system"
    return "cnki" if is_reference_list(rows) else None


def recognise_sheet(sheet: Sheet, index: int = 0) -> SourceMatch:
    """Tell what one sheet is; by its header, else by what stands in its columns."""
    row = _header_row(sheet.rows)
    if row is None:
        return guess(sheet, index)
    header = _texts(sheet.rows[row])
    own = source_of(header)
    return SourceMatch(
        key=(own or source(UNKNOWN)).key,
        name=(own or source(UNKNOWN)).name,
        certainty=Certainty.LIKELY if own is None else Certainty.SURE,
        sheet=index,
        header_row=row + 1,
        mapping=mapped(sheet, row + 1, columns(header)),
        headers=header,
    )


def mapped(sheet: Sheet, first: int, pairs: Sequence[tuple[int, str]]) -> Mapping:
    """Give the mapping of columns, with the order of dates that the columns themselves show."""
    days = [index for index, path in pairs if path in _DAYS]
    return Mapping(columns=tuple(pairs), day_order=_day_order(sheet.rows, first, days))


def _header_row(rows: Sequence[Row]) -> int | None:
    """Find the first row in which several known names stand; index from 0."""
    for index, row in enumerate(islice(rows, _BANNER)):
        cells = [each for each in row if isinstance(each, str) and each.strip()]
        known = {each for each in cells if len(each) <= _LONGEST and _is_known(each)}
        has_number = any(field_of(each) in _NUMBERS for each in known)
        if len(known) >= _SEVERAL or (has_number and 2 * len(known) >= len(cells)):
            return index
    return None


def _is_known(header: str) -> bool:
    return field_of(header) is not None or folded(header) in marks()


def _texts(row: Iterable[Value]) -> tuple[str, ...]:
    return tuple(each if isinstance(each, str) and len(each) <= _LONGEST else "" for each in row)


def _day_order(rows: Sequence[Row], first: int, days: Sequence[int]) -> DayOrder | None:
    """Tell the order of day and month from all dates of all date columns."""
    found: set[DayOrder | None] = set()
    for index in days:
        texts = {
            cell
            for row in rows[first:]
            if index < len(row) and isinstance(cell := row[index], str) and len(cell) <= _LONGEST
        }
        found.add(order_of(texts))
    told = found - {"ymd", None}
    if len(told) == 1:
        return told.pop()
    return "ymd" if found <= {"ymd"} else None
