"""Whether a row read from a damaged file can be trusted to be one of ours."""

import re
from typing import Any

from sqlalchemy import Boolean, Column, Integer, Table

from olapp.codec import UnreadableDocument, unpack
from olapp.domain.holding import Holding
from olapp.domain.lifecycle import DraftState
from olapp.persistence.columns import Moment
from olapp.persistence.documents import decoded
from olapp.persistence.tables import documents
from olapp.persistence.troubles import UnreadableDraft

Row = dict[str, Any]

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_STATES = {state.value for state in DraftState}
_OF_DECLARATIONS = {"documents", "document_versions", "exports"}
_OF_HOLDINGS = {"holding_bodies", "holding_past"}


def is_sound(table: Table, row: Row) -> bool:
    """Whether every value is of its column's kind and what is kept as text can be read back."""
    return (
        all(_fits(column, row[column.name]) for column in table.columns)
        and (table.name != documents.name or row["state"] in _STATES)
        and (table.name not in _OF_DECLARATIONS or _can_be_read(row["body"]))
        and (table.name not in _OF_HOLDINGS or _is_holding(row["body"]))
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


def _is_holding(body: str) -> bool:
    try:
        unpack(Holding, body)
    except UnreadableDocument:
        return False
    return True
