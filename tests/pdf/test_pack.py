"""The pack as a whole: names, PDF/A-3b, equal bytes, and measures that are true."""

import gc
import re
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics

from olapp.domain.printed import MissingGlyph
from olapp.forms.paper import Box, Check, Choices, Paper, Prose
from olapp.pdf.attachment import Attachment
from olapp.pdf.fonts import Fonts
from olapp.pdf.pack import RenderedFile, RenderedPack, render, render_preview

Print = Callable[..., RenderedPack]
Tool = Callable[..., str]
POINT = 25.4 / 72


@pytest.fixture
def files(pack: RenderedPack) -> list[RenderedFile]:
    return [*pack.files, pack.combined]


def test_files_are_named_by_order_and_title(pack: RenderedPack) -> None:
    names = [file.name for file in pack.files]
    assert names == ["01-测试用声明书.pdf", "02-长文测试.pdf"]
    assert pack.combined.name == "测试文件包.pdf"


@pytest.mark.parametrize(
    "title", ["a/b\\c:d*?<>|", "..", "CON", "x" * 400, "字" * 400, "\ud800\u202e", ""]
)
def test_any_title_gives_a_name_that_every_system_takes(
    print_papers: Print, tmp_path: Path, title: str
) -> None:
    (file,) = print_papers(Paper("x", title, ())).files
    assert re.fullmatch(r"01(-[^<>:\"/\\|?*\x00-\x20]+)?(?<![. -])\.pdf", file.name)
    (tmp_path / file.name).write_bytes(b"")


def test_the_combined_file_has_the_pages_of_all_others(
    pack: RenderedPack, reading: ModuleType
) -> None:
    single = [line for file in pack.files for line in reading.lines(file.body)]
    assert reading.lines(pack.combined.body) == single


def test_equal_input_gives_equal_bytes(
    pack: RenderedPack,
    print_papers: Print,
    samples: ModuleType,
    attachment: Attachment,
    folder: Path,
) -> None:
    """Also with fonts loaded anew, after other packs, and in another process's order of hashes."""
    again = print_papers(samples.form(), samples.long(), attachment=attachment)
    print_papers(samples.mixed())
    fresh = print_papers(
        samples.form(),
        samples.long(),
        attachment=attachment,
        fonts=Fonts.load(folder, installed=()),
    )
    assert pack == again == fresh


def test_the_preview_shows_the_same_pages(
    pack: RenderedPack, fonts: Fonts, samples: ModuleType, reading: ModuleType
) -> None:
    preview = render_preview((samples.form(), samples.long()), fonts)
    assert reading.dump(preview) == reading.dump(pack.combined.body)


# --- PDF/A-3b -------------------------------------------------------------------------------


def test_the_structure_is_sound(files: list[RenderedFile], pdf_tool: Tool, tmp_path: Path) -> None:
    for file in files:
        path = tmp_path / file.name
        path.write_bytes(file.body)
        assert "No syntax or stream encoding errors" in pdf_tool("qpdf", "--check", path)


def test_all_fonts_are_embedded_subsets(
    files: list[RenderedFile], pdf_tool: Tool, tmp_path: Path, reading: ModuleType
) -> None:
    for file in files:
        path = tmp_path / file.name
        path.write_bytes(file.body)
        listed = pdf_tool("pdffonts", path).splitlines()[2:]
        assert listed
        assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in listed)
        assert all(font.program for font in reading.embedded(file.body))


def test_every_character_shown_has_a_glyph_a_width_and_a_meaning(
    files: list[RenderedFile], reading: ModuleType
) -> None:
    for file in files:
        for each in reading.shown(file.body):
            assert 0 not in each.codes
            assert len(each.text) == len(each.codes)
            assert "\ufffd" not in each.text


def test_a_file_names_only_the_fonts_its_pages_use(
    print_papers: Print, samples: ModuleType, rare_fonts: Fonts, reading: ModuleType
) -> None:
    pack = print_papers(samples.form(), samples.mixed(), fonts=rare_fonts)
    families = [{f.family for f in reading.embedded(file.body)} for file in pack.files]
    assert "TinySong" not in families[0]
    assert "TinySong" in families[1]
    for file in (*pack.files, pack.combined):
        used = {each.font for each in reading.shown(file.body)}
        assert used == {font.family for font in reading.embedded(file.body)}


