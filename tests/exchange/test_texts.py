import pytest

from olapp.exchange.texts import line, names, parts, symbol, without_markup


def test_control_and_invisible_characters_go() -> None:
    assert line("一种\x00方\u200b法\ufeff\u202e及_x000D_\n装置 ") == "一种方法及 装置"


def test_letters_are_composed() -> None:
    assert line("e\u0301tude") == "étude"


def test_an_abstract_is_read_as_text_whatever_markup_stands_in_it() -> None:
    written = "<p>A &lt; B</p><script>alert(1)</script><img src=x onerror=y><b>fits</b> if a < b"
    assert without_markup(written) == "A < B\nfits if a < b"


def test_a_million_brackets_are_read_in_no_time() -> None:
    assert without_markup("<" * 1_000_000).startswith("<")
    assert without_markup("<a " * 300_000)


@pytest.mark.parametrize(
    ("written", "separators", "expected"),
    [
        ("甲公司 | 乙公司", ("|",), ("甲公司", "乙公司")),
        ("甲公司; 乙公司", (";",), ("甲公司", "乙公司")),
        ("BACON; RICHARD J.;;SMITH; J.", (";;",), ("BACON; RICHARD J.", "SMITH; J.")),
        ("甲大学\n乙所\n", ("\n",), ("甲大学", "乙所")),
        ("Gearbox, Inc.", (), ("Gearbox, Inc.",)),
        ("甲、乙、甲", ("、",), ("甲", "乙")),
        ("-", (";",), ()),
        (";;", (";",), ()),
    ],
)
def test_lists_are_cut_only_where_their_source_cuts(
    written: str, separators: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert parts(written, separators) == expected


def test_what_vendors_put_around_names_is_no_part_of_them() -> None:
    assert names("1.燕山大学 | 2.甲公司", ("|",)) == ("燕山大学", "甲公司")
    assert names("ELWHA LLC\u2002[US]\n", ("\n",)) == ("ELWHA LLC",)
    assert names("3M公司", ("|",)) == ("3M公司",)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("H04N  7/18", "H04N7/18"),
        ("G06F   13/12    (2006.01)", "G06F13/12"),
        ("H01L31/048(2006.01)I", "H01L31/048"),
        ("H04R000300", "H04R3/00"),
        ("14-03", "14-03"),
    ],
)
def test_classes_are_written_as_the_office_does(written: str, expected: str) -> None:
    assert symbol(written) == expected
