"""Rows carved out of the pages of a SQLite file, without its directory.

For files whose first pages or trees are broken: every page that looks like a leaf of a table is
read by itself, with its overflow pages. Format: https://www.sqlite.org/fileformat2.html
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from olapp.persistence.place import beside

Value = None | int | float | str | bytes

_HEADER = b"SQLite format 3\0"
_HEADER_SIZE = 100
_LEAF = 0x0D
_USUAL_PAGE = 4096
_PAGE_SIZES = {2**power for power in range(9, 17)}
_WAL_HEADER = 32
_FRAME_HEADER = 24
_INTEGER_SIZES = (0, 1, 2, 3, 4, 6, 8)
_REAL = 7
_ZERO, _ONE = 8, 9
_FIRST_BLOB = 12


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a file, those committed in its write-ahead log over those in the file."""

    size: int
    content: dict[int, bytes]


def records(path: Path) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """Give the key and the values of every row that can be made out, in no order, old ones too."""
    pages = _pages(path)
    for number in sorted(pages.content):
        page = pages.content[number]
        start = _HEADER_SIZE if number == 1 else 0
        if len(page) == pages.size and page[start] == _LEAF:
            yield from _rows(pages, page, start)


def _rows(pages: Pages, page: bytes, start: int) -> Iterator[tuple[int, tuple[Value, ...]]]:
    for index in range(int.from_bytes(page[start + 3 : start + 5])):
        pointer = start + 8 + 2 * index
        try:
            yield _row(pages, page, int.from_bytes(page[pointer : pointer + 2]))
        except (IndexError, KeyError, ValueError):
            continue  # this cell is broken; its neighbours may be whole


def _row(pages: Pages, page: bytes, at: int) -> tuple[int, tuple[Value, ...]]:
    length, at = _varint(page, at)
    key, at = _varint(page, at)
    here = _local_length(pages.size, length)
    payload = page[at : at + here]
    if here < length:
        following = int.from_bytes(page[at + here : at + here + 4])
        payload += _overflow(pages, following, length - here)
    if len(payload) != length:
        raise ValueError(length)
    return key, tuple(_values(payload))


def _local_length(usable: int, length: int) -> int:
    """Tell how much of a payload lies in the leaf itself."""
    most = usable - 35
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    here = least + (length - least) % (usable - 4)
    return here if here <= most else least


def _overflow(pages: Pages, number: int, length: int) -> bytes:
    """Follow a chain of overflow pages; KeyError where it breaks off."""
    parts: list[bytes] = []
    while length > 0:
        page = pages.content[number]
        part = page[4 : 4 + min(length, pages.size - 4)]
        if not part:
            raise KeyError(number)
        parts.append(part)
        length -= len(part)
        number = int.from_bytes(page[:4])
    return b"".join(parts)


def _values(payload: bytes) -> Iterator[Value]:
    end, at = _varint(payload, 0)
    body = end
    while at < end:
        kind, at = _varint(payload, at)
        size = _size(kind)
        yield _value(kind, payload[body : body + size])
        body += size
    if body != len(payload):
        raise ValueError(body)


def _size(kind: int) -> int:
    if kind < len(_INTEGER_SIZES):
        return _INTEGER_SIZES[kind]
    if kind >= _FIRST_BLOB:
        return (kind - _FIRST_BLOB) // 2
    return {_REAL: 8, _ZERO: 0, _ONE: 0}[kind]


def _value(kind: int, raw: bytes) -> Value:
    if kind == 0:
        return None
    if kind in {_ZERO, _ONE}:
        return kind - _ZERO
    if kind < _REAL:
        return int.from_bytes(raw, signed=True)
    if kind >= _FIRST_BLOB and kind % 2:
        return raw.decode()
    return raw


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Read a number of one to nine bytes, seven bits each, the ninth byte whole."""
    number = 0
    for place in range(at, at + 8):
        byte = data[place]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, place + 1
    return number << 8 | data[at + 8], at + 9


def _pages(path: Path) -> Pages:
    whole = path.read_bytes()
    size = _page_size(whole)
    content = {
        number + 1: whole[number * size : (number + 1) * size]
        for number in range(-(-len(whole) // size))
    }
    log = beside(path, "-wal")
    if log.exists():
        content |= _committed(log.read_bytes(), size)
    return Pages(size, content)


def _page_size(whole: bytes) -> int:
    """Read the size of a page; the usual one where the header is gone."""
    said = int.from_bytes(whole[16:18])
    size = 65536 if said == 1 else said
    return size if whole.startswith(_HEADER) and size in _PAGE_SIZES else _USUAL_PAGE


def _committed(log: bytes, size: int) -> dict[int, bytes]:
    """Give the pages of a write-ahead log up to its last commit."""
    pages: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    salt = log[16:24]
    for at in range(_WAL_HEADER, len(log) - _FRAME_HEADER - size + 1, _FRAME_HEADER + size):
        frame = log[at : at + _FRAME_HEADER]
        if frame[8:16] != salt:
            break
        pending[int.from_bytes(frame[:4])] = log[at + _FRAME_HEADER : at + _FRAME_HEADER + size]
        if frame[4:8] != bytes(4):
            pages |= pending
            pending = {}
    return pages
