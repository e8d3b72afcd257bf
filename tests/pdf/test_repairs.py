"""What reportlab does wrong, shown on itself, and that ours does right."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from struct import unpack_from
from types import ModuleType
from typing import Any

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace, makeToUnicodeCMap
from reportlab.pdfgen.canvas import Canvas

from olapp.pdf.fonts import REGULAR, Fonts
from olapp.pdf.repairs import EmbeddedFace, EmbeddedFont, PlainCanvas, to_unicode

RARE = ord("𬭎")


@pytest.fixture(scope="module")
def regular(folder: Path) -> Path:
    return folder / REGULAR


def drawn(canvas: PlainCanvas, body: BytesIO) -> bytes:
    canvas.showPage()
    canvas.save()
    return body.getvalue()


def test_characters_beyond_the_basic_plane_come_back_as_themselves() -> None:
    stock = makeToUnicodeCMap("F", [0, RARE])
    assert f"<{RARE:04X}>" in stock  # five digits: read as another character and a digit
    ours = to_unicode("F", [0, RARE])
    assert f"<01> <{'𬭎'.encode('utf-16-be').hex().upper()}>" in ours


def test_no_block_of_the_table_of_text_is_longer_than_allowed() -> None:
    subset = list(range(0x4E00, 0x4F00))
    assert "256 beginbfchar" in makeToUnicodeCMap("F", subset)
    counts = [
        int(line.split()[0])
        for line in to_unicode("F", subset).splitlines()
        if line.endswith("beginbfchar")
    ]
    assert sum(counts) == 256
    assert max(counts) <= 100


def test_the_missing_glyph_has_no_meaning() -> None:
    assert "<00> <0000>" in makeToUnicodeCMap("F", [0, 65])
    assert "<00> <0000>" not in to_unicode("F", [0, 65])


def test_outlines_are_not_copied_for_a_subset_and_the_subset_is_the_same(regular: Path) -> None:
    stock: Any = TTFontFace(str(regular))
    ours = EmbeddedFace(regular)
    copied = stock.get_table("glyf")
    assert isinstance(copied, bytes)
    assert len(copied) > 10_000_000
    assert not isinstance(ours.get_table("glyf"), bytes)
    subset = [0, 32, *map(ord, "专利开放许可𬭎㛃é½")]
    assert ours.makeSubset(subset) == stock.makeSubset(subset)


def test_glyphs_that_share_the_last_width_keep_it_in_any_units(
    tiny_font: Callable[..., bytes], tmp_path: Path
) -> None:
    path = tmp_path / "tiny.ttf"
    path.write_bytes(tiny_font("甲乙丙", units=2048))
    assert TTFontFace(str(path)).hmetrics[3][0] == 1000  # in units of 2048 that is half an em
    assert {EmbeddedFace(path).hmetrics[glyph][0] for glyph in (1, 2, 3)} == {2048}


def test_widths_in_the_pdf_are_those_in_the_embedded_font(
    tiny_font: Callable[..., bytes], tmp_path: Path, reading: ModuleType
) -> None:
    path = tmp_path / "tiny.ttf"
    path.write_bytes(tiny_font("甲乙丙", units=2048))
    body = BytesIO()
    canvas = PlainCanvas(body, invariant=1)
    canvas.write(100, 100, 10, [(EmbeddedFont("tiny", path), "甲乙丙")])
    (font,) = reading.embedded(drawn(canvas, body))
    assert embedded_widths(font.program, 2048) == [500, 1000, 1000, 1000]
    assert font.widths[1:4] == [1000, 1000, 1000]


def embedded_widths(program: bytes, units: int) -> list[float]:
    tables = {}
    for number in range(unpack_from(">H", program, 4)[0]):
        tag, offset, _ = unpack_from(">4s4xLL", program, 12 + 16 * number)
        tables[tag] = offset
    measured = unpack_from(">H", program, tables[b"hhea"] + 34)[0]
    count = unpack_from(">H", program, tables[b"maxp"] + 4)[0]
    pairs = [unpack_from(">H", program, tables[b"hmtx"] + 4 * n)[0] for n in range(measured)]
    return [width * 1000 / units for width in (pairs + pairs[-1:] * (count - measured))]


def test_no_font_is_named_that_was_not_used(regular: Path, reading: ModuleType) -> None:
    body = BytesIO()
    stock = Canvas(body, invariant=1)
    stock.line(0, 0, 9, 9)
    stock.showPage()
    stock.save()
    assert b"Helvetica" in body.getvalue()
    body = BytesIO()
    canvas = PlainCanvas(body, invariant=1)
    canvas.write(100, 100, 10, [(EmbeddedFont("song", regular), "字")])
    pdf = drawn(canvas, body)
    assert b"Helvetica" not in pdf
    assert [font.family for font in reading.embedded(pdf)] == ["NotoSerifSC-Regular"]


def test_only_used_characters_are_embedded(regular: Path, reading: ModuleType) -> None:
    """reportlab's own fonts bring all of ASCII into each document."""
    body = BytesIO()
    canvas = PlainCanvas(body, invariant=1)
    canvas.write(100, 100, 10, [(EmbeddedFont("song", regular), "专利a")])
    (font,) = reading.embedded(drawn(canvas, body))
    assert set(font.meanings.values()) == {"专", "利", "a", " "}


def test_a_font_registered_by_others_under_the_same_name_does_not_take_its_place(
    folder: Path,
    regular: Path,
    reading: ModuleType,
    print_papers: Callable[..., Any],
    samples: ModuleType,
) -> None:
    pdfmetrics.registerFont(TTFont("other", str(regular)))
    pack = print_papers(samples.mixed(), fonts=Fonts.load(folder, installed=()))
    assert any("𬭎" in line for line in reading.lines(pack.combined.body))


def test_two_fonts_with_one_postscript_name_are_told_apart(
    tiny_font: Callable[..., bytes], tmp_path: Path, reading: ModuleType
) -> None:
    body = BytesIO()
    canvas = PlainCanvas(body, invariant=1)
    for name, text in (("one", "甲"), ("two", "乙丙")):
        path = tmp_path / f"{name}.ttf"
        path.write_bytes(tiny_font(text))
        canvas.write(100, 100, 10, [(EmbeddedFont(name, path), text)])
    pdf = drawn(canvas, body)
    assert len({font.base for font in reading.embedded(pdf)}) == 2
    assert len({font.program for font in reading.embedded(pdf)}) == 2
    assert reading.lines(pdf) == ["甲", "乙丙"]
