"""What the store gives: frozen values, free of rows and connections."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from olapp.domain.lifecycle import DraftState

if TYPE_CHECKING:
    from olapp.domain.declaration import Declaration

D_co = TypeVar("D_co", covariant=True)


class Order(StrEnum):
    """What a list of drafts is sorted by."""

    CHANGED = "changed"
    CREATED = "created"
    TITLE = "title"
    NUMBER = "number"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftQuery:
    """Which drafts a list shows; the defaults show all that are not in the trash."""

    text: str = ""
    """Words of title or patentees, or a patent or publication number in any spelling."""
    state: DraftState | None = None
    is_template: bool | None = None
    trashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """A draft as a list shows it."""

    id: int
    kind: str
    title: str
    number: str
    """Compact patent number, or what was typed in its place."""
    patentees: tuple[str, ...]
    state: DraftState
    is_template: bool
    version: int
    created_at: datetime
    changed_at: datetime
    trashed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft with its document; ``version`` is what the next change must name."""

    id: int
    document: "Declaration"
    state: DraftState
    is_template: bool
    form_revision: str
    version: int
    created_at: datetime
    changed_at: datetime
    trashed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One kept version of a draft: editing went on from ``since`` to ``at``."""

    version: int
    since: datetime
    at: datetime
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Generic[D_co]):
    """A party or patent that drafts can pick."""

    id: int
    value: D_co
    used_at: datetime


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that was written, by name and SHA-256 in hexadecimal."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A pack that was made from a draft."""

    id: int
    draft_id: int
    version: int
    at: datetime
    files: tuple[ExportedFile, ...]
    form_revision: str
    rules: str
    """Fingerprint of the rule set that checked it."""
