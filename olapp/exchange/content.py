"""Content: what the columns of a table without known header tell, by what stands in them."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from olapp.exchange.book import Row, Sheet, Value
from olapp.exchange.days import order_of, read_day
from olapp.exchange.mapping import UNKNOWN, Certainty, DayOrder, Mapping, SourceMatch
from olapp.exchange.numbering import application, publication
from olapp.exchange.sources import source
from olapp.exchange.statuses import read_status
from olapp.exchange.telling import as_text
from olapp.exchange.texts import is_empty, parts

_SAMPLE = 200
"""So many rows are looked at."""
_WIDEST = 200
"""So many columns are looked at."""
_MOST = 0.6
"""Such a share of the cells that say something has to be of one nature."""
_CLASS = re.compile(r"[A-H][0-9]{2}[A-Z]\s*[0-9]{1,4}/[0-9]{2,}|[0-9]{2}-[0-9]{2}$")
_BODY = re.compile(
    r"大学|学院|学校|公司|研究院|研究所|研究中心|集团|医院|工厂|厂$|Co\.|Ltd|Inc\b|Univ",
    re.IGNORECASE,
)
_HAN_NAME = re.compile(r"[\u4e00-\u9fff·]{2,5}")
_KIND = re.compile(r"(?:发明|实用新型|外观设计)(?:专利|申请|授权|公布)?")
_CUTS = ("|", ";", "；", "、", "\n")
_KINDS_OF_DATES = ("patent.filed_on", "patent.granted_on")


def guess(sheet: Sheet, index: int = 0) -> SourceMatch:
    """Propose what the columns tell. A list with a right number in most rows is somebody's own."""
    rows = [row for row in islice(sheet.rows, _SAMPLE) if any(row)]
    width = min(max(map(len, rows), default=0), _WIDEST)
    columns = [_texts(rows, column) for column in range(width)]
    pairs = _pairs(columns)
    own = source("own-list" if _has_number(pairs) else UNKNOWN)
    header = _header(sheet.rows, pairs)
    return SourceMatch(
        key=own.key,
        name=own.name,
        certainty=Certainty.GUESSED,
        sheet=index,
        header_row=None if header is None else header + 1,
        mapping=Mapping(columns=pairs, day_order=_order(sheet, pairs)),
        headers=() if header is None else tuple(map(_shown, sheet.rows[header])),
    )


def _shown(value: Value) -> str:
    return "" if value is None else as_text(value)[:80]


def _has_number(pairs: Iterable[tuple[int, str]]) -> bool:
    return any(path in {"patent.number", "publication"} for _, path in pairs)


def _texts(rows: Sequence[Row], column: int) -> list[str]:
    cells = (row[column] for row in rows if column < len(row) and row[column] is not None)
    found = (as_text(cell).strip() for cell in cells)
    return [text for text in found if not is_empty(text)]


def _pairs(columns: Sequence[list[str]]) -> tuple[tuple[int, str], ...]:
    """Give each column the nature of most of its cells; one column for each fact."""
    found: dict[str, int] = {}
    days: list[int] = []
    for index, texts in enumerate(columns):
        nature = _nature(texts)
        if nature == "day":
            days.append(index)
        elif nature is not None:
            found.setdefault(nature, index)
    found.update(_dates(columns, days, found.get("patent.number")))
    taken = {*found.values(), *days}
    title = _title(columns, taken)
    if title is not None:
        found["patent.title"] = title
    return tuple(sorted((index, path) for path, index in found.items()))


def _nature(texts: list[str]) -> str | None:
    if not texts:
        return None
    tests = (
        ("patent.number", lambda text: application(text).number is not None),
        ("publication", lambda text: publication(text).number is not None),
        ("day", lambda text: read_day(text, "dmy").day is not None),
        ("classes", lambda text: _CLASS.match(text) is not None),
        ("patent.kind", lambda text: _KIND.fullmatch(text) is not None),
        ("state", _is_status),
        ("applicants", lambda text: len(text) < 200 and _BODY.search(text) is not None),
        ("inventors", _are_names),
    )
    for nature, test in tests:
        if sum(map(bool, map(test, texts))) > _MOST * len(texts):
            return nature
    return None


def _is_status(text: str) -> bool:
    words = parts(text, _CUTS) if len(text) < 30 else ()
    return bool(words) and not read_status(words).unknown


def _are_names(text: str) -> bool:
    pieces = parts(text, _CUTS) if len(text) < 400 else ()
    return bool(pieces) and all(_HAN_NAME.fullmatch("".join(each.split())) for each in pieces)


def _dates(columns: Sequence[list[str]], days: Sequence[int], number: int | None) -> dict[str, int]:
    """Tell which dates are of filing: those whose years most numbers bear."""
    if number is None:
        return {}
    years = {application(text).number or "" for text in columns[number]}
    filed = {each[:4] for each in years if len(each) > 9}
    first = [index for index in days if _agree(columns[index], filed)]
    return {"patent.filed_on": first[0]} if first else {}


def _agree(texts: list[str], years: set[str]) -> bool:
    found = {str(day.year) for text in texts if (day := read_day(text, "dmy").day)}
    return len(found & years) > _MOST * len(found)


def _title(columns: Sequence[list[str]], taken: set[int]) -> int | None:
    """Tell the title: the column of long texts that are nearly all different."""
    free = [index for index, texts in enumerate(columns) if texts and index not in taken]
    shown = [index for index in free if len(set(columns[index])) > _MOST * len(columns[index])]
    lengths = {index: sum(map(len, columns[index])) / len(columns[index]) for index in shown}
    likely = {index: length for index, length in lengths.items() if 6 <= length <= 120}
    return max(likely, key=lambda index: likely[index], default=None)


def _header(rows: Sequence[Row], pairs: Sequence[tuple[int, str]]) -> int | None:
    """Tell whether the first row is a header of names nobody knows: no number where they stand."""
    numbers = [index for index, path in pairs if path in {"patent.number", "publication"}]
    first = next((index for index, row in enumerate(rows) if any(row)), None)
    if first is None or not numbers:
        return None
    row = rows[first]
    cells = [row[index] for index in numbers if index < len(row)]
    is_text = all(isinstance(each, str) for each in row if each is not None)
    has_digits = any(any(map(str.isdigit, as_text(each))) for each in cells if each is not None)
    return first if cells and is_text and not has_digits and None not in cells else None


def _order(sheet: Sheet, pairs: Sequence[tuple[int, str]]) -> DayOrder | None:
    days = [index for index, path in pairs if path in _KINDS_OF_DATES]
    texts = {
        cell
        for index in days
        for row in sheet.rows
        if index < len(row) and isinstance(cell := row[index], str)
    }
    return order_of(texts)
