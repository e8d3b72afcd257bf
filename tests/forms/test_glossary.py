import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from olapp.forms.choices import CHOICES, TRI_STATE
from olapp.forms.declaration import DECLARATION, UNDERTAKINGS
from olapp.forms.spec import Group, Label

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (?P<zh>[^|]+) \| (?P<en>[^|]+) \| (?P<code>[^|]+) \|", re.MULTILINE)


def rows() -> list[tuple[str, str, str]]:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    found = ((match["zh"], match["en"], match["code"].strip("`")) for match in ROW.finditer(text))
    return [row for row in found if row[0] != "Chinese term"]


def labels() -> Iterator[Label]:
    for section in DECLARATION.sections:
        yield section.label
        for item in section.items:
            yield item.label
            if isinstance(item, Group):
                yield from (field.label for field in item.fields)
    yield from UNDERTAKINGS.values()
    yield from TRI_STATE.values()
    for labels_of_kind in CHOICES.values():
        yield from labels_of_kind.values()


def plain(english: str) -> str:
    """Capital letters and the plural make no other word."""
    return english.casefold().removesuffix("s")


def is_question(label: Label) -> bool:
    """A question about a fact goes by the name of the fact in English: 是否已质押, Pledge."""
    return "是否" in label.zh


def doubles(pairs: set[tuple[str, str]], column: int) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for pair in pairs:
        found.setdefault(pair[column], set()).add(pair[1 - column])
    return {word: others for word, others in found.items() if len(others) > 1}


def of_labels() -> set[tuple[str, str]]:
    return {(label.zh, plain(label.en)) for label in labels()}


def of_all() -> set[tuple[str, str]]:
    terms = {(label.zh, plain(label.en)) for label in labels() if not is_question(label)}
    return terms | {(zh, plain(en)) for zh, en, _ in rows()}


def test_the_glossary_is_worth_the_name() -> None:
    assert len(rows()) >= 80


@pytest.mark.parametrize("pairs", [of_labels(), of_all()], ids=["labels", "labels and glossary"])
def test_no_chinese_term_has_two_english_words(pairs: set[tuple[str, str]]) -> None:
    assert doubles(pairs, 0) == {}


@pytest.mark.parametrize("pairs", [of_labels(), of_all()], ids=["labels", "labels and glossary"])
def test_no_english_word_stands_for_two_chinese_terms(pairs: set[tuple[str, str]]) -> None:
    assert doubles(pairs, 1) == {}


@pytest.mark.parametrize("code", sorted({code for _, _, code in rows()} - {"—"}))
def test_a_code_name_of_the_glossary_is_in_the_code(code: str) -> None:
    name = re.compile(rf"\b{re.escape(code)}\b")
    sources = (ROOT / "olapp").rglob("*.py")
    assert any(name.search(path.read_text(encoding="utf-8")) for path in sources)
