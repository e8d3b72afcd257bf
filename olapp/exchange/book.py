"""A book: what stands in the sheets of a file, before anybody asks what it means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble

Value: TypeAlias = str | date | bool | int | Decimal | None
"""What one cell holds. A number is ``int`` when it is whole, else ``Decimal``; never a float."""

Row: TypeAlias = tuple[Value, ...]
"""The cells of one row, from the first column on; empty cells are None."""

BookKind: TypeAlias = Literal["xlsx", "xls", "csv", "html", "text", "xml"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: row n of the file is ``rows[n - 1]``."""

    name: str
    """As the workbook names it; empty for files that have one table only."""
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A file, read."""

    kind: BookKind
    """By content, whatever the name says. Delimited lists are all ``csv``."""
    sheets: tuple[Sheet, ...] = ()
    """Running text gives one sheet with one cell a line; XML gives none, unless a workbook."""
    encoding: str | None = None
    """Of text: ``utf-8``, ``utf-8-sig``, ``utf-16``, ``gb18030``; ``mixed`` when lines differ,
    ``windows-1252`` as a last resort; None for workbooks and XML."""
    body: bytes | None = None
    """Of XML, as it is in the file; of running text, in UTF-8 with LF."""

    @property
    def is_encoding_doubtful(self) -> bool:
        """Whether the characters are a last resort that a person should look at."""
        return self.encoding in ("mixed", "windows-1252")


class UnreadableFile(Trouble):
    """A file of somebody's that gives no table and no record, with the reason."""

    def __init__(self, reason: Sentence, where: str, remedy: Sentence | None = None) -> None:
        """Keep why, the file, and what to do; open it elsewhere and save it anew when not said."""
        super().__init__(reason, where, remedy or Sentence(_REMEDY))


_REMEDY = N_("Open the file in the program it comes from, and save it anew as .xlsx or .csv.")


class Stopped(Exception):  # noqa: N818 - the person asked for it
    """The person stopped the work; nothing came of it."""
