"""Texts of HYPERLINK formulas whose value nobody computed: the reader gives empty cells there.

They are looked for in the bytes of the sheets, in portions; what is found fills empty cells only.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import TypeAlias
from xml.etree.ElementTree import ParseError
from zipfile import ZipFile

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from olapp.exchange.elements import local, named
from olapp.exchange.formulas import hyperlink_text
from olapp.exchange.guard import LONGEST_CELL, inflated

Links: TypeAlias = dict[str, dict[tuple[int, int], str]]
"""By name of the sheet: by row and column, from 0, the text."""

_SHEETS = "xl/worksheets/"
_LINK = b"HYPERLINK("
_MANIFEST = 2**22
_LONGEST = 2**16
_CELL = re.compile(
    rb"<(?:\w+:)?c\s(?:[^<>]*?\s)?r=\"(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})\"[^<>]*>\s*"
    rb"<(?:\w+:)?f(?:\s[^<>]*)?>(?P<formula>[^<]{1,8192})</(?:\w+:)?f>\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>0?</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)


class LinkFinder:
    """Looks at the portions of the sheets as they go by."""

    def __init__(self) -> None:
        self._found: dict[str, dict[tuple[int, int], str]] = {}
        self._part = ""
        self._rest = b""

    def look(self, part: str, portion: bytes) -> None:
        """Take up the texts in a portion; it begins with the last bytes of the one before."""
        if not part.startswith(_SHEETS):
            return
        body = self._rest + portion if part == self._part else portion
        if _LINK in body:
            self._found.setdefault(part, {}).update(_texts(body))
        self._part, self._rest = part, body[-_LONGEST:]

    def links(self, opened: ZipFile, path: Path) -> Links:
        """Give the texts by sheet; a workbook that is not as usual gives none."""
        names = _names(opened, path) if self._found else {}
        return {names[part]: texts for part, texts in self._found.items() if part in names}


def _texts(body: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _CELL.finditer(body):
        text = hyperlink_text(unescape(match["formula"].decode("utf-8", "replace")))
        if text:
            yield _address(match["column"], match["row"]), text[:LONGEST_CELL]


def _address(column: bytes, row: bytes) -> tuple[int, int]:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return int(row) - 1, number - 1


def _names(opened: ZipFile, path: Path) -> dict[str, str]:
    """Give the names of the sheets by the part they stand in."""
    places: dict[str, str] = {}
    names: dict[str, str] = {}
    for attributes in _elements(opened, path, "xl/_rels/workbook.xml.rels", "Relationship"):
        target = attributes.get("Target", "")
        part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        places[attributes.get("Id", "")] = part
    for attributes in _elements(opened, path, "xl/workbook.xml", "sheet"):
        place = places.get(attributes.get("id", ""))
        if place is not None:
            names[place] = attributes.get("name", "")
    return names


def _elements(opened: ZipFile, path: Path, part: str, tag: str) -> Iterator[dict[str, str]]:
    if part not in opened.namelist():
        return
    body = b""
    for portion in inflated(path, opened.getinfo(part)):
        body += portion
        if len(body) > _MANIFEST:
            return
    try:
        root = fromstring(body)
    except (ParseError, DefusedXmlException):
        return
    for element in root.iter():
        if named(element) == tag:
            yield {local(name): value for name, value in element.attrib.items()}
