"""The word lists: what each catches, what each leaves alone, and lists of a person's own."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from olapp.law.statute import shipped_law
from olapp.law.wordfile import read_words
from olapp.law.wordlist import WordList
from olapp.law.words import shipped_words, words_from

TEXTS = Path(__file__).parent / "texts"
LISTS = tomllib.loads((TEXTS / "lists.toml").read_text(encoding="utf-8"))
SOBER = (TEXTS / "sober.txt").read_text(encoding="utf-8").splitlines()
ON_TERMS = (
    "advertising",
    "exclusive-terms",
    "indefinite-fee",
    "promotion",
    "taker-limits",
    "territory",
    "unequal-tariff",
    "variants",
)


@pytest.fixture(scope="module")
def words() -> Mapping[str, WordList]:
    return shipped_words()


def test_all_lists_are_there(words: Mapping[str, WordList]) -> None:
    assert set(words) == {*ON_TERMS, "person-titles"}
    assert len(words) == len(list(words))
    assert all(words[name].name == name for name in words)
    with pytest.raises(KeyError):
        words["no-such-list"]


# --- the other lists -------------------------------------------------------------------------


@pytest.mark.parametrize("name", ON_TERMS)
def test_sober_wording_trips_no_list(words: Mapping[str, WordList], name: str) -> None:
    assert {text: hits for text in SOBER if (hits := words[name].hits(text))} == {}


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in LISTS.items() for text in texts["caught"]]
)
def test_each_list_catches_its_own(words: Mapping[str, WordList], name: str, text: str) -> None:
    assert words[name].hits(text)


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in LISTS.items() for text in texts["passed"]]
)
def test_each_list_leaves_the_harmless_alone(
    words: Mapping[str, WordList], name: str, text: str
) -> None:
    assert words[name].hits(text) == ()


def test_traditional_characters_are_told_one_by_one(words: Mapping[str, WordList]) -> None:
    assert words["variants"].hits("一種裝置，裝置包括殼體") == ("種", "裝", "殼", "體")


def test_characters_that_are_also_standard_are_no_variants(words: Mapping[str, WordList]) -> None:
    standard = "后里只干乾面台发松谷斗云沈范丑了系折叶才几卜朴术丰准征冲制向回"
    kept = "著藉瞭徵夥覆馀喆堃淼昇甦陞脩邨氾釐蒐於甯龢𬭎㛃"
    assert words["variants"].hits(standard + kept) == ()


def test_no_character_of_gb_2312_is_a_variant_but_one(words: Mapping[str, WordList]) -> None:
    # 6,763 characters of simplified Chinese; 後 stands among them for its use in other lists.
    rows = range(0xB0, 0xF8)
    cells = range(0xA1, 0xFF)
    simplified = b"".join(bytes([row, cell]) for row in rows for cell in cells)
    assert words["variants"].hits(simplified.decode("gb2312", errors="ignore")) == ("後",)


# --- how lists are read ----------------------------------------------------------------------


def test_blanks_between_characters_hide_no_word(words: Mapping[str, WordList]) -> None:
    assert words["indefinite-fee"].hits("面 议")
    assert words["indefinite-fee"].hits("面\u3000议")
    assert words["advertising"].hits("国 内 领 先")
    assert words["indefinite-fee"].hits("封面\n议题") == ()


def test_hits_come_in_order_each_once_the_longer_for_the_shorter() -> None:
    found = read_words("own", "words = ['乙', '甲', '甲乙']")
    assert found.hits("乙、甲乙、甲、乙") == ("乙", "甲乙", "甲")


def test_a_hit_is_harmless_only_where_it_lies_wholly_in_a_harmless_phrase() -> None:
    found = read_words("own", "words = ['独占']\nharmless = ['非独占', '独占[^，]*除外']")
    assert found.hits("非独占，独占许可除外") == ()
    assert found.hits("非独占，可独占") == ("独占",)


def test_capital_and_small_letters_are_one() -> None:
    assert read_words("own", "patterns = ['(?:No|TOP)\\.?1']").hits("NO.1 top1") == ("NO.1", "top1")


def test_parts_stand_in_patterns_and_in_parts() -> None:
    text = "patterns = ['<who>免费']\n[parts]\nwho = '(?:本|外)<where>'\nwhere = '[省市]'"
    assert read_words("own", text).hits("本省免费，外市免费") == ("本省免费", "外市免费")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("patterns = [", "own: "),
        ("about = 'nothing'", "own: none of patterns, words and characters"),
        ("words = []", "own: none of patterns, words and characters"),
        ("word = ['a']", "own: unknown key word"),
        ("words = 'a'", "own: words must be a list"),
        ("words = ['a', '']", "own: words must be a list"),
        ("words = [1]", "own: words must be a list"),
        ("characters = ['a']", "own: characters must be one text"),
        ("patterns = ['(']", r"own: patterns: \("),
        ("patterns = ['a*']", "own: patterns: .* matches where nothing stands"),
        ("words = ['a']\nharmless = ['[']", r"own: harmless: \["),
        ("patterns = ['<who>']", "own: patterns: <who>: parts has no 'who'"),
        ("patterns = ['<a>']\n[parts]\na = '<a>'", "own: parts: one of them contains itself"),
        ("words = ['a']\nparts = 'b'", "own: parts must be a table"),
        ("words = ['a']\nadds = 'yes'", "own: adds must be true or false"),
    ],
)
def test_a_broken_list_is_refused_by_name_and_key(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        read_words("own", text)


# --- a person's own lists --------------------------------------------------------------------


def test_an_empty_folder_leaves_the_shipped_lists(tmp_path: Path) -> None:
    own = words_from(tmp_path)
    assert set(own) == set(shipped_words())
    assert own["advertising"].hits("国内领先")


def test_a_list_of_ones_own_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "advertising.toml").write_text("words = ['吉祥']", encoding="utf-8")
    own = words_from(tmp_path)["advertising"]
    assert own.name == "advertising"
    assert own.hits("吉祥如意，国内领先") == ("吉祥",)


def test_a_list_can_add_words_and_harmless_phrases(tmp_path: Path) -> None:
    (tmp_path / "advertising.toml").write_text(
        "adds = true\nwords = ['吉祥']\nharmless = ['国内领先企业名录']", encoding="utf-8"
    )
    own = words_from(tmp_path)["advertising"]
    assert own.hits("吉祥如意，国内领先") == ("吉祥", "国内领先")
    assert own.hits("参见国内领先企业名录") == ()


def test_a_list_can_add_harmless_phrases_alone(tmp_path: Path) -> None:
    (tmp_path / "advertising.toml").write_text(
        "adds = true\nharmless = ['国内领先企业名录']", encoding="utf-8"
    )
    own = words_from(tmp_path)["advertising"]
    assert own.hits("参见国内领先企业名录") == ()
    assert own.hits("国内领先") == ("国内领先",)


def test_a_list_can_be_new(tmp_path: Path) -> None:
    (tmp_path / "house-style.toml").write_text("\ufeffwords = ['之']", encoding="utf-8")
    assert words_from(tmp_path)["house-style"].hits("天下之事") == ("之",)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(b"words = [", "broken.toml: "), (b"words = ['\xff']", "broken.toml: not in UTF-8")],
)
def test_a_broken_list_of_ones_own_is_refused_by_its_file(
    tmp_path: Path, content: bytes, complaint: str
) -> None:
    (tmp_path / "broken.toml").write_bytes(content)
    with pytest.raises(ValueError, match=complaint):
        words_from(tmp_path)


def test_the_law_takes_lists_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "promotion.toml").write_text("words = ['吉祥']", encoding="utf-8")
    assert shipped_law(tmp_path).words["promotion"].hits("吉祥") == ("吉祥",)


# --- hostile text ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "piece",
    [
        "优惠",
        "国内技术",
        "第一",
        "欢迎",
        "填补",
        "独占、",
        "不得独占、",
        "a.",
        "www.",
        "仅限",
        "1",
        "企业1元",
    ],
)
def test_a_long_text_of_nothing_but_triggers_is_judged(
    words: Mapping[str, WordList], piece: str
) -> None:
    text = (piece * 20_000)[:20_000]
    for name in words:
        assert all(hit in text for hit in words[name].hits(text))
