import hashlib
import re
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FILES = sorted(FONTS.glob("*.ttf"))
WHOLE = [path for path in FILES if "Regular" in path.name]
# Two of the rarest characters in living names, and the marks that a form needs.
RARE_AND_MARKS = "𬭎㛃，。、；：？！（）《》〈〉【】“”‘’—…·￥％〇①②③"


def face(path: Path) -> TTFontFile:
    return TTFontFile(str(path))


def gb2312_hanzi() -> set[int]:
    """The 6,763 characters that every Chinese text uses."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(text) for cell in cells if (text := cell.decode("gb2312", errors="ignore"))}


def test_three_faces_are_shipped() -> None:
    names = [path.name for path in FILES]
    assert names == ["NotoSansSC-Regular.ttf", "NotoSerifSC-Bold.ttf", "NotoSerifSC-Regular.ttf"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_font_is_the_one_its_note_describes(path: Path) -> None:
    note = (FONTS / "README.md").read_text()
    listed = dict(re.findall(r"^\| `(\S+\.ttf)` .*`([0-9a-f]{64})` \|$", note, re.MULTILINE))
    assert listed[path.name] == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("family", ["NotoSansSC", "NotoSerifSC"])
def test_a_font_is_accompanied_by_its_licence(family: str) -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / f"OFL-{family}.txt").read_text()


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.name)
def test_a_whole_font_has_every_common_character(path: Path) -> None:
    missing = gb2312_hanzi() - face(path).charToGlyph.keys()
    assert not {chr(code) for code in missing}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_font_has_the_rare_names_and_the_marks(path: Path) -> None:
    missing = {ord(character) for character in RARE_AND_MARKS} - face(path).charToGlyph.keys()
    assert not {chr(code) for code in missing}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_font_has_the_units_that_keep_pdf_widths_right(path: Path) -> None:
    """Another em than 1000 gives wrong advance widths in an embedded subset."""
    assert face(path).unitsPerEm == 1000