def test_colours_are_black_and_defined_by_an_output_intent(
    files: list[RenderedFile], reading: ModuleType
) -> None:
    for file in files:
        document = reading.opened(file.body)
        (intent,) = document.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        profile = intent.DestOutputProfile
        assert profile.N == 3
        assert profile.read_bytes()[36:40] == b"acsp"
        assert profile.read_bytes()[24:36] == bytes.fromhex("07e0 0001 0001 0000 0000 0000")
        for page in document.pages:
            operators = {str(op): operands for operands, op in reading.operations(page)}
            assert operators.keys().isdisjoint(
                {"rg", "RG", "k", "K", "cs", "CS", "sc", "scn", "Do", "sh", "gs"}
            )
            assert [float(value) for value in (*operators["g"], *operators["G"])] == [0, 0]


def test_metadata_says_what_the_file_is_and_agrees_with_the_old_kind(
    pack: RenderedPack, reading: ModuleType
) -> None:
    document = reading.opened(pack.combined.body)
    assert str(document.docinfo.Title) == "测试文件包"
    assert str(document.docinfo.CreationDate) == "D:20261123093000+00'00'"
    metadata = document.open_metadata()
    assert metadata.pdfa_status == "3B"
    assert metadata["dc:title"] == "测试文件包"
    assert metadata["xmp:CreateDate"] == "2026-11-23T09:30:00+00:00"
    assert document.Root.Metadata.get("/Filter") is None
    assert document.Root.Lang == "zh-CN"
    assert document.pdf_version == "1.7"
    assert b"reportlab" not in pack.combined.body.lower()


def test_a_moment_keeps_its_zone(fonts: Fonts, reading: ModuleType) -> None:
    moment = datetime(2026, 1, 2, tzinfo=timezone(timedelta(hours=8)))
    pack = render((Paper("x", "甲", ()),), fonts, title="甲", moment=moment, attachment=None)
    assert str(reading.opened(pack.combined.body).docinfo.ModDate) == "D:20260102000000+08'00'"


def test_a_title_of_any_characters_is_kept_out_of_the_markup(
    fonts: Fonts, reading: ModuleType
) -> None:
    title = "</rdf:li><x>&\x00\ud800𬭎"
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    pack = render((Paper("x", title, ()),), fonts, title=title, moment=moment, attachment=None)
    document = reading.opened(pack.combined.body)
    metadata = document.open_metadata()
    assert metadata["dc:title"] == "</rdf:li><x>&\ufffd\ufffd𬭎" == str(document.docinfo.Title)


def test_data_is_associated_with_the_document_in_the_right_files(
    pack: RenderedPack, attachment: Attachment, reading: ModuleType
) -> None:
    for file in (pack.files[0], pack.combined):
        document = reading.opened(file.body)
        (spec,) = document.Root.AF
        assert spec.AFRelationship == "/Data"
        assert str(spec.UF) == str(spec.F) == "declaration.json"
        stream = spec.EF.F
        assert stream.Subtype == "/application/json"
        assert stream.read_bytes() == attachment.body
        assert stream.Params.Size == len(attachment.body)
        assert list(document.attachments) == ["declaration.json"]
    other = reading.opened(pack.files[1].body)
    assert "/AF" not in other.Root
    assert not other.attachments


def test_without_a_declaration_the_first_paper_carries_the_data(
    print_papers: Print, attachment: Attachment, reading: ModuleType
) -> None:
    pack = print_papers(Paper("a", "甲", ()), Paper("b", "乙", ()), attachment=attachment)
    carried = [len(reading.opened(file.body).attachments) for file in pack.files]
    assert carried == [1, 0]


def test_nothing_runs_hides_or_points_outside(
    files: list[RenderedFile], reading: ModuleType
) -> None:
    forbidden = {
        "/JS",
        "/JavaScript",
        "/OpenAction",
        "/AA",
        "/Launch",
        "/URI",
        "/GoToR",
        "/SMask",
        "/CA",
        "/ca",
        "/Group",
        "/Encrypt",
        "/RichMedia",
        "/XFA",
        "/AcroForm",
        "/OCProperties",
    }
    for file in files:
        document = reading.opened(file.body)
        assert not document.is_encrypted
        assert "/ID" in document.trailer
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
                assert forbidden.isdisjoint(item.keys())


