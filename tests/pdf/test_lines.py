from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olapp.pdf.fonts import Fonts
from olapp.pdf.galley import Galley, Span, set_galley
from olapp.pdf.lines import NO_END, NO_START, break_lines

FONTS = Fonts.load(Path(__file__).resolve().parents[2] / "resources" / "fonts", installed=())
EM = 1000.0
MARKS = "，。、；：？！）》」』】〕”’…—·％"
OPENERS = "（《「『【〔“‘￥"
# Texts as people write them: hanzi, words, numbers, marks after something, openers before it.
PIECES = st.one_of(
    st.text("专利权人许可费用标准方式期限", min_size=1, max_size=9),
    st.sampled_from(
        ["ZL202010123456.2", "pH", "1,200.50", "GB/T", " ", "20%", "𬭎", "㛃", "Wi-Fi"]
    ),
    st.tuples(st.sampled_from("字3词"), st.sampled_from(MARKS)).map("".join),
    st.tuples(st.sampled_from(OPENERS), st.sampled_from("字a词")).map("".join),
)
SPANS = st.lists(
    st.builds(Span, st.lists(PIECES, min_size=1, max_size=20).map("".join), st.booleans()),
    min_size=1,
    max_size=6,
)


def galley(*spans: Span) -> Galley:
    return set_galley(spans, FONTS, lambda _: None)


def broken(text: str, ems: float, indent: float = 0.0) -> list[str]:
    plain = galley(Span(text))
    lines = break_lines(plain, (ems - indent) * EM, ems * EM)
    return [plain.text[start:stop] for start, stop in lines]


@given(SPANS, st.integers(12, 40))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(
    spans: list[Span], ems: int
) -> None:
    """In paragraphs of mixed weights and faces as in plain ones."""
    plain = galley(*spans)
    found = break_lines(plain, ems * EM, ems * EM)
    lines = [plain.text[start:stop] for start, stop in found]
    assert not [line for line in lines[1:] if line and line[0] in NO_START and len(line) > 1]
    assert not [line for line in lines[:-1] if line[-1] in NO_END]


@given(SPANS, st.integers(12, 40))
def test_lines_are_the_whole_text_and_none_is_too_wide(spans: list[Span], ems: int) -> None:
    plain = galley(*spans)
    found = break_lines(plain, ems * EM, ems * EM)
    assert "".join(plain.text[a:b] for a, b in found).replace(" ", "") == plain.text.replace(
        " ", ""
    )
    assert all(plain.width(start, stop) <= ems * EM + 0.01 for start, stop in found)


@given(SPANS, st.integers(12, 40))
def test_breaks_do_not_depend_on_how_a_text_is_cut_into_spans(spans: list[Span], ems: int) -> None:
    whole = galley(Span("".join(span.text for span in spans)))
    pieces = galley(*(Span(span.text) for span in spans))
    assert break_lines(whole, ems * EM, ems * EM) == break_lines(pieces, ems * EM, ems * EM)


@given(st.text(max_size=60), st.integers(1, 12))
def test_any_text_is_broken_into_all_of_itself(text: str, ems: int) -> None:
    plain = galley(Span(text.translate(dict.fromkeys(map(ord, "\n\r\v\f\x85\u2028\u2029")))))
    found = break_lines(plain, ems * EM, ems * EM)
    assert "".join(plain.text[a:b] for a, b in found).replace(" ", "") == plain.text.replace(
        " ", ""
    )
    assert found[0][0] == 0


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("一二三四五六七", 5, ["一二三四五", "六七"]),
        ("一二三四五，六七", 5, ["一二三四", "五，六七"]),
        ("一二三四（六七）", 5, ["一二三四", "（六七）"]),
        ("一二三四ZL2020六", 5, ["一二三四", "ZL2020六"]),
        ("费用为1,200.50元", 6, ["费用为", "1,200.50元"]),
        ("共计人￥500元", 4, ["共计人", "￥500元"]),
        ("甲乙丙——丁", 4, ["甲乙", "丙——丁"]),
        ("甲乙丙……丁", 4, ["甲乙", "丙……丁"]),
        ("open licence  of patents", 7, ["open licence", "of patents"]),
        ("一二三四五", 5, ["一二三四五"]),
        ("", 5, [""]),
        ("字", 0.5, ["字"]),
        ("字字", 0.5, ["字", "字"]),
    ],
)
def test_lines_break_where_a_chinese_typesetter_would(
    text: str, ems: float, lines: list[str]
) -> None:
    assert broken(text, ems) == lines


def test_a_word_longer_than_the_line_is_cut_but_only_then() -> None:
    assert broken("网址：" + "x" * 30, 5)[0] == "网址："
    assert all(len(line) > 5 for line in broken("x" * 30, 5)[:-1])


def test_the_first_line_may_be_shorter() -> None:
    assert broken("一二三四五六七", 5, indent=2) == ["一二三", "四五六七"]


def test_spaces_at_a_break_are_dropped_and_a_bound_space_never_breaks() -> None:
    assert broken("一二三四五      六", 5) == ["一二三四五", "六"]
    assert broken("一二三四\xa0五六", 4.5) == ["一二三", "四\xa0五六"]


def test_a_line_of_nothing_but_closing_marks_is_still_printed_whole() -> None:
    assert "".join(broken("，" * 50, 8)) == "，" * 50
    assert "".join(broken("（" * 50, 8)) == "（" * 50
