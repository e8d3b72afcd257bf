"""Bounds on what a file may become when it is opened."""

import struct
import zlib
from collections.abc import Callable, Iterator
from errno import EINVAL
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from olapp.domain.sentence import N_, Sentence
from olapp.exchange.book import UnreadableFile

LARGEST_FILE = 256 * 2**20
"""Bytes of a file."""
LARGEST_INFLATED = 512 * 2**20
"""Bytes of all parts of a workbook, unpacked; 100,000 rows of 40 cells take half of it."""
HEAVIEST_BOOK = 320 * 2**20
"""Bytes of memory that all cells of a workbook may take: its reader takes some beside them."""
HEAVIEST_LIST = 560 * 2**20
"""Bytes of memory that all cells of a list may take."""
LONGEST_CELL = 2**20
"""Characters; Excel itself allows 32,767."""
_LARGEST_DIRECTORY = 4 * 2**20
_CHUNK = 2**20
_END = b"PK\x05\x06"
_LOCAL = struct.Struct("<4s22xHH")

_SPLIT = N_("Split it into several files of fewer rows.")
TOO_BIG = N_("It holds more than the program reads from one file.")
_BOMB = N_("Unpacked it would be larger than any list is: such files are made to do harm.")
_CUT = N_("The file is cut off or broken: it was not copied or loaded down whole.")
_ODD_PACKING = N_("It is packed in a way that no spreadsheet program uses.")
_LONG = N_("A cell of row {row} is longer than any cell of a list.")
_LOCKED = N_("It is locked with a password.")


def too_big(path: Path) -> UnreadableFile:
    """Say that there is too much in a file."""
    return UnreadableFile(Sentence(TOO_BIG), str(path), Sentence(_SPLIT))


def broken(path: Path) -> UnreadableFile:
    """Say that a file is cut off or broken."""
    return UnreadableFile(Sentence(_CUT), str(path))


def long_cell(path: Path, row: int) -> UnreadableFile:
    """Say in which row a cell is longer than any."""
    return UnreadableFile(Sentence(_LONG, {"row": row}), str(path))


def locked(path: Path) -> UnreadableFile:
    """Say that a file asks for a password."""
    remedy = Sentence(N_("Open it with the password, and save it anew without one."))
    return UnreadableFile(Sentence(_LOCKED), str(path), remedy)


class Burden:
    """What the cells of a book take in memory, so far."""

    def __init__(self, path: Path, most: int) -> None:
        self._path = path
        self._left = most

    def add(self, taken: int) -> None:
        """Count bytes; UnreadableFile when there are too many."""
        self._left -= taken
        if self._left < 0:
            raise too_big(self._path)


def archive(path: Path) -> ZipFile:
    """Open an archive whose list of contents is of sane length; UnreadableFile else."""
    try:
        with path.open("rb") as stream:
            _check_directory(stream, path)
        return ZipFile(path)
    except (BadZipFile, ValueError, NotImplementedError, struct.error):
        raise broken(path) from None
    except OSError as error:
        if error.errno == EINVAL:  # it names a place before the beginning
            raise broken(path) from None
        raise


def _check_directory(stream: BinaryIO, path: Path) -> None:
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 2**16 - 22))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 22:
        raise broken(path)
    if int.from_bytes(tail[at + 12 : at + 16], "little") > _LARGEST_DIRECTORY:
        raise UnreadableFile(Sentence(_BOMB), str(path))


def check_inflated(opened: ZipFile, path: Path, look: Callable[[str, bytes], None]) -> None:
    """Unpack all that a reader would unpack and count it; UnreadableFile when it is too much.

    What an archive says of its sizes may be a lie, so the bytes themselves are counted. ``look`` is
    shown them on the way, with the name of their part.
    """
    members = [each for each in opened.infolist() if not each.filename.startswith("xl/media/")]
    if sum(each.file_size for each in members) > LARGEST_INFLATED:
        raise UnreadableFile(Sentence(_BOMB), str(path))
    counted = 0
    for member in members:
        for portion in inflated(path, member):
            counted += len(portion)
            if counted > LARGEST_INFLATED:
                raise UnreadableFile(Sentence(_BOMB), str(path))
            look(member.filename, portion)


def inflated(path: Path, member: ZipInfo) -> Iterator[bytes]:
    """Give the bytes of a part in portions, however long it says it is."""
    if member.flag_bits & 1:
        raise locked(path)
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise UnreadableFile(Sentence(_ODD_PACKING), str(path))
    packed = _packed(path, member)
    if member.compress_type == ZIP_STORED:
        yield from packed
        return
    unpack = zlib.decompressobj(-15)
    try:
        for portion in packed:
            yield unpack.decompress(portion, _CHUNK)
            while unpack.unconsumed_tail and not unpack.eof:
                yield unpack.decompress(unpack.unconsumed_tail, _CHUNK)
    except zlib.error:
        raise broken(path) from None


def _packed(path: Path, member: ZipInfo) -> Iterator[bytes]:
    with path.open("rb") as stream:
        stream.seek(max(0, member.header_offset))
        head = stream.read(_LOCAL.size)
        if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
            raise broken(path)
        stream.seek(sum(_LOCAL.unpack(head)[1:]), 1)
        left = member.compress_size
        while left > 0 and (portion := stream.read(min(left, _CHUNK))):
            left -= len(portion)
            yield portion
    if left > 0:
        raise broken(path)
