"""A record: what one row or one document of an imported file says of one patent."""

from dataclasses import dataclass, field

from olapp.domain.holding import Holding
from olapp.domain.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands; ``row`` counts from 1, as spreadsheets do."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at: the fact concerned, what was written, what is odd."""

    path: str
    sentence: Sentence
    text: str = ""
    """What stood there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row, read: the facts it tells, the doubts about them, or why it was refused."""

    place: Place
    holding: Holding = field(default_factory=Holding)
    told: tuple[str, ...] = ()
    """Paths of the facts the row tells; all else in ``holding`` is merely not said."""
    doubts: tuple[Doubt, ...] = ()
    refusal: Sentence | None = None
    """Why no patent can be made of the row; ``None`` when one can."""
