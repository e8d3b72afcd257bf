"""Text from outside is printed as text or shown by its code points; it is never obeyed."""

from collections.abc import Callable
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olapp.forms.paper import (
    Box,
    Cell,
    Check,
    Choices,
    Paper,
    Part,
    Prose,
    Row,
    SignatureArea,
    Table,
)
from olapp.pdf.pack import RenderedPack

Print = Callable[..., RenderedPack]

MARKUP = (
    "<b>粗</b>",
    '<img src="file:///etc/passwd" width="1"/>',
    "<a href='https://example.org/'>链接</a><br/>",
    "&lt;&#20320;&amp;&nosuch;",
    "<para>未闭合",
    "{title} %(name)s $HOME `id` \\n\\u0041",
    "(括) Tj ET BT /F1 12 Tf ) ( \\( \\",
    "EMC endstream endobj %%EOF",
)
UNSEEN = ("\u202e反", "\u2066", "\u200b", "\x00", "\x1b[31m", "\ufeff", "\ud800", "\udfff", "\x7f")


def everywhere(text: str) -> tuple[Box | Part, ...]:
    """A text in every place that takes one from outside."""
    return (
        Box("1", "栏", (Row("值", text, "row"), Check(True, text, "check"))),
        Box("2", "栏", (Table(("列",), ((Cell(text, "cell"),),), (1,)),)),
        Box("3", "栏", (Choices("选项", (Check(False, text, "option"),)),)),
        Prose(text, "prose"),
        SignatureArea("签章", (Row("名称", text, "signer"),)),
    )


FIELDS = {"row", "check", "cell", "option", "prose", "signer"}


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_printed_as_it_was_typed(
    print_papers: Print, reading: ModuleType, text: str
) -> None:
    pack = print_papers(Paper("x", "题", everywhere(text)))
    printed = "".join(reading.lines(pack.combined.body)).replace(" ", "")
    assert printed.count(text.replace(" ", "")) == len(FIELDS)
    assert pack.printed.missing == ()
    document = reading.opened(pack.combined.body)
    assert all(page.Resources.keys() == {"/Font"} for page in document.pages)
    assert all("/Annots" not in page for page in document.pages)


@pytest.mark.parametrize("text", UNSEEN)
def test_what_nobody_can_see_is_shown_and_reported_for_each_field(
    print_papers: Print, reading: ModuleType, text: str
) -> None:
    pack = print_papers(Paper("x", "题", everywhere(f"前{text}后")))
    code = f"〔U+{ord(text[0]):04X}〕"
    assert "".join(reading.lines(pack.combined.body)).count(f"前{code}") == len(FIELDS)
    assert {each.field for each in pack.printed.missing} == FIELDS
    assert pack.printed.missing[0].character == text[0]


@given(text=st.text(st.characters(codec=None), max_size=200))
@settings(max_examples=60)
def test_any_text_prints_and_every_code_has_a_glyph(
    print_papers: Print, reading: ModuleType, text: str
) -> None:
    pack = print_papers(Paper("x", "题", everywhere(text)))
    assert all(0 not in each.codes for each in reading.shown(pack.combined.body))
    assert all(page.number_is_bottom_centre for page in pack.printed.pages)
    assert all(page.margins[3] >= 15 for page in pack.printed.pages)


@pytest.mark.parametrize("unit", ["许可使用费说明，", "w"], ids=["hanzi", "one-word"])
def test_a_megabyte_is_printed_whole(print_papers: Print, reading: ModuleType, unit: str) -> None:
    count = 2**20 // len(unit.encode())
    pack = print_papers(Paper("x", "题", (Box("1", "栏", (Row("值", unit * count, "f"),)),)))
    shown = reading.shown(pack.combined.body)
    letters = sum(each.text.count(unit.strip()[0]) for each in shown)
    assert letters >= count * unit.count(unit.strip()[0])
    assert min(page.smallest_character for page in pack.printed.pages) > 3.5


def test_a_megabyte_of_spaces_or_of_line_breaks_is_printed_too(print_papers: Print) -> None:
    spaces = print_papers(Paper("x", "题", (Prose(" " * 2**20 + "，末"),)))
    assert len(spaces.printed.pages) == 1
    breaks = print_papers(Paper("x", "题", (Prose("\n" * 20_000 + "末"),)))
    assert len(breaks.printed.pages) > 500
