"""Whether a row read from a damaged file can be trusted to be one of ours."""

import re
from typing import Any

from sqlalchemy import Boolean, Column, Integer, Table

from olapp.domain.lifecycle import DraftState
from olapp.persistence.columns import Moment
from olapp.persistence.documents import decoded
from olapp.persistence.troubles import UnreadableDraft

Row = dict[str, Any]

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_STATES = {state.value for state in DraftState}
_OF_DECLARATIONS = {"documents", "document_versions", "exports"}


def is_sound(table: Table, row: Row) -> bool:
    """Whether every value is of its column's kind and a declaration can be read back."""
    return (
        all(_fits(column, row[column.name]) for column in table.columns)
        and row.get("state", DraftState.DRAFTING) in _STATES
        and (table.name not in _OF_DECLARATIONS or _can_be_read(row["body"]))
    )


def _fits(column: Column[Any], value: object) -> bool:
    if value is None:
        return bool(column.nullable)
    if isinstance(column.type, Integer | Boolean):
        return isinstance(value, int)
    if isinstance(column.type, Moment):
        return isinstance(value, str) and _MOMENT.fullmatch(value) is not None
    return isinstance(value, str)


def _can_be_read(body: str) -> bool:
    try:
        decoded(body, "")
    except UnreadableDraft:
        return False
    return True
