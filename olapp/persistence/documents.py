"""A row of `documents` to its frozen value and back."""

from dataclasses import asdict
from typing import Any

from olapp import codec
from olapp.domain.declaration import Declaration
from olapp.domain.lifecycle import DraftState
from olapp.persistence.kept import Draft, DraftRow
from olapp.persistence.searched import lines, searched
from olapp.persistence.troubles import UnreadableDraft

Row = dict[str, Any]
KIND = "declaration"
SHOWN = (
    "id",
    "kind",
    "title",
    "number",
    "is_template",
    "version",
    "created_at",
    "changed_at",
    "trashed_at",
)
"""Columns that a list shows as they are."""
_WHOLE = ("id", "is_template", "form_revision", "version", "created_at", "changed_at", "trashed_at")


def lookup(document: Declaration) -> Row:
    """Give the columns that lists and searches need."""
    return asdict(searched(document))


def draft(row: Row, document: Declaration | None = None) -> Draft:
    """Give the draft of a row; its document may be given where it is at hand."""
    return Draft(
        document=document or decoded(row["body"], name(row)),
        state=DraftState(row["state"]),
        **{column: row[column] for column in _WHOLE},
    )


def draft_row(row: Row) -> DraftRow:
    """Give what a list shows of a row."""
    return DraftRow(
        patentees=lines(row["names"]),
        state=DraftState(row["state"]),
        **{column: row[column] for column in SHOWN},
    )


def decoded(body: str, where: str) -> Declaration:
    """Read a body back; UnreadableDraft when it is no declaration that we know."""
    try:
        return codec.decode(Declaration, body)
    except codec.UnreadableDocument as error:
        raise UnreadableDraft(where, body.encode()) from error


def name(row: Row) -> str:
    """Name a draft to a person: by number, else by title, else by its key."""
    return str(row["number"] or row["title"] or row["id"])
