from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFontFile

from olapp.pdf.coverage import UnusableFont, read_coverage

FONTS = sorted((Path(__file__).resolve().parents[2] / "resources" / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_characters_are_those_that_the_drawing_library_finds(path: Path) -> None:
    found = {chr(code) for code, glyph in TTFontFile(str(path)).charToGlyph.items() if glyph}
    assert read_coverage(path).characters() == found


def test_a_character_is_found_without_a_set_of_all(
    tiny_font: Callable[..., bytes], tmp_path: Path
) -> None:
    path = tmp_path / "tiny.ttf"
    path.write_bytes(tiny_font("a甲𠮷"))
    coverage = read_coverage(path)
    assert "𠮷" in coverage
    assert "a" in coverage
    assert "乙" not in coverage
    assert coverage.characters() == set("a甲𠮷")


@pytest.mark.parametrize(
    ("start", "says"),
    [
        (b"OTTO", "PostScript"),
        (b"%PDF", "not a TrueType"),
        (b"", "not a TrueType"),
        (b"\0\1\0\0", "damaged"),
        (b"ttcf", "damaged"),
    ],
)
def test_a_file_that_cannot_serve_says_why(tmp_path: Path, start: bytes, says: str) -> None:
    path = tmp_path / "other.ttf"
    path.write_bytes(start)
    with pytest.raises(UnusableFont, match=says):
        read_coverage(path)


def test_a_font_whose_maker_forbids_embedding_is_refused(
    tiny_font: Callable[..., bytes], tmp_path: Path
) -> None:
    path = tmp_path / "locked.ttf"
    path.write_bytes(tiny_font("甲", permission=2))
    with pytest.raises(UnusableFont, match="permit"):
        read_coverage(path)


@given(data=st.data())
def test_a_damaged_font_is_refused_or_read_never_a_crash(
    data: st.DataObject, tiny_font: Callable[..., bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    body = bytearray(tiny_font("a甲𠮷"))
    for at, value in data.draw(
        st.lists(st.tuples(st.integers(0, len(body) - 1), st.integers(0, 255)), max_size=8)
    ):
        body[at] = value
    del body[data.draw(st.integers(0, len(body))) :]
    path = tmp_path_factory.getbasetemp() / "damaged.ttf"
    path.write_bytes(BytesIO(body).getvalue())
    try:
        found = read_coverage(path)
    except UnusableFont:
        return
    assert len(found.characters()) <= 0x110000
