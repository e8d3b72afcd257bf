import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from olapp.domain.declaration import Declaration
from olapp.domain.trouble import Trouble
from olapp.persistence import place
from olapp.persistence.database import Store
from olapp.persistence.troubles import (
    Damaged,
    DiskFull,
    ForeignDatabase,
    Locked,
    NetworkFolder,
    NewerDatabase,
    ReadOnly,
    Unopenable,
    Unusable,
)

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="file modes are of POSIX systems")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def fill(path: Path, document: Declaration, now: datetime) -> bytes:
    """Keep one draft, close, and give the bytes of the file."""
    with Store.open(path) as store, store.begin() as unit:
        unit.drafts.add(document, at=now)
    return path.read_bytes()


@posix_only
def test_only_the_owner_can_read_the_folder_and_every_file(
    path: Path, declaration: Declaration, now: datetime
) -> None:
    old = os.umask(0)
    try:
        with Store.open(path) as store:
            with store.begin() as unit:
                unit.drafts.add(declaration, at=now)
            store.backup(path.parent / "copy.db")
            files = sorted(path.parent.iterdir())
            modes = {file.name: mode(file) for file in files}
    finally:
        os.umask(old)
    assert mode(path.parent) == 0o700
    assert modes == dict.fromkeys(["copy.db", "olapp.db", "olapp.db-shm", "olapp.db-wal"], 0o600)


def test_a_store_opens_by_path_text_and_url_alike(
    path: Path, declaration: Declaration, now: datetime
) -> None:
    fill(path, declaration, now)
    for spelling in (str(path), f"sqlite:///{path}"):
        with Store.open(spelling) as store, store.read() as unit:
            assert unit.drafts.count() == 1
            assert store.path == path


