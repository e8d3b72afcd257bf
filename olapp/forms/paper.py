"""Papers: what a sheet says, block by block, apart from how it is drawn.

All text is Chinese, plain (never markup), and may come from outside: the printer escapes it.
``field`` is the dotted place in the document a text comes from, ``""`` for our own words.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled value inside a box."""

    label: str
    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; line breaks in the text are kept."""

    text: str
    field: str = ""
    indent: bool = True
    """Whether the first line is indented by two characters."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that may run over pages, its head repeated."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    """Relative widths of the columns."""


@dataclass(frozen=True, slots=True)
class Check:
    """A box, ticked or not, with its text."""

    ticked: bool
    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """Boxes side by side, one for each option of a choice."""

    label: str
    options: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class SignatureArea:
    """Room for ink and seals: a caption, and lines such as the signer's name and the date."""

    caption: str
    lines: tuple[Row, ...]
    room: int = 25
    """Free height for the seal, in millimetres."""


Part = Row | Prose | Table | Check | Choices | SignatureArea


@dataclass(frozen=True, slots=True)
class Box:
    """A numbered, framed box of a form; an empty number leaves the number column out."""

    number: str
    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper; it starts on its own page and is numbered by itself."""

    key: str
    title: str
    blocks: tuple[Box | Part, ...]
    draft_mark: str = "填报底稿"
    """Printed at the top right of every page; empty on papers that are filed as they are."""
    code: str = ""
    """The office's form code, empty when not known."""
    notes: tuple[str, ...] = ()
    """Small notes under the last block."""
    running: str = ""
    """Says on each further page what the paper is about; one line, cut where it is too long."""
