"""Builds small TrueType fonts, so that fallback is tested without fonts of the machine."""

import struct
from collections.abc import Sequence


def tiny_font(
    characters: str,
    *,
    family: str = "Tiny Song",
    units: int = 2048,
    empty: str = "",
    permission: int = 0,
) -> bytes:
    """Make a font that draws each character as a solid box one em wide.

    All glyphs but the first two share the last advance width, as in most Chinese fonts.
    ``empty`` characters have a glyph without an outline; ``permission`` is fsType.
    """
    box = _box(units)
    glyphs = [box, *(b"" if character in empty else box for character in characters)]
    offsets = [sum(map(len, glyphs[:number])) for number in range(len(glyphs) + 1)]
    tables = {
        b"OS/2": _os2(units, permission),
        b"cmap": _cmap(sorted((ord(c), number) for number, c in enumerate(characters, 1))),
        b"glyf": b"".join(glyphs),
        b"head": _head(units),
        b"hhea": struct.pack(
            ">L hhh H 3h 3h 4h h H",
            0x10000,
            units * 88 // 100,
            -units * 12 // 100,
            0,
            units,
            0,
            0,
            units,
            1,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            2,
        ),
        b"hmtx": struct.pack(">HhHh", units // 2, 0, units, 0) + b"\0\0" * (len(glyphs) - 2),
        b"loca": struct.pack(f">{len(offsets)}L", *offsets),
        b"maxp": struct.pack(">L 14H", 0x10000, len(glyphs), 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        b"name": _name(family),
        b"post": struct.pack(">L L hh 5L", 0x30000, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    return _file(tables)


def _box(units: int) -> bytes:
    """One contour of four points."""
    edge = units * 8 // 10
    head = struct.pack(">h 4h H H", 1, 0, 0, edge, edge, 3, 0)
    steps = struct.pack(">4h 4h", 0, 0, edge, 0, 0, edge, 0, -edge)
    body = head + b"\x01" * 4 + steps
    return body + b"\0" * (-len(body) % 4)


def _head(units: int) -> bytes:
    return struct.pack(
        ">LLLL HH QQ 4h HH hhh",
        *(0x10000, 0x10000, 0, 0x5F0F3CF5, 0, units, 0, 0, 0, 0, units, units, 0, 8, 2, 1, 0),
    )


def _os2(units: int, permission: int) -> bytes:
    start = struct.pack(">H h HHH", 1, units, 400, 5, permission)
    middle = b"\0" * 58
    return start + middle + struct.pack(">hhhHHLL", units, -units // 8, 0, units, units // 8, 0, 0)


def _name(family: str) -> bytes:
    texts = {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "")}
    records, strings = b"", b""
    for number, text in texts.items():
        body = text.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x409, number, len(body), len(strings))
        strings += body
    return struct.pack(">HHH", 0, len(texts), 6 + len(records)) + records + strings


def _cmap(glyphs: Sequence[tuple[int, int]]) -> bytes:
    groups = b"".join(struct.pack(">LLL", code, code, glyph) for code, glyph in glyphs)
    table = struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(glyphs)) + groups
    return struct.pack(">HH HHL", 0, 1, 3, 10, 12) + table


def _file(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    directory = struct.pack(">L HHHH", 0x10000, count, 128, 3, count * 16 - 128)
    offset = len(directory) + 16 * count
    bodies = b""
    for tag, body in sorted(tables.items()):
        directory += struct.pack(">4sLLL", tag, 0, offset + len(bodies), len(body))
        bodies += body + b"\0" * (-len(body) % 4)
    return directory + bodies
