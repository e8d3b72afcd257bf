"""Record lines: raw records of pss-system, a line of names and a line of values, by colons."""

from collections.abc import Iterator, Sequence

from olapp.domain.record import Place, Record
from olapp.domain.sentence import N_, Sentence
from olapp.exchange.assembly import assemble, refused
from olapp.exchange.book import Row, Sheet
from olapp.exchange.headers import columns, folded
from olapp.exchange.numbering import application
from olapp.exchange.sources import source
from olapp.exchange.telling import Fact, as_text
from olapp.exchange.texts import is_empty

_MARK = "文献唯一标识"
_TITLE = "发明名称"
_UNEVEN = N_("{values} values stand under {names} names.")


def is_record_dump(rows: Sequence[Row]) -> bool:
    """Whether the first line that says something is the names of such records."""
    first = next((as_text(row[0]) for row in rows if row and row[0] is not None), "")
    return _is_header(first)


def _is_header(line: str) -> bool:
    return f":{_MARK}:" in f":{line[:400]}:"


def read_record_lines(sheet: Sheet) -> Iterator[Record]:
    """Give a record for each line of values."""
    names: list[str] = []
    for index, row in enumerate(sheet.rows):
        text = as_text(row[0]).strip("\r\n") if row and row[0] is not None else ""
        if _is_header(text):
            names = text.strip().split(":")
        elif text.strip():
            yield _record(names, text, Place(sheet.name, index + 1))


def _record(names: Sequence[str], text: str, place: Place) -> Record:
    values = _values(names, text)
    if len(values) != len(names):
        places = {"values": len(values), "names": len(names)}
        return refused(place, Sentence(_UNEVEN, places))
    facts: dict[str, Fact] = {}
    for index, path in columns(names):
        value = values[index].strip()
        if not is_empty(value):
            facts.setdefault(path, value)
    if "agency" in facts:
        facts["agency"] = as_text(facts["agency"]).split(";")[0]
    return assemble(facts, source("pss-system"), place, None)


def _values(names: Sequence[str], text: str) -> list[str]:
    """Cut a line at its colons; a colon too many may stand in the title, where the rest fits."""
    values = text.split(":")
    more = len(values) - len(names)
    title = next((i for i, name in enumerate(names) if folded(name) == _TITLE), None)
    if more <= 0 or title is None:
        return values
    joined = ":".join(values[title : title + more + 1])
    mended = [*values[:title], joined, *values[title + more + 1 :]]
    number = next((i for i, name in enumerate(names) if folded(name) == "申请号"), None)
    is_right = number is not None and application(mended[number]).number is not None
    return mended if is_right else values
