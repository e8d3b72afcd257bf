"""Remembered mappings: how tables with a header seen before are to be read."""

import hashlib
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble, reason
from olapp.exchange.book import Book
from olapp.exchange.mapping import Mapping, SourceMatch
from olapp.files import write_whole

_MOST = 500
"""So many mappings are remembered; the oldest goes first."""
_DAY_ORDERS = {"ymd", "dmy", "mdy"}


@dataclass(frozen=True, slots=True)
class Remembered:
    """The mappings of a person, in one JSON file."""

    path: Path

    def applied(self, match: SourceMatch) -> SourceMatch | None:
        """Give the match under the mapping remembered for its header; None without one."""
        key = fingerprint(match.headers)
        entry = self._read().get(key) if key else None
        mapping = _mapping(entry, len(match.headers))
        return None if mapping is None else replace(match, mapping=mapping)

    def remember(self, match: SourceMatch) -> None:
        """Remember a mapping; Trouble when the folder refuses."""
        key = fingerprint(match.headers)
        if key is None:
            return
        known = self._read()
        known.pop(key, None)
        known[key] = {"columns": match.mapping.columns, "day_order": match.mapping.day_order}
        kept = dict(list(known.items())[-_MOST:])
        try:
            write_whole(self.path, json.dumps(kept, ensure_ascii=False, indent=1).encode())
        except OSError as error:
            raise Trouble(
                Sentence(N_("The mapping cannot be saved: {reason}."), {"reason": reason(error)}),
                str(self.path),
                Sentence(N_("Free some space, or make the folder writable.")),
            ) from error

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}


def headed(book: Book, match: SourceMatch) -> SourceMatch:
    """Take a first row of words alone for a header nobody knows: a patent's row has digits."""
    if match.headers or match.header_row is not None or not book.sheets:
        return match
    numbered = enumerate(book.sheets[match.sheet].rows, 1)
    number, first = next(((at, row) for at, row in numbered if any(row)), (0, ()))
    cells = [cell for cell in first if cell is not None]
    is_header = len(cells) > 1 and all(isinstance(cell, str) for cell in cells)
    if not is_header or any(mark.isdigit() for cell in cells for mark in str(cell)):
        return match
    return replace(match, header_row=number, headers=tuple(str(cell or "") for cell in first))


def fingerprint(headers: Sequence[str]) -> str | None:
    """Give what tells a header from others, whatever its widths and blanks; None without one."""
    folded = ["".join(unicodedata.normalize("NFKC", each).split()).casefold() for each in headers]
    while folded and not folded[-1]:
        folded.pop()
    if not folded:
        return None
    return hashlib.sha256("\x1f".join(folded).encode("utf-8", "replace")).hexdigest()


def _mapping(entry: object, width: int) -> Mapping | None:
    """Read an entry; one that is damaged is as good as none."""
    if not isinstance(entry, dict) or not isinstance(entry.get("columns"), list):
        return None
    order = entry.get("day_order")
    columns = [tuple(each) for each in entry["columns"] if _is_column(each, width)]
    return Mapping(columns=tuple(columns), day_order=order if order in _DAY_ORDERS else None)


def _is_column(pair: object, width: int) -> bool:
    return (
        isinstance(pair, list)
        and len(pair) == 2
        and isinstance(pair[0], int)
        and 0 <= pair[0] < width
        and isinstance(pair[1], str)
    )
