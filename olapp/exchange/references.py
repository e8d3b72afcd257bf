"""References: lists of literature as CNKI writes them (GB/T 7714), one patent a line.

``[1]inventors. title[P]. province：number,yyyy-mm-dd.``
"""

import re
from collections.abc import Iterator, Sequence

from olapp.domain.record import Place, Record
from olapp.domain.sentence import N_, Sentence
from olapp.exchange.assembly import assemble, refused
from olapp.exchange.book import Row, Sheet
from olapp.exchange.sources import source
from olapp.exchange.telling import Fact, as_text

_ENTRY = re.compile(
    r"\s*(?:\[[0-9]+\])?\s*(?P<inventors>.*?)[.．]\s*(?P<title>.+?)\s*\[P(?:/OL)?\]\s*[.．,，]\s*"
    r"(?P<rest>.*)",
)
_REST = re.compile(
    r"(?:(?P<place>[^:：]*)[:：])?\s*(?P<number>[A-Za-z]{2}[-0-9A-Za-z .]*?)\s*[,，.．]\s*"
    r"(?P<day>[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2})?[.．]?\s*",
)
_NO_REFERENCE = N_("This line is no reference to a patent.")
_SAMPLE = 20
_LONGEST = 4000
"""No reference is longer."""


def is_reference_list(rows: Sequence[Row]) -> bool:
    """Whether half of the first lines or more are references to patents."""
    lines = [as_text(row[0]) for row in rows[: 3 * _SAMPLE] if row and row[0] is not None]
    found = sum(_ENTRY.match(each[:_LONGEST]) is not None for each in lines[:_SAMPLE])
    return found > 0 and 2 * found >= len(lines[:_SAMPLE])


def read_references(sheet: Sheet) -> Iterator[Record]:
    """Give a record for each line that says something."""
    for index, row in enumerate(sheet.rows):
        text = as_text(row[0]).strip() if row and row[0] is not None else ""
        if text:
            yield _record(text, Place(sheet.name, index + 1))


def _record(text: str, place: Place) -> Record:
    entry = _ENTRY.fullmatch(text) if len(text) <= _LONGEST else None
    rest = _REST.fullmatch(entry["rest"]) if entry else None
    if entry is None or rest is None:
        return refused(place, Sentence(_NO_REFERENCE))
    facts: dict[str, Fact] = {"publication": rest["number"], "patent.title": entry["title"]}
    if entry["inventors"]:
        facts["inventors"] = entry["inventors"]
    if rest["day"]:
        facts["publication_date"] = rest["day"]
    return assemble(facts, source("cnki"), place, None)
