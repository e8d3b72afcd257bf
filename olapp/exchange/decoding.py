"""Characters of text files, found out without guessing by frequency.

A byte order mark, then strict UTF-8, then strict GB18030, then line by line what fits: detectors
misjudge short Chinese headers.
"""

import codecs
import re
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from olapp.domain.sentence import N_, Sentence
from olapp.exchange.book import UnreadableFile
from olapp.exchange.guard import LONGEST_CELL

_CHUNK = 2**20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a")) + b"\x7f"
_MOST_CONTROLS = 100
"""One in so many bytes may be a control character; what has more is no text."""
_LONGEST_LINE = 8 * LONGEST_CELL
_ASCII = re.compile("[\x00-\x7f]+")


def encoding_of(path: Path) -> str:
    """Name the encoding of a text: as ``Book.encoding``.

    UnreadableFile when it is no text.
    """
    with path.open("rb") as stream:
        head = stream.read(4)
        for mark, name in _MARKS:
            if head.startswith(mark):
                return name
        _check_text(stream, path)
        if _is_strict(stream, "utf-8"):
            return "utf-8"
        if _is_strict(stream, "gb18030") and _is_chinese(_sample(stream)):
            return "gb18030"
        stream.seek(0)
        return _last_resort(stream)


def _check_text(stream: BinaryIO, path: Path) -> None:
    stream.seek(0)
    size = odd = 0
    while portion := stream.read(_CHUNK):
        size += len(portion)
        odd += len(portion) - len(portion.translate(None, _CONTROLS))
    if odd * _MOST_CONTROLS > size:
        raise UnreadableFile(
            Sentence(N_("It holds bytes that stand in no text and in no workbook.")), str(path)
        )


def _is_strict(stream: BinaryIO, encoding: str) -> bool:
    stream.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while portion := stream.read(_CHUNK):
            decoder.decode(portion)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _sample(stream: BinaryIO) -> str:
    stream.seek(0)
    return stream.read(_CHUNK).decode("gb18030", "ignore")


def _is_chinese(text: str) -> bool:
    """Whether most characters beyond ASCII are of the 6,763 usual ones.

    Western letters taken for halves of Chinese characters give rare ones.
    """
    high = _ASCII.sub("", text)
    return len(high.encode("gb2312", "ignore")) > len(high)


def _last_resort(stream: BinaryIO) -> str:
    """Name what the lines are, one by one: mostly UTF-8 and GB18030, or Western."""
    western = other = 0
    with TextIOWrapper(stream, "latin-1", newline="") as wrapped:
        for line in wrapped:
            raw = line.encode("latin-1")
            if not raw.isascii():
                is_western = decoded(raw)[1] == "windows-1252"
                western += is_western
                other += not is_western
    return "mixed" if other >= western else "windows-1252"


def decoded(raw: bytes) -> tuple[str, str]:
    """Decode one line of a file of no one encoding; say by which. Undefined bytes give U+FFFD."""
    for encoding in ("utf-8", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or _is_chinese(text):
            return text, encoding
    text = raw.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if len(_ASCII.sub("", text)) > 2 * lost:
        return text, "utf-8"
    return raw.decode("windows-1252", "replace"), "windows-1252"


def lines(path: Path, encoding: str) -> Iterator[str]:
    """Give the lines with their ends (LF, CRLF, CR) as they stand.

    UnreadableFile for a line of more than eight million characters.
    """
    is_one = encoding not in ("mixed", "windows-1252")
    name, errors = (encoding, "replace") if is_one else ("latin-1", "strict")
    read = _mixed if encoding == "mixed" else _western
    with path.open("r", encoding=name, errors=errors, newline="") as stream:
        while line := stream.readline(_LONGEST_LINE):
            if len(line) == _LONGEST_LINE:
                raise UnreadableFile(
                    Sentence(N_("It holds a line longer than any list has.")), str(path)
                )
            text = line if is_one else read(line.encode("latin-1"))
            yield text.replace("\0", "")


def _mixed(raw: bytes) -> str:
    return decoded(raw)[0]


def _western(raw: bytes) -> str:
    return raw.decode("windows-1252", "replace")
