"""Mapping: which column of a table tells which fact, and how sure that is."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypeAlias

from olapp.forms.spec import Label

DayOrder: TypeAlias = Literal["ymd", "dmy", "mdy"]
"""How dates with the year last are written; ``ymd`` says that there are none."""

UNKNOWN = "unknown"
"""Key of the source nobody recognised."""


class Certainty(StrEnum):
    """How sure the recognition of a source is."""

    SURE = "sure"
    """Its own header names, or its own elements, stand there."""
    LIKELY = "likely"
    """Header names are known, the source is not."""
    GUESSED = "guessed"
    """Columns were told by what stands in them, or by nothing: a person must look."""


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """Something a column can be mapped to."""

    path: str
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Columns and the fields they tell; the first column of a field that says something counts."""

    columns: tuple[tuple[int, str], ...] = ()
    """Column index from 0, and the path of a ``FieldChoice``; ``attributes.<name>`` is free."""
    day_order: DayOrder | None = None
    """None: nothing in the table tells, so dates such as 3/4/2012 are flagged and left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMatch:
    """What a file was recognised as; a person may change the mapping of a table."""

    key: str
    name: Label
    certainty: Certainty = Certainty.SURE
    sheet: int = 0
    """Index of the sheet; 0 for text and XML."""
    header_row: int | None = None
    """Row of the header, from 1; None when the table has none, and for text and XML."""
    mapping: Mapping = field(default_factory=Mapping)
    more_sheets: tuple[tuple[int, int], ...] = ()
    """Other sheets with the same columns, read after it: index, and row of the header."""
    headers: tuple[str, ...] = ()
    """The header cells as written; for a table without header, empty."""
