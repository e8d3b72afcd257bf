"""The first look of a start sees what the store would list, and never harms or fails."""

from datetime import UTC, datetime
from pathlib import Path

from olapp.domain.declaration import Declaration
from olapp.domain.lifecycle import DraftState
from olapp.domain.party import Party
from olapp.domain.patent import Patent
from olapp.persistence.database import Store
from olapp.persistence.glance import glance

AT = datetime(2026, 11, 23, 8, tzinfo=UTC)


def filled(path: Path) -> Store:
    store = Store.open(path)
    with store.begin() as unit:
        for number in range(5):
            title = f"装置{number}"
            parties = (Party(name="示例大学"), Party(name="示例公司"))
            document = Declaration(patent=Patent(title=title), patentees=parties)
            unit.drafts.add(document, at=AT.replace(minute=number))
        unit.drafts.trash(2, at=AT)
        unit.drafts.mark(4, DraftState.FILED)
    return store


def test_a_glance_sees_what_the_store_lists(tmp_path: Path) -> None:
    with filled(tmp_path / "olapp.db") as store, store.read() as unit:
        listed = unit.drafts.find(limit=3)
    assert glance(tmp_path / "olapp.db", 3) == listed
    assert len(listed) == 3


def test_a_glance_beside_an_open_store_sees_what_was_kept_last(tmp_path: Path) -> None:
    with filled(tmp_path / "olapp.db") as store:
        with store.begin() as unit:
            unit.drafts.add(Declaration(), at=AT.replace(hour=9))
        seen = glance(tmp_path / "olapp.db", 1)
    assert seen is not None
    assert seen[0].title == ""


def test_nothing_is_seen_where_there_is_no_store(tmp_path: Path) -> None:
    assert glance(tmp_path / "none.db", 9) == ()
    assert not (tmp_path / "none.db").exists()


def test_a_damaged_or_foreign_file_is_left_to_the_store(tmp_path: Path) -> None:
    path = tmp_path / "olapp.db"
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
    before = path.read_bytes()
    assert glance(path, 9) is None
    assert path.read_bytes() == before


def test_another_schema_is_left_to_the_store(tmp_path: Path) -> None:
    import sqlite3

    filled(tmp_path / "olapp.db").close()
    with sqlite3.connect(tmp_path / "olapp.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert glance(tmp_path / "olapp.db", 9) is None


def test_an_empty_desk_is_seen_to_be_empty_but_a_full_bin_is_not(tmp_path: Path) -> None:
    with Store.open(tmp_path / "olapp.db") as store:
        assert glance(tmp_path / "olapp.db", 9) == ()
        with store.begin() as unit:
            unit.drafts.trash(unit.drafts.add(Declaration(), at=AT).id, at=AT)
        assert glance(tmp_path / "olapp.db", 9) is None
