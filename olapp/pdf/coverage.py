"""Which characters a font file has, read from its tables alone.

The drawing library reads a font whole (15 MB and more) before it can answer; a form that checks
while a person types cannot wait for that, and a machine may have hundreds of fonts to ask.
"""

import struct
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from olapp.domain.sentence import N_, Sentence

_LARGEST_TABLE = 4 * 2**20
_LARGEST_PLANES = 0x110000
_NO_EMBEDDING = 0x0002
_NO_SUBSETS = 0x0300
_VARIATION_SELECTORS = (0, 5)


class UnusableFont(Exception):  # noqa: N818 - a property of a file, not an error of ours
    """A font file that cannot be embedded; ``reason`` tells the person why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = Sentence(reason)


NOT_TRUETYPE = N_("It is not a TrueType font.")
POSTSCRIPT = N_("Its outlines are PostScript (OpenType/CFF), which cannot be embedded here.")
LOCKED = N_("Its maker does not permit embedding.")
DAMAGED = N_("The font file is damaged.")
NO_UNICODE = N_("It has no table of Unicode characters that can be read.")


class Coverage:
    """Code points as sorted ranges; a fraction of the memory of a set."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Take inclusive ranges in ascending order; UnusableFont when they are in another."""
        self._starts = array("L")
        self._stops = array("L")
        last = -1
        for start, stop in ranges:
            if start <= last:
                raise UnusableFont(DAMAGED)
            last = stop
            self._starts.append(start)
            self._stops.append(stop)

    def __contains__(self, character: str) -> bool:
        code = ord(character)
        at = bisect_right(self._starts, code) - 1
        return at >= 0 and code <= self._stops[at]

    def characters(self) -> frozenset[str]:
        """Give all characters, for the fonts that are asked all the time."""
        return frozenset(
            chr(code)
            for start, stop in zip(self._starts, self._stops, strict=True)
            for code in range(start, stop + 1)
        )


def read_coverage(path: Path) -> Coverage:
    """Read the characters of a TrueType font or of the first font of a collection.

    UnusableFont says why a file cannot serve; OSError passes.
    """
    with path.open("rb") as file:
        try:
            tables = _tables(file)
            _refuse_locked(_table(file, tables, b"OS/2"))
            return Coverage(_ranges(_subtable(_table(file, tables, b"cmap"))))
        except (struct.error, IndexError, ValueError, OverflowError) as error:
            raise UnusableFont(DAMAGED) from error


def _tables(file: BinaryIO) -> dict[bytes, tuple[int, int]]:
    """Read the table directory: offset and length by tag."""
    kind = file.read(4)
    if kind == b"ttcf":
        file.seek(12)
        file.seek(*struct.unpack(">L", file.read(4)))
        kind = file.read(4)
    if kind == b"OTTO":
        raise UnusableFont(POSTSCRIPT)
    if kind not in {b"\0\1\0\0", b"true"}:
        raise UnusableFont(NOT_TRUETYPE)
    (count,) = struct.unpack(">H6x", file.read(8))
    found = {}
    for _ in range(count):
        tag, offset, length = struct.unpack(">4s4xLL", file.read(16))
        found[tag] = (offset, length)
    if b"glyf" not in found:
        raise UnusableFont(POSTSCRIPT if b"CFF " in found or b"CFF2" in found else NOT_TRUETYPE)
    return found


def _table(file: BinaryIO, tables: dict[bytes, tuple[int, int]], tag: bytes) -> bytes:
    offset, length = tables.get(tag, (0, 0))
    if length > _LARGEST_TABLE:
        raise UnusableFont(DAMAGED)
    file.seek(offset)
    return file.read(length)


def _refuse_locked(os2: bytes) -> None:
    """Respect the embedding permission (fsType) of the maker."""
    if len(os2) >= 10:
        (permission,) = struct.unpack_from(">H", os2, 8)
        if permission & 0xF == _NO_EMBEDDING or permission & _NO_SUBSETS:
            raise UnusableFont(LOCKED)


def _subtable(cmap: bytes) -> bytes:
    """Give the Unicode subtable that the drawing library uses too: the last one."""
    (count,) = struct.unpack_from(">2xH", cmap)
    chosen = None
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", cmap, 4 + 8 * number)
        if platform in {0, 3} and (platform, encoding) != _VARIATION_SELECTORS:
            chosen = offset
    if chosen is None:
        raise UnusableFont(NO_UNICODE)
    return cmap[chosen:]


def _ranges(subtable: bytes) -> Iterator[tuple[int, int]]:
    (kind,) = struct.unpack_from(">H", subtable)
    if kind == 12:
        return _groups(subtable)
    if kind == 4:
        return _segments(subtable)
    raise UnusableFont(NO_UNICODE)


def _groups(subtable: bytes) -> Iterator[tuple[int, int]]:
    """Read format 12; a group that begins with glyph 0 loses its first character."""
    (count,) = struct.unpack_from(">12xL", subtable)
    for number in range(count):
        start, stop, glyph = struct.unpack_from(">LLL", subtable, 16 + 12 * number)
        if stop >= _LARGEST_PLANES:
            raise UnusableFont(DAMAGED)
        if start + (glyph == 0) <= stop:
            yield start + (glyph == 0), stop


def _segments(subtable: bytes) -> Iterator[tuple[int, int]]:
    """Read format 4, whose segments may have holes."""
    (doubled,) = struct.unpack_from(">6xH", subtable)
    count = doubled // 2
    columns = (14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled)
    stops, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", subtable, column) for column in columns
    )
    for number, (start, stop) in enumerate(zip(starts, stops, strict=True)):
        if offsets[number]:
            at = columns[3] + 2 * number + offsets[number]
            length = max(min(stop - start + 1, (len(subtable) - at) // 2), 0)
            yield from _solid(start, struct.unpack_from(f">{length}H", subtable, at))
        else:
            hole = -deltas[number] & 0xFFFF
            yield from _around(start, stop, hole)


def _solid(start: int, glyphs: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Give the runs of characters that have a glyph."""
    begun: int | None = None
    for code, glyph in enumerate(glyphs, start):
        if glyph and begun is None:
            begun = code
        elif not glyph and begun is not None:
            yield begun, code - 1
            begun = None
    if begun is not None:
        yield begun, start + len(glyphs) - 1


def _around(start: int, stop: int, hole: int) -> Iterator[tuple[int, int]]:
    """Give a range without the one character that would be drawn as glyph 0."""
    if not start <= hole <= stop:
        yield start, stop
        return
    if start < hole:
        yield start, hole - 1
    if hole < stop:
        yield hole + 1, stop