def test_several_threads_write_at_once_and_nothing_is_lost(store: Store, now: datetime) -> None:
    def work(name: str) -> None:
        for number in range(20):
            with store.begin() as unit:
                unit.drafts.add(Declaration(explanation=f"{name} {number}"), at=now)

    threads = [threading.Thread(target=work, args=(name,)) for name in "甲乙丙丁"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as unit:
        assert unit.drafts.count() == 80


def test_readers_do_not_wait_for_a_writer_and_see_one_moment(store: Store, now: datetime) -> None:
    with store.begin() as writer:
        writer.drafts.add(Declaration(), at=now)
        with store.read() as reader:
            assert reader.drafts.count() == 0
    with store.read() as reader:
        assert reader.drafts.count() == 1


def test_a_database_locked_for_too_long_is_a_trouble_and_then_none(
    path: Path, declaration: Declaration, now: datetime
) -> None:
    fill(path, declaration, now)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Store.open(path.parent / "own.db"), pytest.raises(Locked):
            Store.open(path, patience_ms=50)
        other.execute("ROLLBACK")
        with Store.open(path, patience_ms=50) as store:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(Locked) as caught, store.begin() as unit:
                unit.drafts.add(declaration, at=now)
            assert str(path) in caught.value.where
            other.execute("ROLLBACK")
            with store.begin() as unit:
                unit.drafts.add(declaration, at=now)


def test_a_newer_database_is_refused_and_left_as_it_was(
    path: Path, declaration: Declaration, now: datetime
) -> None:
    fill(path, declaration, now)
    with closing(sqlite3.connect(path)) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.execute("ALTER TABLE documents ADD COLUMN invented TEXT")
    before = path.read_bytes()
    with pytest.raises(NewerDatabase):
        Store.open(path)
    assert path.read_bytes() == before


def test_the_database_of_another_program_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE songs (title TEXT)")
    before = path.read_bytes()
    with pytest.raises(ForeignDatabase):
        Store.open(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["other.db"]


@pytest.mark.parametrize(
    "content", [b"Dear diary, today ...", bytes(5000), b"SQLite format 3\0" + b"\xff" * 4080]
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "diary.txt"
    path.write_bytes(content)
    with pytest.raises(Damaged):
        Store.open(path)
    assert path.read_bytes() == content


def test_a_folder_in_the_place_of_the_file_is_a_trouble(tmp_path: Path) -> None:
    with pytest.raises(Unusable):
        Store.open(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_a_trouble(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("")
    with pytest.raises(Unusable):
        Store.open(tmp_path / "folder" / "olapp.db")


@posix_only
def test_a_file_that_must_not_be_written_is_a_trouble(
    common_folder: Path, declaration: Declaration, now: datetime, ordinary_person: None
) -> None:
    path = common_folder / "olapp.db"
    before = fill(path, declaration, now)
    path.chmod(0o400)
    with pytest.raises(ReadOnly):
        Store.open(path)
    assert path.read_bytes() == before
    path.chmod(0o600)
    with Store.open(path) as store, store.read() as unit:
        assert unit.drafts.count() == 1


@posix_only
def test_a_folder_that_must_not_be_written_is_a_trouble(
    common_folder: Path, declaration: Declaration, now: datetime, ordinary_person: None
) -> None:
    path = common_folder / "mine" / "olapp.db"
    before = fill(path, declaration, now)
    path.parent.chmod(0o500)
    with pytest.raises(ReadOnly):
        Store.open(path)
    with pytest.raises(ReadOnly):
        Store.open(path.parent / "new.db")
    assert path.read_bytes() == before
    path.parent.chmod(0o700)


@posix_only
def test_a_file_that_not_even_root_can_write_is_a_trouble(
    path: Path, declaration: Declaration, now: datetime
) -> None:
    before = fill(path, declaration, now)
    chattr = shutil.which("chattr")
    if chattr is None or subprocess.run([chattr, "+i", path], check=False).returncode:
        pytest.skip("this file system knows no immutable files")
    try:
        with pytest.raises(ReadOnly):
            Store.open(path)
        assert path.read_bytes() == before
    finally:
        subprocess.run([chattr, "-i", path], check=True)


@posix_only
def test_a_file_that_goes_away_is_a_trouble_and_not_an_empty_database(
    path: Path, declaration: Declaration, now: datetime
) -> None:
    fill(path, declaration, now)
    store = Store.open(path)
    store.close()  # connections are made anew from here
    path.unlink()
    with pytest.raises(Unopenable), store.read() as unit:
        unit.drafts.count()
    assert not path.exists()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of half a megabyte."""
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    disk = tmp_path / "disk"
    disk.mkdir()
    if mount is None or unmount is None:
        pytest.skip("no mount command")
    command = [mount, "-t", "tmpfs", "-o", "size=512k,mode=700", "none", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    yield disk
    subprocess.run([unmount, disk], check=True)


def fill_up(store: Store, document: Declaration, now: datetime) -> None:
    """Add drafts until the trouble comes."""
    for _ in range(1000):
        with store.begin() as unit:
            unit.drafts.add(document, at=now)


def drafts_after_full(store: Store, now: datetime) -> int:
    document = Declaration(explanation="满" * 5000)
    with pytest.raises(DiskFull):
        fill_up(store, document, now)
    with store.read() as unit:
        count = unit.drafts.count()
        assert all(unit.drafts.get(row.id).document == document for row in unit.drafts.find())
    store.check()
    return count


def test_a_full_disk_is_a_trouble_and_what_was_kept_stays(small_disk: Path, now: datetime) -> None:
    path = small_disk / "olapp.db"
    with Store.open(path) as store:
        count = drafts_after_full(store, now)
        with pytest.raises(DiskFull):
            store.backup(small_disk / "copy.db")
    assert count > 0
    assert not list(small_disk.glob("copy*"))
    with Store.open(path) as store, store.read() as unit:
        assert unit.drafts.count() == count


def test_a_database_at_its_largest_is_a_trouble_and_what_was_kept_stays(
    path: Path, now: datetime
) -> None:
    with Store.open(path) as store:
        with closing(store._engine.raw_connection()) as raw:  # noqa: SLF001 - a full disk for all
            raw.cursor().execute("PRAGMA max_page_count = 160")
        assert drafts_after_full(store, now) > 0


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/lin", None),
        ("/mnt/office", "cifs"),
        ("/mnt/office/2026", "cifs"),
        ("/mnt/office/usb", None),
        ("/mnt/with blank/a", "nfs4"),
        ("/mnt/officer", None),
        ("/srv", None),
        ("/cloud", "fuse.sshfs"),
    ],
)
def test_a_network_folder_is_known_by_the_mount_that_holds_it(
    folder: str, kind: str | None
) -> None:
    mounts = "\n".join(
        (
            "/dev/sda1 / ext4 rw 0 0",
            "//nas/office /mnt/office cifs rw 0 0",
            "/dev/sdb1 /mnt/office/usb vfat rw 0 0",
            r"nas:/x /mnt/with\040blank nfs4 rw 0 0",
            "nas:/srv /srv nfs rw 0 0",
            "/dev/sda2 /srv xfs rw 0 0",
            "me@host: /cloud fuse.sshfs rw 0 0",
        )
    )
    assert place.network_kind_in(mounts, Path(folder)) == kind


def test_a_database_in_a_network_folder_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "mounts"
    table.write_text(f"nas:/ {tmp_path}/share nfs4 rw 0 0\n")
    monkeypatch.setattr(place, "_MOUNTS", table)
    with pytest.raises(NetworkFolder) as caught:
        Store.open(tmp_path / "share" / "olapp.db")
    assert "nfs4" in str(caught.value)
    assert not (tmp_path / "share" / "olapp.db").exists()
    with Store.open(tmp_path / "local" / "olapp.db"):
        pass


def test_every_trouble_says_what_where_and_what_to_do(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(Trouble) as caught:
        Store.open(path)
    assert caught.value.where == str(path)
    assert str(caught.value.what)
    assert str(caught.value.remedy)


def test_what_the_store_gives_can_be_named_without_loading_its_engine() -> None:
    code = (
        "import sys, olapp.persistence.kept\n"
        "assert not {'sqlalchemy', 'sqlite3', 'msgspec'} & set(sys.modules), 'too much'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@posix_only
def test_many_processes_may_open_a_new_store_at_once(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from olapp.persistence.database import Store\n"
        "sys.stdin.read(); Store.open(Path(sys.argv[1])).close()"
    )
    command = [sys.executable, "-c", code, str(path)]
    openers = [subprocess.Popen(command, stdin=subprocess.PIPE) for _ in range(4)]
    assert [opener.communicate()[0] for opener in openers] == [None] * 4
    assert [opener.returncode for opener in openers] == [0] * 4
    with Store.open(path) as store:
        store.check()


@pytest.fixture
def large(path: Path, now: datetime) -> Path:
    """A closed database too large to be looked over at each opening."""
    document = Declaration(explanation="大" * 500_000)
    with Store.open(path) as store, store.begin() as unit:
        for _ in range(4):
            unit.drafts.add(document, at=now)
    return path


def test_a_large_database_is_looked_over_once_a_day(large: Path, now: datetime) -> None:
    with Store.open(large) as store:
        assert store.check_daily(now.date())
        assert not store.check_daily(now.date())
        assert store.check_daily(now.date() + timedelta(days=1))


def test_damage_found_at_work_is_told_and_the_next_opening_offers_the_way_out(
    large: Path, now: datetime
) -> None:
    body = bytearray(large.read_bytes())
    with closing(sqlite3.connect(large)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_documents_number'"
        ).fetchone()
    size = 4096
    body[(page - 1) * size : page * size] = bytes(size)
    large.write_bytes(body)
    with Store.open(large) as store, pytest.raises(Damaged) as caught:
        store.check_daily(now.date())
    assert "start it again" in str(caught.value.remedy)
    with pytest.raises(Damaged):
        Store.open(large)
