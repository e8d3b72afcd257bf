import hashlib
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from olapp.domain.declaration import Declaration
from olapp.domain.lifecycle import DraftState
from olapp.domain.patent import Patent
from olapp.persistence.database import Store
from olapp.persistence.kept import ExportedFile
from olapp.persistence.rescue import rescue
from olapp.persistence.troubles import Damaged, DiskFull, UnreadableDraft

PAGE = 4096
MANY = 60
PLACES = 12


@pytest.fixture
def documents(declaration: Declaration) -> list[Declaration]:
    """Drafts of all lengths: within a page, and over many."""
    return [
        replace(
            declaration,
            patent=Patent(title=f"第{number}个杯子"),
            explanation="说" * (number * 97 % 5000) + str(number),
        )
        for number in range(MANY)
    ]


@pytest.fixture
def filled(path: Path, documents: list[Declaration], now: datetime) -> Path:
    """A closed database with many drafts, a party, a patent and an export."""
    with Store.open(path) as store, store.begin() as unit:
        for number, document in enumerate(documents):
            unit.drafts.add(document, at=now + timedelta(seconds=number))
        unit.parties.remember(documents[0].patentees[0], at=now)
        unit.patents.remember(Patent(number="ZL202010123456.2"), at=now)
        file = ExportedFile("声明.pdf", "a1" * 32)
        unit.exports.add(1, documents[0], [file], version=1, form_revision="", rules="", at=now)
    return path


def noise(seed: int) -> bytes:
    return hashlib.shake_256(bytes([seed])).digest(PAGE)


