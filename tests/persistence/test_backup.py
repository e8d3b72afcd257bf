import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from olapp.domain.declaration import Declaration
from olapp.persistence.database import Store
from olapp.persistence.troubles import Unusable


def test_a_backup_holds_everything_and_replaces_the_last_one(
    store: Store, declaration: Declaration, now: datetime, tmp_path: Path
) -> None:
    copy = tmp_path / "备份.db"
    for count in (1, 2):
        with store.begin() as unit:
            unit.drafts.add(declaration, at=now)
        store.backup(copy)
        with Store.open(copy) as opened, opened.read() as unit:
            assert unit.drafts.count() == count
            assert unit.drafts.get(count).document == declaration
    assert not list(tmp_path.glob("*.part*"))


def test_a_backup_is_made_beside_a_writer(
    store: Store, declaration: Declaration, now: datetime, tmp_path: Path
) -> None:
    with store.begin() as unit:
        unit.drafts.add(declaration, at=now)
        store.backup(tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM documents").fetchone() == (0,)


def test_a_backup_over_the_store_itself_is_refused(store: Store) -> None:
    assert store.path is not None
    with pytest.raises(Unusable):
        store.backup(store.path.parent / "." / store.path.name)
    store.check()


def test_a_backup_into_a_folder_that_is_not_there_is_a_trouble(
    store: Store, tmp_path: Path
) -> None:
    with pytest.raises(Unusable):
        store.backup(tmp_path / "nowhere" / "copy.db")
