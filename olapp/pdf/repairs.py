"""What reportlab does wrong with Chinese text, put right by subclasses; nothing is patched.

Importing this module imports reportlab: do so inside the functions that draw.
"""

import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import SUBSETN, TTEncoding, TTFError, TTFont, TTFontFace
from reportlab.pdfgen.canvas import Canvas

READING_ERRORS = (
    TTFError,
    struct.error,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What reportlab runs into when the tables of a font contradict each other."""
_MOST_ENTRIES = 100
_SUBSETS_PER_FONT = 1000
_LONGEST_STRING = 30_000


def to_unicode(name: str, subset: Sequence[int]) -> str:
    """Make the table by which a reader turns the codes of a subset back into text.

    reportlab writes a code point beyond U+FFFF as five hex digits, which readers take for another
    character; it has to be a UTF-16 pair. It also writes one block of up to 256 entries where the
    standard allows 100, and gives the code of the missing glyph a meaning.
    """
    entries = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character
    ]
    blocks = [
        entries[start : start + _MOST_ENTRIES] for start in range(0, len(entries), _MOST_ENTRIES)
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


class _Window:
    """A table of a font, sliced where it lies in the file."""

    def __init__(self, file: bytes, start: int) -> None:
        self._file = file
        self._start = start

    def __getitem__(self, part: slice) -> bytes:
        return self._file[self._start + part.start : self._start + part.stop]


class EmbeddedFace(TTFontFace):
    """A face whose subsets are made without a copy of all outlines, and with right widths."""

    _ttf_data: bytes

    def __init__(self, path: Path) -> None:
        """Read a font file; TTFError and others when its tables are broken."""
        self._reading = Lock()
        super().__init__(str(path))

    def makeSubset(self, subset: Sequence[int]) -> bytes:  # noqa: N802 - reportlab's name
        """Cut a subset; a face has one reading position and serves one thread at a time."""
        with self._reading:
            return super().makeSubset(subset)

    def get_table(self, tag: str) -> bytes | _Window:
        """Give a table; the outlines, up to 30 MB copied for each subset, only as a window."""
        if tag == "glyf":
            return _Window(self._ttf_data, self.get_table_pos(tag)[0])
        table: bytes = super().get_table(tag)  # type: ignore[no-untyped-call]
        return table

    def extractInfo(self, charInfo: bool | int = 1) -> None:  # noqa: N802, N803 - reportlab's names
        """Read the tables, then put right the glyphs that share the last advance width.

        reportlab scales that one width to 1000 units to the em but not the others, and writes both
        kinds into the subset, whose widths then contradict the PDF's.
        """
        super().extractInfo(1 if charInfo else 0)
        (measured,) = struct.unpack_from(">H", self._ttf_data, self.get_table_pos("hhea")[0] + 34)
        if charInfo and self.unitsPerEm != 1000:
            last = self.hmetrics[measured - 1][0]
            self.hmetrics[measured:] = [(last, bearing) for _, bearing in self.hmetrics[measured:]]

    def advance(self, code: int) -> float:
        """Give the width of a character in thousandths of the size."""
        width: float = self.charWidths.get(code, self.defaultWidth)
        return width

    def draws(self, code: int) -> bool:
        """Whether a code point leads to a glyph with an outline that can be embedded."""
        glyph = self.charToGlyph.get(code, 0)
        if not 0 < glyph < len(self.glyphPos) - 1:
            return False
        try:
            self.makeSubset([0, code])
        except READING_ERRORS:
            return False
        return chr(code).isspace() or bool(self.glyphPos[glyph] < self.glyphPos[glyph + 1])


class EmbeddedFont(TTFont):
    """A font whose subsets carry only what is used and come back as text."""

    face: EmbeddedFace

    def __init__(self, name: str, path: Path) -> None:
        """Load a font file under a name of our own; TTFError when it cannot be embedded.

        Unlike reportlab's own constructor it does not put all of ASCII into each document.
        """
        self.fontName = name
        self.face = EmbeddedFace(path)
        self.encoding = TTEncoding()
        self.state = WeakKeyDictionary()
        self._asciiReadable = 0
        self._shapable = False

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        """Write the subsets of a finished document, with our table of text."""
        state: Any = self.state[doc]
        state.frozen = 1
        for number, subset in enumerate(state.subsets):
            name = self.getSubsetInternalName(number, doc)[1:]
            font = self._font_object(doc, self._base_name(doc, number), subset)
            doc.idToObject["BasicFonts"].dict[name] = doc.Reference(font, name)
        del self.state[doc]

    def _base_name(self, doc: Any, number: int) -> str:
        """Name a subset; two files with one PostScript name must not share a descriptor."""
        order = list(doc.fontMapping).index(self.fontName)
        tag = SUBSETN(order * _SUBSETS_PER_FONT + number)
        postscript: bytes = self.face.name
        return f"{tag.decode()}+{postscript.decode()}"

    def _font_object(self, doc: Any, base: str, subset: list[int]) -> pdfdoc.PDFDictionary:
        table = pdfdoc.PDFStream(content=to_unicode(base, subset), filters=[pdfdoc.PDFZCompress])
        face: Any = self.face
        font = {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": pdfdoc.PDFName(base),
            "FirstChar": 0,
            "LastChar": len(subset) - 1,
            "Widths": pdfdoc.PDFArray([face.getCharWidth(code) for code in subset]),
            "ToUnicode": doc.Reference(table, f"toUnicode:{base}"),
            "FontDescriptor": face.addSubsetObjects(doc, base, subset),
        }
        return pdfdoc.PDFDictionary(font)


class PlainCanvas(Canvas):
    """A canvas that names no font before one is used, and writes text without the registry.

    reportlab begins every page with Helvetica, which is never embedded. And its registry of fonts
    gives back the first font loaded under a PostScript name, whoever loaded it and however.
    """

    _code: list[str]
    _doc: Any
    _escape: Callable[[bytes], str]
    _preamble: str

    def _make_preamble(self) -> None:
        self._preamble = "0 g 0 G"

    def compress_fonts(self) -> None:
        """Compress fonts now but no pages: reportlab would put those into ASCII besides."""
        self._doc.setCompression(1)

    def write(
        self, x: float, y: float, size: float, runs: Sequence[tuple[EmbeddedFont, str]]
    ) -> None:
        """Write a line of text from a point, in points from the lower left; runs follow on."""
        code = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        for font, text in runs:
            for subset, codes in font.splitString(text, self._doc):
                name = font.getSubsetInternalName(subset, self._doc)
                code.append(f"{name} {size:g} Tf")
                for start in range(0, len(codes), _LONGEST_STRING):
                    part = codes[start : start + _LONGEST_STRING]
                    code.append(f"({self._escape(part)}) Tj")
        code.append("ET")
        self._code.append(" ".join(code))

    def begin_text(self, text: str) -> None:
        """Say what the following lines are together, without the line breaks of the page.

        Otherwise a reader that sorts text by its place mixes the lines of neighbouring cells.
        """
        self._code.append(f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex()}>>> BDC")

    def end_text(self) -> None:
        """End what ``begin_text`` began."""
        self._code.append("EMC")

    def rule(self, x0: float, y0: float, x1: float, y1: float, weight: float) -> None:
        """Draw a straight line, in points from the lower left."""
        self._code.append(f"{weight:.2f} w {x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S")
