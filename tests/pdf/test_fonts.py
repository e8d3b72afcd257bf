import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from struct import unpack_from

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olapp.domain.trouble import Trouble
from olapp.forms.paper import Paper, Prose
from olapp.pdf.fonts import BOLD, REGULAR, Fonts
from olapp.pdf.installed import font_files, font_folders
from olapp.pdf.pack import render_preview

Build = Callable[..., bytes]


def test_common_and_rare_names_are_all_covered(fonts: Fonts) -> None:
    assert fonts.missing("甲\u2008乙\xa0丙") == ()
    assert fonts.missing("李㛃、张𬭎：第1栏（A-Z）\n“￥1,200.50”\t①②③") == ()


def test_missing_characters_come_once_in_the_order_of_the_text(fonts: Fonts) -> None:
    assert fonts.missing("𠮷甲\u202e𠮷乙\x00\ud800") == ("𠮷", "\u202e", "\x00", "\ud800")


@pytest.mark.parametrize("character", ["\xad", "\u200b", "\u2066", "\ufeff", "\ue000", "\x7f", "️"])
def test_what_nobody_could_see_on_paper_is_missing(fonts: Fonts, character: str) -> None:
    assert fonts.missing(f"字{character}字") == (character,)


def test_a_font_named_by_the_person_fills_in(rare_fonts: Fonts) -> None:
    assert rare_fonts.missing("𠮷") == ()
    assert rare_fonts.refused == ()


def test_private_characters_are_drawn_only_from_a_font_that_the_person_named(
    folder: Path, tiny_font: Build, tmp_path: Path
) -> None:
    """In another font the same code is another picture."""
    (tmp_path / "song.ttf").write_bytes(tiny_font("\ue000"))
    installed = Fonts.load(folder, installed=(tmp_path,))
    named = Fonts.load(folder, (tmp_path / "song.ttf",), installed=())
    assert installed.missing("\ue000") == ("\ue000",)
    assert named.missing("\ue000") == ()


def test_an_installed_font_fills_in_and_song_faces_are_asked_first(
    folder: Path, tiny_font: Build, tmp_path: Path
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "gothic.ttf").write_bytes(tiny_font("𠮷", family="Gothic"))
    (tmp_path / "a" / "b" / "MingLiU.ttf").write_bytes(tiny_font("𠮷", family="Ming"))
    fonts = Fonts.load(folder, installed=(tmp_path,))
    assert fonts.missing("𠮷𠮺") == ("𠮺",)
    face = fonts.fallback("𠮷")
    assert face is not None
    assert face.family == "Ming"


def test_a_glyph_without_an_outline_does_not_count(
    folder: Path, tiny_font: Build, tmp_path: Path
) -> None:
    path = tmp_path / "empty.ttf"
    path.write_bytes(tiny_font("甲𠮷", empty="𠮷"))
    assert Fonts.load(folder, (path,), installed=()).missing("𠮷") == ("𠮷",)


def test_fonts_that_cannot_serve_are_named_with_the_reason(
    folder: Path, tiny_font: Build, tmp_path: Path
) -> None:
    bodies = {
        "postscript.otf": b"OTTO" + bytes(60),
        "note.ttf": b"no font",
        "cut.ttf": tiny_font("𠮷")[:-400],
        "good.ttf": tiny_font("𠮷"),
    }
    for name, body in bodies.items():
        (tmp_path / name).write_bytes(body)
    paths = tuple(tmp_path / name for name in (*bodies, "gone.ttf"))
    fonts = Fonts.load(folder, paths, installed=())
    assert fonts.missing("𠮷") == ()
    refused = {each.path.name: str(each.reason) for each in fonts.refused}
    assert refused.keys() == {"postscript.otf", "note.ttf", "cut.ttf", "gone.ttf"}
    assert "PostScript" in refused["postscript.otf"]


@given(data=st.data())
@settings(max_examples=25)
def test_a_damaged_font_never_stops_a_print(
    data: st.DataObject,
    folder: Path,
    tiny_font: Build,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    body = bytearray(tiny_font("𠮷野甲"))
    places = st.tuples(st.integers(0, len(body) - 1), st.integers(0, 255))
    for at, value in data.draw(st.lists(places, min_size=1, max_size=6)):
        body[at] = value
    path = tmp_path_factory.getbasetemp() / "damaged-fallback.ttf"
    path.write_bytes(body)
    fonts = Fonts.load(folder, (path,), installed=())
    assert set(fonts.missing("字𠮷")) <= {"𠮷"}
    assert render_preview((Paper("x", "题", (Prose("字𠮷"),)),), fonts)


def test_fonts_of_pictures_of_code_points_are_not_asked(tmp_path: Path) -> None:
    for name in ("LastResort.ttf", "AdobeBlank.ttf", "Kai.ttc", "readme.txt"):
        (tmp_path / name).write_bytes(b"")
    assert [path.name for path in font_files((tmp_path,))] == ["Kai.ttc"]


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_every_platform_has_font_folders(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert len(font_folders()) >= 2


def test_a_folder_that_is_not_there_has_no_fonts(tmp_path: Path) -> None:
    assert font_files((tmp_path / "nowhere",)) == []


@pytest.mark.parametrize("name", [REGULAR, BOLD])
def test_a_bundled_font_that_is_gone_or_broken_is_a_trouble(
    folder: Path, tmp_path: Path, name: str
) -> None:
    copy = copytree(folder, tmp_path / "fonts")
    (copy / name).write_bytes(b"broken")
    fonts = Fonts.load(copy, installed=())
    with pytest.raises(Trouble, match="font"):
        _ = fonts.regular, fonts.bold
    (copy / name).unlink()
    with pytest.raises(Trouble, match="font"):
        Fonts.load(copy)


def test_a_bundled_font_broken_deep_inside_is_a_trouble_when_printing(
    folder: Path, tmp_path: Path
) -> None:
    copy = copytree(folder, tmp_path / "fonts")
    body = bytearray((copy / BOLD).read_bytes())
    directory = body.index(b"hhea")
    (offset,) = unpack_from(">L", body, directory + 8)
    body[offset + 33] = 1  # a format of widths that does not exist
    (copy / BOLD).write_bytes(body)
    fonts = Fonts.load(copy, installed=())
    assert fonts.missing("专利") == ()
    with pytest.raises(Trouble, match=BOLD):
        render_preview((Paper("x", "题", ()),), fonts)


def test_asking_for_missing_characters_loads_no_drawing_library(folder: Path) -> None:
    """The window asks while it opens; reportlab, pikepdf and Pillow would take half a second."""
    code = (
        "import sys; from pathlib import Path; import olapp.pdf.pack, olapp.pdf.attachment;"
        "from olapp.pdf.fonts import Fonts;"
        f"assert not Fonts.load(Path({str(folder)!r})).missing('专利㛃');"
        "print([n for n in ('reportlab', 'pikepdf', 'PIL', 'fontTools') if n in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"