def overwrite(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def found(path: Path) -> dict[int, Declaration]:
    """Open, which must go well now, and give every draft."""
    with Store.open(path) as store, store.read() as unit:
        store.check()
        return {row.id: unit.drafts.get(row.id).document for row in unit.drafts.find(limit=1000)}


def numbered(documents: list[Declaration]) -> dict[int, Declaration]:
    return dict(enumerate(documents, start=1))


def test_the_damaged_file_is_set_aside_byte_for_byte(filled: Path, now: datetime) -> None:
    overwrite(filled, 0, b"\0" * PAGE)
    before = filled.read_bytes()
    with pytest.raises(Damaged):
        Store.open(filled)
    outcome = rescue(filled, at=now)
    assert outcome.aside == filled.with_name("olapp.damaged-20261122T141653Z.db")
    assert outcome.aside.read_bytes() == before
    assert outcome.aside.stat().st_mode & 0o777 == 0o600
    assert not outcome.is_whole


def test_with_its_first_page_gone_every_draft_comes_back(
    filled: Path, documents: list[Declaration], now: datetime
) -> None:
    overwrite(filled, 0, noise(1))
    outcome = rescue(filled, at=now)
    assert outcome.drafts == MANY
    assert found(filled) == numbered(documents)
    with Store.open(filled) as store, store.read() as unit:
        assert len(unit.drafts.history(1)) == 1
        assert unit.patents.get("ZL202010123456.2") is not None
        (export,) = unit.exports.of(1)
        assert export.files == (ExportedFile("声明.pdf", "a1" * 32),)


def test_a_sound_database_comes_back_whole(
    filled: Path, documents: list[Declaration], now: datetime
) -> None:
    outcome = rescue(filled, at=now)
    assert outcome.is_whole
    assert found(filled) == numbered(documents)


@pytest.mark.parametrize("share", range(PLACES))
def test_with_any_page_gone_all_that_did_not_lie_there_comes_back(
    filled: Path, documents: list[Declaration], now: datetime, share: int
) -> None:
    pages = filled.stat().st_size // PAGE
    overwrite(filled, pages * share // PLACES * PAGE, noise(share))
    outcome = rescue(filled, at=now)
    after, before = found(filled), numbered(documents)
    assert after.items() <= before.items()
    assert len(after) == outcome.drafts >= MANY - 20


def test_a_file_cut_off_in_the_middle_gives_what_is_left(
    filled: Path, documents: list[Declaration], now: datetime
) -> None:
    with filled.open("r+b") as file:
        file.truncate(filled.stat().st_size // 2)
    with pytest.raises(Damaged):
        Store.open(filled)
    rescue(filled, at=now)
    after = found(filled)
    assert after.items() <= numbered(documents).items()
    assert len(after) > MANY // 4


def test_what_is_only_in_the_log_comes_back_too(
    filled: Path, documents: list[Declaration], now: datetime, tmp_path: Path
) -> None:
    crashed = tmp_path / "crashed.db"
    newest = replace(documents[0], territory="全国")
    with Store.open(filled) as store:
        with store.begin() as unit:
            unit.drafts.keep(1, newest, version=1, at=now)
        for side in ("", "-wal"):
            shutil.copy(f"{filled}{side}", f"{crashed}{side}")
    overwrite(crashed, 0, noise(2))
    aside = rescue(crashed, at=now).aside
    assert found(crashed) == numbered(documents) | {1: newest}
    assert aside.with_name(aside.name + "-wal").exists()


def test_a_damaged_index_loses_nothing(
    filled: Path, documents: list[Declaration], now: datetime
) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_documents_changed_at'"
        (root,) = connection.execute(query).fetchone()
    overwrite(filled, (root - 1) * PAGE, bytes(PAGE))
    with pytest.raises(Damaged):
        Store.open(filled)
    assert rescue(filled, at=now).drafts == MANY
    assert found(filled) == numbered(documents)


def test_a_draft_of_an_old_page_is_brought_up_to_its_newest_version(
    filled: Path, documents: list[Declaration], now: datetime
) -> None:
    newest = replace(documents[4], territory="全国")
    with Store.open(filled) as store, store.begin() as unit:
        unit.drafts.keep(5, newest, version=1, at=now + timedelta(days=1))
        unit.drafts.mark(5, DraftState.FILED)
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute(
            "UPDATE documents SET version = 1, body = (SELECT body FROM document_versions"
            " WHERE document_id = 5 AND version = 1) WHERE id = 5"
        )
    overwrite(filled, 0, bytes(PAGE))
    rescue(filled, at=now)
    assert found(filled) == numbered(documents) | {5: newest}
    with Store.open(filled) as store, store.read() as unit:
        assert unit.drafts.get(5).state is DraftState.FILED


def test_a_draft_whose_text_is_broken_comes_back_from_its_history(
    filled: Path, documents: list[Declaration], now: datetime
) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("UPDATE documents SET body = '{' WHERE id = 5")
    with Store.open(filled) as store, store.read() as unit:
        with pytest.raises(UnreadableDraft) as caught:
            unit.drafts.get(5)
        assert caught.value.body == b"{"
        assert unit.drafts.at_version(5, 1) == documents[4]
    assert rescue(filled, at=now).drafts == MANY
    assert found(filled) == numbered(documents)


def test_an_erased_draft_does_not_come_back(
    filled: Path, documents: list[Declaration], now: datetime
) -> None:
    with Store.open(filled) as store, store.begin() as unit:
        unit.drafts.trash(7, at=now)
        unit.drafts.erase(7)
    overwrite(filled, 0, bytes(PAGE))
    rescue(filled, at=now)
    expected = numbered(documents)
    del expected[7]
    assert found(filled) == expected


def test_rescued_twice_nothing_set_aside_is_written_over(filled: Path, now: datetime) -> None:
    first, second = rescue(filled, at=now), rescue(filled, at=now)
    assert first.aside != second.aside
    assert first.aside.exists()
    assert second.aside.exists()


def test_a_rescue_that_finds_no_room_leaves_everything_as_it_was(
    filled: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    from olapp.persistence import place

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    overwrite(filled, 0, bytes(PAGE))
    before = filled.read_bytes()
    monkeypatch.setattr(place, "replace", full)
    with pytest.raises(DiskFull):
        rescue(filled, at=now)
    assert filled.read_bytes() == before
    assert not list(filled.parent.glob(".rescue*"))


def test_a_file_that_never_was_a_database_is_set_aside_and_a_new_one_made(
    tmp_path: Path, now: datetime
) -> None:
    path = tmp_path / "olapp.db"
    path.write_text("Dear diary" * 1000)
    outcome = rescue(path, at=now)
    assert outcome.drafts == 0
    assert outcome.aside.read_text() == "Dear diary" * 1000
    assert found(path) == {}
