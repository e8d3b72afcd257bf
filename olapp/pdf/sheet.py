"""A page before it is ink: words and strokes in millimetres from the top left, and its measures."""

from dataclasses import dataclass, field
from typing import NamedTuple

from olapp.pdf.galley import Galley, Line

POINT = 25.4 / 72
"""Millimetres in a typographic point."""

WIDTH, HEIGHT = 210.0, 297.0
# Guidelines part V chapter 1, 4.3: at least 25 mm at the top and left, 15 mm right and below.
# The half millimetre more keeps the thickness of a frame inside.
TOP, LEFT, RIGHT = 25.5, 25.5, WIDTH - 15.5
# The page number stands at the upper edge of the lower margin; nothing else comes near it.
NUMBER, BOTTOM = HEIGHT - 14.5, HEIGHT - 19.0
FINE, BOLD_LINE = 0.2, 0.5
"""Thickness of lines."""


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type, in points, with the free space between lines, in millimetres.

    Guidelines part V chapter 1, 5.2: characters at least 3.5 mm high, 2.5 to 3.5 mm between lines.
    """

    size: float
    gap: float

    @property
    def body(self) -> float:
        """Height of a character, in millimetres."""
        return self.size * POINT

    @property
    def pitch(self) -> float:
        """From one line to the next, in millimetres."""
        return self.body + self.gap

    def units(self, length: float) -> float:
        """Turn millimetres into thousandths of the size."""
        return length * 1000 / self.body

    def length(self, units: float) -> float:
        """Turn thousandths of the size into millimetres."""
        return units * self.body / 1000


TEXT = Type(10.5, 2.6)
NOTE = Type(10.0, 2.6)
TITLE = Type(18.0, 3.0)


class Words(NamedTuple):
    """A line of a paragraph; ``y`` is the top of the characters, lengths in millimetres."""

    x: float
    y: float
    type: Type
    galley: Galley
    line: Line

    @property
    def width(self) -> float:
        """Length of the line."""
        return self.type.length(self.galley.width(*self.line))

    def moved(self, down: float) -> "Words":
        """Give the same words further down."""
        return Words(self.x, self.y + down, self.type, self.galley, self.line)


class Stroke(NamedTuple):
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float = FINE

    def moved(self, down: float) -> "Stroke":
        """Give the same line further down."""
        return Stroke(self.x0, self.y0 + down, self.x1, self.y1 + down, self.weight)


def rectangle(x0: float, y0: float, x1: float, y1: float, weight: float = FINE) -> list[Stroke]:
    """Give the four sides of a rectangle."""
    return [
        Stroke(x0, y0, x1, y0, weight),
        Stroke(x0, y1, x1, y1, weight),
        Stroke(x0, y0, x0, y1, weight),
        Stroke(x1, y0, x1, y1, weight),
    ]


@dataclass(slots=True)
class Sheet:
    """What is drawn on one page."""

    papers: dict[str, None] = field(default_factory=dict)
    """Keys of the papers with something on this page."""
    words: list[Words] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    number: Words | None = None

    def passages(self) -> list[list[Words]]:
        """Give all words in the order of reading: the lines of a paragraph follow each other."""
        found: dict[int, list[Words]] = {}
        for words in (*self.words, *([self.number] if self.number else [])):
            found.setdefault(id(words.galley), []).append(words)
        return list(found.values())
