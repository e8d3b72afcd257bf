"""Strips: horizontal slices that pages are filled with; one is never cut."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from olapp.pdf.sheet import Stroke, Words


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The rules of a table: column edges, and the head repeated on each page."""

    edges: tuple[float, ...]
    head: tuple["Strip", ...] = ()


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of a column: a line of text, a table row, a signature area."""

    height: float
    words: tuple[Words, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    keep: bool = False
    """Whether the next strip has to stand on the same page."""
    grid: Grid | None = None
    opens_row: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a paper, ready for the pages."""

    strips: list[Strip] = field(default_factory=list)
    number: str = ""
    label: str = ""
    is_boxed: bool = False
    gap: float = 0.0
    """Free space before it unless it begins a page."""
    tail: float = 0.0
    """Height of what follows and should stand on the page where it ends."""


def blank(height: float) -> Strip:
    """Give a strip with nothing on it."""
    return Strip(height)


def height_of(strips: Iterable[Strip]) -> float:
    """Add up heights."""
    return sum(strip.height for strip in strips)


def kept(strips: list[Strip]) -> list[Strip]:
    """Bind strips together, so that no page ends among them."""
    return [replace(strip, keep=True) for strip in strips[:-1]] + strips[-1:]


def clusters(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Group strips into what has to stand together."""
    cluster: list[Strip] = []
    for strip in strips:
        cluster.append(strip)
        if not strip.keep:
            yield cluster
            cluster = []
    if cluster:
        yield cluster


def stacked(strips: Iterable[Strip]) -> Strip:
    """Make one strip of several, never to be cut."""
    words: list[Words] = []
    strokes: list[Stroke] = []
    down = 0.0
    for strip in strips:
        words += [word.moved(down) for word in strip.words]
        strokes += [stroke.moved(down) for stroke in strip.strokes]
        down += strip.height
    return Strip(down, tuple(words), tuple(strokes))


def beside(columns: list[list[Strip]]) -> list[Strip]:
    """Lay columns next to each other, line by line."""
    count = max((len(column) for column in columns), default=0)
    rows = [[column[line] for column in columns if line < len(column)] for line in range(count)]
    return [
        Strip(
            max(strip.height for strip in row),
            tuple(word for strip in row for word in strip.words),
            tuple(stroke for strip in row for stroke in strip.strokes),
        )
        for row in rows
    ]