def test_no_string_is_longer_than_the_standard_allows(
    print_papers: Print, reading: ModuleType
) -> None:
    blocks = (Prose("a\u0301" * 40_000), Prose("甲" + " " * 40_000 + "乙丙" * 40))
    body = print_papers(Paper("x", "题" * 2000, blocks)).combined.body
    document = reading.opened(body)
    assert len(bytes(document.docinfo.Title)) < 32767
    for page in document.pages:
        for operands, _ in reading.operations(page):
            for operand in operands:
                assert not isinstance(operand, pikepdf.String) or len(bytes(operand)) <= 32767
                if isinstance(operand, pikepdf.Dictionary):
                    assert len(bytes(operand.ActualText)) <= 32767


@pytest.mark.parametrize("mode", ["-raw", "-layout"])
def test_programs_that_read_or_search_the_text_learn_which_boxes_are_ticked(
    print_papers: Print, pdf_tool: Tool, tmp_path: Path, mode: str
) -> None:
    options = (Check(False, "甲项"), Check(True, "乙项"))
    checks = (Check(True, "丙项很长。" * 30), Check(False, "丁项"))
    paper = Paper("x", "题", (Box("1", "栏", (Choices("选项", options), *checks)), Prose("正文")))
    path = tmp_path / "ticks.pdf"
    path.write_bytes(print_papers(paper).combined.body)
    text = "".join(pdf_tool("pdftotext", mode, path, "-").split())
    assert "选项：☐甲项☑乙项" in text
    assert "☑丙项很长。" in text
    assert "☐丁项" in text
    assert text.count("☑") + text.count("☐") == 4


def test_a_ticked_text_that_goes_on_on_another_page_has_one_mark(
    print_papers: Print, pdf_tool: Tool, tmp_path: Path
) -> None:
    path = tmp_path / "ticks.pdf"
    paper = Paper("x", "题", (Check(True, "很长。" * 800), Check(True, "")))
    path.write_bytes(print_papers(paper).combined.body)
    text = pdf_tool("pdftotext", "-raw", path, "-")
    assert text.count("\f") > 1
    assert text.count("☑") == 1


# --- what was measured -----------------------------------------------------------------------


def test_pages_keep_the_rules_on_paper(pack: RenderedPack) -> None:
    """Guidelines part V chapter 1: 4.2, 4.3, 5.2, 5.3, 5.6."""
    assert len(pack.printed.pages) == 8
    for page in pack.printed.pages:
        assert (page.width, page.height) == (Decimal("210.00"), Decimal("297.00"))
        top, left, right, bottom = page.margins
        assert top >= 25
        assert left >= 25
        assert right >= 15
        assert bottom >= 15
        assert page.smallest_character >= Decimal("3.5")
        assert page.papers == (page.paper,)
        assert page.fonts == ("Noto Serif SC",)
        assert page.number_is_bottom_centre


def test_measures_are_those_of_the_pages_in_the_pdf(
    pack: RenderedPack, reading: ModuleType
) -> None:
    """Measured again from the PDF by other code, within the ascent that a PDF does not tell."""
    body = pack.combined.body
    boxes = [[float(edge) for edge in page.mediabox] for page in reading.opened(body).pages]
    for number, (page, box) in enumerate(zip(pack.printed.pages, boxes, strict=True), 1):
        texts = [each for each in reading.shown(body) if each.page == number]
        inner = [each for each in texts if not each.y < 50]
        strokes = [rule for rule in reading.rules(body) if rule.page == number]
        left = min([each.x for each in inner] + [r.x0 - r.weight / 2 for r in strokes])
        right = max([each.end for each in inner] + [r.x1 + r.weight / 2 for r in strokes])
        low = min(
            [each.y - 0.12 * each.size for each in inner] + [r.y1 - r.weight / 2 for r in strokes]
        )
        high = max(
            [each.y + 0.88 * each.size for each in inner] + [r.y0 + r.weight / 2 for r in strokes]
        )
        measured = ((box[3] - high) * POINT, left * POINT, (box[2] - right) * POINT, low * POINT)
        assert [float(margin) for margin in page.margins] == pytest.approx(measured, abs=0.02)
        smallest = min(each.size for each in texts) * POINT
        assert float(page.smallest_character) == pytest.approx(smallest, abs=0.01)


