"""XML files: checked before anybody reads them; workbooks of Office 2003 among them."""

import re
from collections.abc import Callable
from html import escape
from html.entities import html5
from pathlib import Path
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesNSImpl

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

from olapp.domain.sentence import N_, Sentence
from olapp.exchange import guard
from olapp.exchange.book import Book, Stopped, UnreadableFile
from olapp.exchange.office_xml import OFFICE_2003, sheets_of

LARGEST = 64 * 2**20
"""Bytes of an XML file."""
_HEAD = 2**16
_DEEPEST = 200
_MOST = 2_000_000
"""Elements and attributes of a file."""
_EVERY = 10_000
_PROLOGUE = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w-]+)[\"'][^>]*\?>", re.IGNORECASE)
_PLACE = re.compile(
    rb"<!DOCTYPE\s+[\w:.-]+(?:\s+(?:SYSTEM|PUBLIC)(?:\s+(?:\"[^\"]*\"|'[^']*')){1,2})?"
    rb"\s*(?:\[\s*\])?\s*>"
)
_WORD = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][\w.]{0,31};)")
_CHINESE = {"gb2312", "gbk", "gb18030", "gb_2312-80", "cp936"}

_ENTITIES = N_("It defines words of its own (XML entities): such files are made to do harm.")
_MALFORMED = N_("It is no proper XML: it is cut off or broken.")
_DEEP = N_("Its elements stand inside each other deeper than any record has them.")


class _Shape(ContentHandler):
    """Counts how deep and how many the elements are."""

    def __init__(self, path: Path, cancelled: Callable[[], bool]) -> None:
        super().__init__()
        self._path = path
        self._cancelled = cancelled
        self._depth = 0
        self._count = 0

    def startElement(self, name: str, attrs: AttributesNSImpl) -> None:  # type: ignore[override]  # noqa: N802
        self._depth += 1
        self._count += 1 + len(attrs)
        if self._depth > _DEEPEST:
            raise UnreadableFile(Sentence(_DEEP), str(self._path))
        if self._count > _MOST:
            raise guard.too_big(self._path)
        if not self._count % _EVERY and self._cancelled():
            raise Stopped

    def endElement(self, name: str) -> None:  # noqa: N802 - called so by the parser
        self._depth -= 1


def read_markup(path: Path, cancelled: Callable[[], bool]) -> Book:
    """Read an XML file; UnreadableFile when it is broken, or made to do harm."""
    if path.stat().st_size > LARGEST:
        raise guard.too_big(path)
    body = _without_place(_in_unicode(path.read_bytes()))
    try:
        _parse(body, _Shape(path, cancelled))
    except DefusedXmlException:
        raise UnreadableFile(Sentence(_ENTITIES), str(path)) from None
    except (SAXException, ValueError, LookupError):
        raise UnreadableFile(Sentence(_MALFORMED), str(path)) from None
    if OFFICE_2003 in body[:4096]:
        return Book(kind="xml", sheets=sheets_of(body, path))
    return Book(kind="xml", body=body)


def _parse(body: bytes, shape: _Shape) -> None:
    """Parse at once: in portions, the parser reads a word as long as the file over and over."""
    parser = make_parser()
    parser.setContentHandler(shape)
    parser.feed(body)
    parser.close()


def _in_unicode(body: bytes) -> bytes:
    """Give XML in an encoding the parser knows: it does not know the Chinese ones."""
    prologue = _PROLOGUE.match(body)
    if prologue is None or prologue[1].decode().lower() not in _CHINESE:
        return body
    text = body[prologue.end() :].decode("gb18030", "replace")
    return b'<?xml version="1.0" encoding="UTF-8"?>' + text.encode()


def _without_place(body: bytes) -> bytes:
    """Give XML without the place of its definitions, which nobody fetches.

    The office's own files name one. Words defined there (as in HTML) become their characters, or
    stay as they are written.
    """
    head, kept = body[:_HEAD], body[_HEAD:]
    if not _PLACE.search(head):
        return body
    return _WORD.sub(_letter, _PLACE.sub(b"", head, count=1) + kept)


def _letter(match: re.Match[bytes]) -> bytes:
    text = html5.get(match[1].decode())
    return b"&amp;" + match[1] if text is None else escape(text).encode()
