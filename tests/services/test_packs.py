"""Whole packs, from the declaration to files that other programs read."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Severity
from olapp.domain.party import Party, PartyKind
from olapp.domain.paths import put, texts
from olapp.domain.trouble import Trouble
from olapp.services.desk import Tools
from olapp.services.interchange import read_declaration

PdfTool = Callable[..., str]
SENTENCE = "以可比许可价格为依据，经技术分成率（12.5%）与许可年限折算，确定本次许可使用费；"
ADDRESS = "江苏省南京市鼓楼区" + "示例路一百二十三号科技园" * 12


FURNITURE = re.compile(
    r"^(第 \d+ 页 共 \d+ 页|\f?.*（续页?）(\n专利号：.*)?|填报底稿.*|自用留存)$", re.MULTILINE
)
"""What each page says of itself, between the parts of a text that goes on."""


def squeezed(text: str) -> str:
    """Drop what layout adds: white space and page breaks."""
    return re.sub(r"\s+", "", text)


@pytest.fixture
def sample(desk_tools: Tools) -> Declaration:
    return desk_tools.samples.example()


@pytest.fixture
def printed(desk_tools: Tools, pdf_tool: PdfTool, tmp_path: Path) -> Callable[[Declaration], str]:
    def print_(document: Declaration) -> str:
        path = tmp_path / "pack.pdf"
        path.write_bytes(desk_tools.printing.render(document).combined.body)
        return FURNITURE.sub("", pdf_tool("pdftotext", "-raw", path, "-"))

    return print_


def stress(sample: Declaration) -> Declaration:
    """Give the heaviest declaration the office could meet."""
    parties = tuple(
        Party(
            kind=PartyKind.ENTITY,
            name=f"第{number:02d}示例𬭎㛃研究院",
            credit_code=f"12100000400009{number:02d}7B",
            address=f"{number:02d}{ADDRESS}"[:150],
            postcode="210000",
        )
        for number in range(30)
    )
    return replace(
        sample,
        patent=replace(sample.patent, title=("一种多级联动折叠支架及其控制方法" * 20)[:200]),
        patentees=parties,
        representative=parties[0].name,
        explanation=(SENTENCE * 60)[:2000],
    )


def assert_all_texts_printed(document: Declaration, text: str) -> None:
    plain = squeezed(text)
    for path, value in texts(document):
        for line in value.splitlines():
            assert squeezed(line) in plain, path


def test_every_text_of_the_sample_comes_back_from_the_pdf(
    sample: Declaration, printed: Callable[[Declaration], str]
) -> None:
    assert_all_texts_printed(sample, printed(sample))


def test_the_heaviest_declaration_is_printed_whole(
    sample: Declaration, printed: Callable[[Declaration], str]
) -> None:
    document = stress(sample)
    text = printed(document)
    for party in document.patentees:
        assert squeezed(str(party.name)) in squeezed(text)
    for path in ("patent.title", "patentees.7.address", "patentees.29.address"):
        value = document
        for step in path.split("."):
            value = value[int(step)] if isinstance(value, tuple) else getattr(value, step)
        assert len(str(value)) in {150, 200}
    assert_all_texts_printed(document, text)


def test_the_pack_opens_again_as_the_same_declaration(
    sample: Declaration, desk_tools: Tools, tmp_path: Path
) -> None:
    document = stress(sample)
    path = tmp_path / "pack.pdf"
    path.write_bytes(desk_tools.printing.render(document).combined.body)
    assert read_declaration(path) == document


def test_other_programs_find_the_files_sound(
    sample: Declaration, desk_tools: Tools, pdf_tool: PdfTool, tmp_path: Path
) -> None:
    pack = desk_tools.printing.render(sample)
    for file in (*pack.files, pack.combined):
        path = tmp_path / file.name
        path.write_bytes(file.body)
        assert "No syntax or stream encoding errors" in pdf_tool("qpdf", "--check", path)
        fonts = pdf_tool("pdffonts", path).splitlines()[2:]
        assert fonts
        assert all(re.search(r" yes yes yes +\d+ +\d+$", line) for line in fonts), fonts
        assert "Helvetica" not in "".join(fonts)


def test_every_file_is_archival(sample: Declaration, desk_tools: Tools) -> None:
    pack = desk_tools.printing.render(sample)
    for file in (*pack.files, pack.combined):
        with pikepdf.open(BytesIO(file.body)) as pdf:
            (intent,) = pdf.Root.OutputIntents
            assert intent.S == "/GTS_PDFA1"
            assert intent.DestOutputProfile.N == 3
            metadata = pdf.open_metadata()
            assert metadata.pdfa_status == "3B"
            assert metadata["dc:title"]
            assert pdf.Root.Lang == "zh-CN"
            assert not pdf.is_encrypted
            assert "/OpenAction" not in pdf.Root
            assert "/AcroForm" not in pdf.Root
            assert pdf.trailer.ID


def test_the_declaration_is_an_associated_file_of_the_combined_pack(
    sample: Declaration, desk_tools: Tools
) -> None:
    body = desk_tools.printing.render(sample).combined.body
    with pikepdf.open(BytesIO(body)) as pdf:
        (associated,) = pdf.Root.AF
        assert associated.AFRelationship == "/Data"
        assert associated.UF == "declaration.json"
        assert associated.EF.F.Subtype == "/application/json"


def test_two_runs_give_equal_bytes(sample: Declaration, desk_tools: Tools) -> None:
    assert desk_tools.printing.render(sample) == desk_tools.printing.render(sample)


@pytest.mark.parametrize("number", range(1, 9))
def test_pages_keep_the_rules_on_paper(desk_tools: Tools, number: int) -> None:
    document = desk_tools.samples.documents()[number - 1]
    for each in (document, stress(document)):
        pack = desk_tools.printing.render(each)
        assert pack.printed.pages
        assert desk_tools.checking.check_printed(pack.printed) == ()


def test_a_character_no_font_has_is_named_and_never_a_box(
    sample: Declaration, desk_tools: Tools, printed: Callable[[Declaration], str]
) -> None:
    character = "\U0003134a"  # the last of Extension G
    document = put(sample, "patentees.0.name", f"示例{character}研究院")
    found = [f for f in desk_tools.checking.check(document) if f.code == "OL-PRT-07"]
    assert [finding.field for finding in found] == ["patentees.0.name"]
    assert found[0].severity is Severity.ERROR
    assert "U+3134A" in str(found[0].values)
    assert "U+3134A" in squeezed(printed(document))


HOSTILE = {
    "markup": "<b>粗体</b><img src=file:///etc/passwd><font size=99>大</font>",
    "entities": "&lt;&amp;&#x41;&nbsp;<!ENTITY x SYSTEM 'file:///etc/passwd'>",
    "template": "{0}{patent}%s%(x)s${HOME}",
    "formula": "=cmd|' /C calc'!A0",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_printed_as_text(
    sample: Declaration, printed: Callable[[Declaration], str], text: str
) -> None:
    document = put(put(sample, "other_terms", text), "patent.title", text)
    out = squeezed(printed(document))
    assert out.count(squeezed(text)) >= 2
    assert "root:x:0" not in out


def test_invisible_and_direction_characters_are_found_and_never_reach_the_paper(
    sample: Declaration, desk_tools: Tools, printed: Callable[[Declaration], str]
) -> None:
    document = put(sample, "other_terms", "左\u202e右\x00中\x07间\ufffe尾")
    found = {f.code: f for f in desk_tools.checking.check(document) if f.field == "other_terms"}
    assert "U+202E" in str(found["OL-ENT-02"].values)
    out = printed(document)
    assert not set(out) & {"\u202e", "\x00", "\x07", "\ufffe"}


def test_a_megabyte_in_one_field_is_refused_by_a_finding_and_printed_all_the_same(
    sample: Declaration, desk_tools: Tools
) -> None:
    document = put(sample, "other_terms", "许可" * 500_000)
    found = {finding.code for finding in desk_tools.checking.check(document)}
    assert "OL-ENT-03" in found
    assert len(desk_tools.printing.render(document).printed.pages) > 100


def test_nothing_is_fetched_or_run_while_printing(
    sample: Declaration, desk_tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket
    import subprocess

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("printing reached out")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    document = put(sample, "other_terms", '<img src="http://example.org/x.png"/>')
    assert desk_tools.printing.render(document).files


def test_a_cancelled_or_failed_export_leaves_nothing_behind(
    sample: Declaration, desk_tools: Tools, tmp_path: Path
) -> None:
    steps: list[str] = []
    export = desk_tools.printing.export(
        sample,
        tmp_path / "new",
        step=lambda _done, _of, name: steps.append(name),
        cancelled=lambda: len(steps) > 3,
    )
    assert export.files == ()
    assert not list(tmp_path.iterdir())

    def fail(_done: int, _of: int, _name: str) -> None:
        if len(steps) > 6:
            raise OSError(28, "No space left on device")
        steps.append("")

    with pytest.raises(Trouble):
        desk_tools.printing.export(sample, tmp_path / "new", step=fail)
    assert not list(tmp_path.iterdir())


def test_no_export_of_the_window_goes_over_signed_scans(
    sample: Declaration, desk_tools: Tools, tmp_path: Path
) -> None:
    first = desk_tools.printing.fresh_folder(sample, tmp_path)
    desk_tools.printing.export(sample, first)
    second = desk_tools.printing.fresh_folder(sample, tmp_path)
    assert first.name == "开放许可声明-ZL202121234567.7-2026-11-23"
    assert second.name == "开放许可声明-ZL202121234567.7-2026-11-23-2"
    nasty = put(sample, "patent.number", "../../etc/passwd\x00<>|")
    assert desk_tools.printing.fresh_folder(nasty, tmp_path).parent == tmp_path