def test_measures_follow_what_is_drawn(print_papers: Print, rare_fonts: Fonts) -> None:
    (page,) = print_papers(Paper("x", "题", (Prose("𠮷"),)), fonts=rare_fonts).printed.pages
    assert page.fonts == ("Noto Serif SC", "Tiny Song")
    assert page.margins[3] > 200
    (noted,) = print_papers(Paper("x", "题", (), notes=("注",))).printed.pages
    assert noted.smallest_character < page.smallest_character


def test_missing_characters_are_named_with_their_field(
    print_papers: Print, samples: ModuleType, reading: ModuleType
) -> None:
    pack = print_papers(samples.mixed())
    assert set(pack.printed.missing) == {
        MissingGlyph(character="𠮷", field="name"),
        MissingGlyph(character="\ue000", field="name"),
        MissingGlyph(character="𠮷", field="text"),
        MissingGlyph(character="\u202e", field="text"),
        MissingGlyph(character="\ud800", field="text"),
    }
    assert any("〔U+20BB7〕野家" in line for line in reading.lines(pack.combined.body))


# --- text comes back ---------------------------------------------------------------------------


@pytest.mark.parametrize("mode", [(), ("-raw",), ("-layout",)], ids=["plain", "raw", "layout"])
def test_text_comes_back_whole_however_it_was_broken(
    mode: tuple[str, ...], pack: RenderedPack, pdf_tool: Tool, tmp_path: Path, samples: ModuleType
) -> None:
    """Also from cells beside each other, whose lines a reader would mix."""
    path = tmp_path / "pack.pdf"
    path.write_bytes(pack.combined.body)
    text = "".join(pdf_tool("pdftotext", *mode, path, "-").split())
    for value in ("张𬭎", "李㛃", "ZL202010123456.2", "12320100000000000A", samples.SENTENCE * 2):
        assert value in text
    assert text.count("示例省测试市" * 12) == 14


def test_a_reader_that_knows_no_replacement_text_gets_the_same_words(
    pack: RenderedPack, reading: ModuleType, samples: ModuleType
) -> None:
    plain = "".join(reading.lines(pack.files[0].body))
    assert samples.SENTENCE * 2 in plain
    assert "张𬭎" in plain


# --- one pack after the other -------------------------------------------------------------------


def test_nothing_of_a_pack_stays_behind(
    print_papers: Print, samples: ModuleType, fonts: Fonts, attachment: Attachment
) -> None:
    def kept() -> tuple[int, int, int]:
        gc.collect()
        states = sum(len(w.own.font.state) for w in (fonts.regular, fonts.bold))
        return len(gc.get_objects()), len(pdfmetrics.getRegisteredFontNames()), states

    for _ in range(3):
        print_papers(samples.form(), attachment=attachment)
    before = kept()
    for _ in range(10):
        print_papers(samples.form(), attachment=attachment)
    objects, registered, states = kept()
    assert objects - before[0] < 50
    assert registered == before[1]
    assert states == 0


def test_threads_print_the_same(
    print_papers: Print, samples: ModuleType, pack: RenderedPack, attachment: Attachment
) -> None:
    """The preview and the printer run on their own threads and share the fonts."""

    def once(_: int) -> Any:
        return print_papers(samples.form(), samples.long(), attachment=attachment)

    patience = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(4) as pool:
            assert all(each == pack for each in pool.map(once, range(8)))
    finally:
        sys.setswitchinterval(patience)


def test_a_plain_reader_can_open_every_file(files: list[RenderedFile]) -> None:
    for file in files:
        assert file.body.startswith(b"%PDF-1.7")
        with pikepdf.open(BytesIO(file.body)) as document:
            assert document.check_pdf_syntax() == []
