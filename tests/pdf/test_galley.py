from olapp.pdf.fonts import Fonts
from olapp.pdf.galley import Span, paragraphs, set_galley


def test_every_kind_of_line_break_ends_a_paragraph() -> None:
    assert paragraphs("一\r\n二\n三\r四\u2028五\x85六\v七") == list("一二三四五六七")


def test_runs_follow_the_faces_and_cut_at_any_place(rare_fonts: Fonts) -> None:
    galley = set_galley([Span("字𠮷𠮷字")], rare_fonts, lambda _: None)
    names = [(face.name, text) for face, text in galley.runs(0, 4)]
    assert names == [("regular", "字"), ("extra-0", "𠮷𠮷"), ("regular", "字")]
    assert [text for _, text in galley.runs(2, 4)] == ["𠮷", "字"]
    assert galley.runs(2, 2) == ()


def test_a_bold_text_borrows_the_regular_face_for_rare_characters(fonts: Fonts) -> None:
    galley = set_galley([Span("题龘", bold=True)], fonts, lambda _: None)
    used = {text: face.name for face, text in galley.runs(0, 2)}
    assert used == {"题": "bold", "龘": "regular"}


def test_what_no_font_has_is_shown_by_its_code_point_and_reported(fonts: Fonts) -> None:
    lost: list[str] = []
    galley = set_galley([Span("甲\u202e乙\ud800𠮷")], fonts, lost.append)
    assert galley.text == "甲〔U+202E〕乙〔U+D800〕〔U+20BB7〕"
    assert set(lost) == {"\u202e", "\ud800", "𠮷"}


def test_tabs_and_unusual_spaces_are_printed_as_spaces(fonts: Fonts) -> None:
    lost: list[str] = []
    assert set_galley([Span("甲\t乙\u2008丙")], fonts, lost.append).text.split() == [
        "甲",
        "乙",
        "丙",
    ]
    assert lost == []


def test_widths_are_those_of_the_face_that_draws(rare_fonts: Fonts) -> None:
    galley = set_galley([Span("字𠮷,")], rare_fonts, lambda _: None)
    assert galley.width(0, 1) == 1000
    assert galley.width(1, 2) == 1000
    assert 0 < galley.width(2, 3) < 500
