"""What a file is, by its first bytes; its name may say anything."""

import re
from enum import StrEnum
from pathlib import Path
from zipfile import ZipFile

from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import reason
from olapp.exchange import guard
from olapp.exchange.book import UnreadableFile


class Nature(StrEnum):
    """What can be read, and how."""

    XLSX = "xlsx"
    XLS = "xls"
    XML = "xml"
    HTML = "html"
    TEXT = "text"


_HEAD = 4096
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_PROGRAM = N_("a program")
_PICTURE = N_("a picture")
_PACKED = N_("a packed file")
_OTHERS = (
    (b"MZ", _PROGRAM),
    (b"\x7fELF", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"%PDF", N_("a PDF document")),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"\x1f\x8b", _PACKED),
    (b"Rar!", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"BZh", _PACKED),
    (b"\xfd7zXZ", _PACKED),
    (b"SQLite format 3", N_("a database")),
)
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|meta|table|style|div)\b", re.IGNORECASE)
_LIST = N_("Choose a list saved as .xlsx, .xls, .csv or .txt, or a record saved as .xml.")
_NOT_A_LIST = N_("This is {what}, not a list of patents.")


def nature(path: Path) -> Nature:
    """Say what a file is; UnreadableFile for what is no list and no record."""
    head = _head(path)
    for magic, what in _OTHERS:
        if head.startswith(magic):
            raise _foreign(path, what)
    if head.startswith(_OLE):
        return _compound(path)
    if head.startswith(b"PK\x03\x04"):
        return _packed(path)
    return _marked_up(head)


def _head(path: Path) -> bytes:
    """Give the first bytes of what must be a file with something in it."""
    try:
        if path.is_dir():
            raise UnreadableFile(Sentence(N_("This is a folder.")), str(path), Sentence(_LIST))
        if path.exists() and not path.is_file():
            raise UnreadableFile(Sentence(N_("This is no file.")), str(path), Sentence(_LIST))
        if path.stat().st_size > guard.LARGEST_FILE:
            raise guard.too_big(path)
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as error:
        said = Sentence(N_("The file cannot be opened: {reason}."), {"reason": reason(error)})
        raise UnreadableFile(said, str(path), Sentence(_LIST)) from error
    if not head:
        raise UnreadableFile(Sentence(N_("The file is empty.")), str(path), Sentence(_LIST))
    return head


def _foreign(path: Path, what: str) -> UnreadableFile:
    said = Sentence(_NOT_A_LIST, {"what": Sentence(what)})
    return UnreadableFile(said, str(path), Sentence(_LIST))


def _compound(path: Path) -> Nature:
    """Tell an old workbook from what else stands in such containers."""
    body = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in body:
        raise guard.locked(path)
    if any(name.encode("utf-16-le") in body for name in ("Workbook", "Book")):
        return Nature.XLS
    if "WordDocument".encode("utf-16-le") in body:
        raise _foreign(path, N_("a text document"))
    raise guard.broken(path)


def _packed(path: Path) -> Nature:
    """Tell a workbook from what else is a zip archive."""
    with guard.archive(path) as opened:
        if "xl/workbook.bin" in opened.namelist():
            raise _foreign(path, N_("a binary workbook"))
        if any(name.startswith("xl/") for name in opened.namelist()):
            return Nature.XLSX
        raise _foreign(path, _contents(opened))


def _contents(opened: ZipFile) -> str:
    names = opened.namelist()
    if any(name.startswith("word/") for name in names):
        return N_("a text document")
    if "content.xml" in names:
        return N_("an OpenDocument file")
    return _PACKED


def _marked_up(head: bytes) -> Nature:
    """Tell XML and web pages from plain text."""
    start = head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe \t\r\n")
    if start.startswith(b"<?xml"):
        return Nature.HTML if re.search(rb"<html\b", start, re.IGNORECASE) else Nature.XML
    if start.startswith(b"<"):
        return Nature.HTML if _HTML.search(start[:1024]) else Nature.XML
    return Nature.TEXT
