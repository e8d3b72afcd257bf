"""The frames of boxes and tables, drawn when a page knows where they end."""

from dataclasses import dataclass, field

from olapp.pdf.composer import Column, Composer, middled
from olapp.pdf.sheet import LEFT, RIGHT, TEXT, Sheet, Stroke, rectangle
from olapp.pdf.strip import Grid, Piece, Strip, height_of

WHOLE = Column(LEFT, RIGHT - LEFT)
PADDING = 0.9
"""Free space above and below the content of a box, besides the gap of its lines."""
_NUMBER = 9.0
_LABEL = 29.0
_SIDES = 2.2
_LABEL_SIDES = 1.4


def number_column(piece: Piece) -> Column:
    """Give the column of a box's number; without width when it has none."""
    return Column(LEFT, _NUMBER if piece.number else 0.0)


def label_column(piece: Piece) -> Column:
    """Give the column of a box's label, which takes the room of a missing number."""
    if not piece.label:
        return Column(LEFT + number_column(piece).width, 0.0)
    begin = number_column(piece).width
    return Column(LEFT + begin, _NUMBER + _LABEL - begin)


def content_column(piece: Piece) -> Column:
    """Give the column of a box's parts."""
    begin = number_column(piece).width + label_column(piece).width
    return WHOLE.inset(begin).inset(_SIDES, _SIDES)._replace(bleed=_SIDES)


def label_lines(piece: Piece, composer: Composer, suffix: str = "") -> list[Strip]:
    """Set the label of a box in the middle of its column, its lines about equally long."""
    if not piece.label:
        return []
    column = label_column(piece).inset(_LABEL_SIDES, _LABEL_SIDES)
    lines = composer.lines(piece.label, column)
    even = column._replace(width=composer.width(piece.label) / len(lines) + TEXT.body / 2)
    evened = composer.lines(piece.label, even)
    if len(evened) == len(lines):
        lines = evened
    return middled(lines + (composer.lines(suffix, column) if suffix else []), column)


@dataclass(slots=True)
class OpenBox:
    """A box, or the part of it on this page, that is still being filled."""

    piece: Piece
    top: float
    label: list[Strip]
    heard: int
    """Where in the words of the sheet its label belongs, before its content."""
    padding: float = PADDING
    """Free space under the content; none under a table, whose last rule is that of the box."""

    @property
    def lowest(self) -> float:
        """The bottom it has at least."""
        return self.top + height_of(self.label) + 2 * PADDING

    def close(self, sheet: Sheet, y: float, composer: Composer) -> float:
        """Draw frame, number and label around what ends at ``y``; give the bottom."""
        bottom = max(y + self.padding, self.lowest)
        sheet.strokes += rectangle(LEFT, self.top, RIGHT, bottom)
        number, label = number_column(self.piece), label_column(self.piece)
        for column in (number, label):
            if column.width:
                edge = column.x + column.width
                sheet.strokes.append(Stroke(edge, self.top, edge, bottom))
        lines = middled(composer.lines(self.piece.number, number), number) if number.width else []
        words = [
            word.moved(down)
            for strips in (lines, self.label)
            for strip, down in _centred(strips, self.top, bottom)
            for word in strip.words
        ]
        sheet.words[self.heard : self.heard] = words
        return bottom


def _centred(strips: list[Strip], top: float, bottom: float) -> list[tuple[Strip, float]]:
    """Give each strip and its place so that all stand in the middle of a height."""
    y = (top + bottom - height_of(strips)) / 2
    placed = []
    for strip in strips:
        placed.append((strip, y))
        y += strip.height
    return placed


@dataclass(slots=True)
class OpenGrid:
    """A table, or the part of it on this page, that is still being filled."""

    grid: Grid
    top: float
    rows: list[float] = field(default_factory=list)
    """Where rows begin."""

    def close(self, sheet: Sheet, bottom: float) -> None:
        """Draw its rules."""
        edges = self.grid.edges
        sheet.strokes += rectangle(edges[0], self.top, edges[-1], bottom)
        sheet.strokes += [Stroke(x, self.top, x, bottom) for x in edges[1:-1]]
        sheet.strokes += [Stroke(edges[0], y, edges[-1], y) for y in self.rows if y > self.top]
