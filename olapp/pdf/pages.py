"""Pages filled from the top; a frame closes at a page's end and opens again on the next."""

from collections.abc import Iterable

from olapp.pdf.composer import Composer
from olapp.pdf.frame import PADDING, OpenBox, OpenGrid, label_lines
from olapp.pdf.sheet import BOTTOM, Sheet
from olapp.pdf.strip import Piece, Strip, clusters, height_of

_CONTINUED = "（续）"


class Pages:
    """The sheets of one paper while they are being filled."""

    def __init__(self, key: str, first: float, further: float, composer: Composer) -> None:
        """Begin the first sheet; content starts at ``first`` there and at ``further`` on others."""
        self._key = key
        self._top = further
        self._composer = composer
        self._box: OpenBox | None = None
        self._grid: OpenGrid | None = None
        self._y = first
        self._is_fresh = True
        self.sheets = [Sheet()]

    @property
    def _sheet(self) -> Sheet:
        return self.sheets[-1]

    def add(self, piece: Piece) -> None:
        """Place a piece under the last one, over as many pages as it takes."""
        if not self._is_fresh:
            self._y += piece.gap
        groups = list(clusters(piece.strips))
        if piece.is_boxed:
            self._open_box(piece, groups[0] if groups else [], piece.tail * (len(groups) < 2))
        for number, group in enumerate(groups, 1):
            self._place(group, piece.tail * (number == len(groups)))
        self._close_grid()
        self._close_box()

    def _fits(self, height: float) -> bool:
        """Whether there is room; on a fresh page there is no better place to go."""
        end = self._y + height + (PADDING if self._box else 0.0)
        return self._is_fresh or end <= BOTTOM

    def _with_tail(self, height: float, tail: float) -> float:
        """Add what should follow, unless no page has room for both."""
        both = height + tail
        return both if both + 2 * PADDING < BOTTOM - self._top else height

    def _place(self, group: list[Strip], tail: float) -> None:
        height = self._with_tail(height_of(group), tail)
        if not self._fits(height) and height < BOTTOM - self._top:
            self._turn(group[0])
        for strip in group:
            if not self._fits(strip.height):
                self._turn(strip)
            self._enter_grid(strip)
            self._put(strip)
            self._is_fresh = False

    def _put(self, strip: Strip) -> None:
        if self._grid and strip.opens_row:
            self._grid.rows.append(self._y)
        sheet = self._sheet
        sheet.papers[self._key] = None
        sheet.words.extend([word.moved(self._y) for word in strip.words])
        sheet.strokes.extend([stroke.moved(self._y) for stroke in strip.strokes])
        self._y += strip.height
        if self._box:
            self._box.padding = 0.0 if strip.grid else PADDING

    def _turn(self, following: Strip) -> None:
        """Close what is open, begin a page, and open it again for what follows."""
        grid = self._grid.grid if self._grid and self._grid.grid is following.grid else None
        box = self._box.piece if self._box else None
        self._close_grid()
        self._close_box()
        self.sheets.append(Sheet())
        self._y, self._is_fresh = self._top, True
        if box:
            self._begin_box(box, label_lines(box, self._composer, _CONTINUED), following)
        if grid:
            self._grid = OpenGrid(grid, self._y)
            self._put_all(grid.head)

    def _put_all(self, strips: Iterable[Strip]) -> None:
        for strip in strips:
            self._put(strip)

    def _open_box(self, piece: Piece, first: list[Strip], tail: float) -> None:
        """Open a box where its label and the first lines of its content have room."""
        label = label_lines(piece, self._composer)
        least = max(height_of(first), height_of(label)) + 2 * PADDING
        if not self._fits(self._with_tail(least, tail)):
            self._turn(Strip(0.0))
        self._begin_box(piece, label, first[0] if first else Strip(0.0))

    def _begin_box(self, piece: Piece, label: list[Strip], first: Strip) -> None:
        """Draw nothing yet; a table at the beginning stands right under the edge."""
        self._box = OpenBox(piece, self._y, label, len(self._sheet.words))
        self._sheet.papers[self._key] = None
        self._y += 0.0 if first.grid else PADDING

    def _close_box(self) -> None:
        if self._box:
            self._y = self._box.close(self._sheet, self._y, self._composer)
            self._box = None
            self._is_fresh = False

    def _enter_grid(self, strip: Strip) -> None:
        open_now = self._grid.grid if self._grid else None
        if strip.grid is not open_now:
            self._close_grid()
            self._grid = OpenGrid(strip.grid, self._y) if strip.grid else None

    def _close_grid(self) -> None:
        if self._grid:
            self._grid.close(self._sheet, self._y)
            self._grid = None
