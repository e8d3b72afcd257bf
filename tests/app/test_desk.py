"""The desk as the program builds it, over files that are sound or not."""

from pathlib import Path

import pytest

from olapp.app import database, desk, language, own_words, tools
from olapp.domain.declaration import Declaration
from olapp.domain.trouble import Trouble
from olapp.settings import Settings

DRAFTS = [Declaration(explanation=f"第{number}份") for number in range(3)]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLAPP_HOME", str(tmp_path / "home"))


@pytest.fixture
def filled() -> Path:
    """The database of a person with three drafts, closed."""
    drafts = desk(Settings()).drafts
    drafts.add_all(DRAFTS)
    drafts.store.close()
    return database()


def kept() -> list[Declaration]:
    drafts = desk(Settings()).drafts
    try:
        return [drafts.open(row.id).document for row in drafts.rows()]
    finally:
        drafts.store.close()


def test_a_damaged_database_offers_a_way_out_that_brings_the_drafts_back(filled: Path) -> None:
    damaged = bytes(4096) + filled.read_bytes()[4096:]
    filled.write_bytes(damaged)
    with pytest.raises(Trouble) as caught:
        desk(Settings())
    way_out = caught.value.way_out
    assert way_out is not None
    told = way_out.act()
    assert told.values["drafts"] == len(DRAFTS)
    assert Path(str(told.values["file"])).read_bytes() == damaged
    assert kept() == DRAFTS


def test_the_way_out_is_told_in_both_languages(filled: Path) -> None:
    filled.write_bytes(b"no database at all")
    with pytest.raises(Trouble) as caught:
        desk(Settings())
    assert caught.value.way_out is not None
    label, told = caught.value.way_out.label, caught.value.way_out.act()
    assert language("en")(label) != language("zh")(label)
    assert "0" in language("zh").sentence(told)
    assert language("en").sentence(told) != language("zh").sentence(told)


def test_a_trouble_that_the_program_cannot_mend_offers_no_way_out(filled: Path) -> None:
    filled.unlink()
    filled.mkdir()
    with pytest.raises(Trouble) as caught:
        desk(Settings())
    assert caught.value.way_out is None


def test_a_person_may_add_words_of_advertising() -> None:
    own_words().mkdir(parents=True)
    (own_words() / "advertising.toml").write_text("adds = true\nwords = ['吉祥']", encoding="utf-8")
    found = tools(Settings()).checking.check(Declaration(other_terms="吉祥如意"))
    assert "OL-TXT-01" in {finding.code for finding in found}


def test_a_broken_word_list_is_named() -> None:
    own_words().mkdir(parents=True)
    (own_words() / "advertising.toml").write_text("words = [", encoding="utf-8")
    with pytest.raises(Trouble) as caught:
        tools(Settings())
    assert "advertising.toml" in language("zh").sentence(caught.value.what)
