"""Backups: made when something changed, few enough, looked into, put back, taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from olapp.domain.holding import Holding
from olapp.domain.origins import HAND
from olapp.domain.patent import Patent
from olapp.domain.trouble import Trouble
from olapp.persistence.database import Store
from olapp.persistence.kept_portfolio import Index
from olapp.services.drafts import Drafts
from olapp.services.safekeeping import Safekeeping

START = datetime(2026, 11, 23, 8, tzinfo=UTC)
WATER = Holding(patent=Patent(number="2020101234562", title="一种水质监测装置"))
HEAT = Holding(patent=Patent(number="202010234567X", title="一种散热结构"))


class Clock:
    """Moments a minute apart."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "data" / "olapp.db") as opened:
        yield opened


@pytest.fixture
def safe(store: Store, tmp_path: Path) -> Safekeeping:
    return Safekeeping(store, Clock(), tmp_path / "backups", tmp_path / "attachments", 3)


def add(store: Store, *holdings: Holding) -> list[int]:
    with store.begin() as unit:
        return list(unit.holdings.add_many([(each, Index()) for each in holdings], at=START))


def retitle(store: Store, key: int, title: str) -> None:
    with store.begin() as unit:
        kept = unit.holdings.get(key)
        patent = replace(kept.holding.patent, title=title)
        unit.holdings.keep(kept, replace(kept.holding, patent=patent), Index(), at=START)


def titles(store: Store) -> list[str | None]:
    with store.read() as unit:
        return [kept.holding.patent.title for kept in unit.holdings.iterate()]


def test_closing_backs_up_only_when_something_changed(store: Store, safe: Safekeeping) -> None:
    add(store, WATER)
    first = safe.backup_on_close()
    assert first is not None
    assert first.why == "closing"
    assert safe.backup_on_close() is None
    add(store, HEAT)
    assert safe.backup_on_close() is not None
    assert len(safe.backups()) == 2


def test_opening_the_desk_again_and_closing_it_needs_no_new_backup(
    safe: Safekeeping, store: Store, tmp_path: Path
) -> None:
    add(store, WATER)
    safe.backup_on_close()
    store.close()
    with Store.open(tmp_path / "data" / "olapp.db") as again:
        assert replace(safe, store=again).backup_on_close() is None
    assert len(safe.backups()) == 1


def test_of_many_backups_the_latest_stay(store: Store, safe: Safekeeping) -> None:
    made = []
    for number in range(5):
        add(store, replace(WATER, reference=f"案卷{number}"))
        made.append(safe.backup_now())
    assert [each.path for each in safe.backups()] == [each.path for each in made[:1:-1]]


def test_a_look_into_a_backup_tells_what_it_would_bring_and_take(
    store: Store, safe: Safekeeping
) -> None:
    first, second = add(store, WATER, HEAT)
    backup = safe.backup_now()
    retitle(store, first, "一种水质监测方法")
    with store.begin() as unit:
        unit.holdings.remove_many([second], edit_id=unit.holdings.next_edit())
    add(store, Holding(patent=Patent(number="2021103456789", title="一种电池")))
    Drafts(store, Clock()).start()
    found = {each.kind: each for each in safe.look_into(backup.path).tables}
    holdings = found["holdings"]
    assert (holdings.added, holdings.removed, holdings.changed, holdings.equal) == (1, 1, 1, 0)
    assert [row.title for row in holdings.rows_added] == ["一种散热结构"]
    assert [row.title for row in holdings.rows_changed] == ["一种水质监测装置"]
    assert [row.number for row in holdings.rows_removed] == ["2021103456789"]
    assert found["drafts"].removed == 1


def test_a_backup_of_now_changes_nothing(store: Store, safe: Safekeeping) -> None:
    add(store, WATER)
    assert safe.look_into(safe.backup_now().path).is_empty


def test_a_restored_backup_is_there_at_once_and_can_be_taken_back(
    store: Store, safe: Safekeeping
) -> None:
    (key,) = add(store, WATER)
    backup = safe.backup_now()
    retitle(store, key, "改过的名称")
    before = safe.restore(backup.path)
    assert titles(store) == ["一种水质监测装置"]
    assert before.why == "before-restore"
    store.check()
    safe.restore(before.path)
    assert titles(store) == ["改过的名称"]
    retitle(store, key, "再改")
    assert titles(store) == ["再改"]


def test_the_search_finds_what_was_restored(store: Store, safe: Safekeeping) -> None:
    from olapp.persistence.kept_portfolio import HoldingQuery

    add(store, WATER)
    backup = safe.backup_now()
    add(store, HEAT)
    safe.restore(backup.path)
    with store.read() as unit:
        assert len(unit.holdings.ids(HoldingQuery(text="水质"))) == 1
        assert len(unit.holdings.ids(HoldingQuery(text="散热"))) == 0


def test_the_backup_to_be_restored_is_never_dropped_for_the_one_made_before(
    store: Store, safe: Safekeeping
) -> None:
    for number in range(3):
        add(store, replace(WATER, reference=f"案卷{number}"))
        safe.backup_now()
    oldest = safe.backups()[-1]
    safe.restore(oldest.path)
    assert oldest.path.exists()
    assert len(titles(store)) == 1


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "text", "gone"])
def test_a_damaged_backup_is_refused_and_nothing_changes(
    store: Store, safe: Safekeeping, damage: str
) -> None:
    add(store, *(replace(WATER, reference=f"案卷{number}" * 50) for number in range(200)))
    path = safe.backup_now().path
    body = bytearray(path.read_bytes())
    match damage:
        case "cut":
            path.write_bytes(body[: len(body) // 2])
        case "flipped":
            body[len(body) // 2 : len(body) // 2 + 6000] = b"\xff" * 6000
            path.write_bytes(body)
        case "empty":
            path.write_bytes(b"")
        case "text":
            path.write_bytes("专利号，名称\n".encode() * 400)
        case _:
            path.unlink()
    for act in (safe.look_into, safe.restore):
        with pytest.raises(Trouble) as caught:
            act(path)
        assert caught.value.where == str(path)
    assert len(titles(store)) == 200


def test_documents_come_back_with_the_backup_that_knows_them(
    store: Store, safe: Safekeeping, tmp_path: Path
) -> None:
    from olapp.domain.holding import Origin
    from olapp.law.statute import shipped_law
    from olapp.services.portfolio import Portfolio

    portfolio = Portfolio(store, shipped_law(), Clock(), START.date, tmp_path / "attachments")
    (key,) = add(store, replace(WATER, origins=(Origin(source=HAND, paths=("patent.title",)),)))
    document = tmp_path / "转让合同.pdf"
    document.write_bytes(b"%PDF-1.7 \xe7\x94\x9f")
    attachment = portfolio.attach(key, document)
    for to in (None, tmp_path / "u-disk" / "copy.db"):
        if to is not None:
            to.parent.mkdir()
        backup = safe.backup_now(to)
        portfolio.detach(key, attachment.sha256)
        assert not list((tmp_path / "attachments").glob("*"))
        safe.restore(backup.path)
        copy = portfolio.open_copy(portfolio.attachments(key)[0], tmp_path / f"out-{to is None}")
        assert copy.read_bytes() == document.read_bytes()
