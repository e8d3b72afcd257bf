import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from olapp.domain.deadline import Deadline, DeadlineKind
from olapp.domain.finding import Source
from olapp.domain.holding import Holding, RightState
from olapp.domain.money import Yuan
from olapp.domain.patent import Patent
from olapp.persistence.database import Store
from olapp.persistence.kept_portfolio import Attachment, HoldingQuery, Index, KeptHolding, View
from olapp.persistence.troubles import HoldingGone

LATER = datetime(2027, 1, 1, tzinfo=UTC)

RICH = Holding(patent=Patent(number="2020101234562", title="测试用锂电池热管理装置"))
GROUND = Source("Regulations", "Rule {at}", "115")
FEE = Deadline(
    key="annual-fee.5",
    kind=DeadlineKind.ANNUAL_FEE,
    nominal=date(2027, 2, 28),
    rolled=date(2027, 3, 1),
    source=GROUND,
    year=5,
    amount=Yuan.of("1200.50"),
    is_assumed=True,
)
INDEX = Index(
    expires_on=date(2040, 2, 29),
    fee_due_on=date(2027, 3, 1),
    fee_year=5,
    fee_fen=120050,
    deadlines=(FEE,),
)
NOTHING = Index()


def titled(title: str, **facts: object) -> Holding:
    """Give a holding of a title, with other facts of the holding itself."""
    return Holding(patent=Patent(title=title), **facts)  # type: ignore[arg-type]


def plain(_: Holding) -> Index:
    return NOTHING


def everything(path: Path) -> dict[str, list[Any]]:
    """Every row of the portfolio, the full-text table as what it finds."""
    tables = ("holdings", "holding_bodies", "holding_past", "verdicts", "deadlines", "attachments")
    sought = "SELECT rowid FROM holdings_sought WHERE holdings_sought MATCH '\"测试\" *'"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO holdings_sought (holdings_sought) VALUES ('integrity-check')"
        )
        rows = {
            name: connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - ours
            for name in tables
        }
        return rows | {"sought": connection.execute(sought).fetchall()}


@pytest.fixture
def before(store: Store, now: datetime) -> list[KeptHolding]:
    """Two holdings there before anything is imported."""
    with store.begin() as unit:
        unit.holdings.add_many([(titled("测试一"), NOTHING), (titled("测试二"), NOTHING)], at=now)
        return list(unit.holdings.iterate())


def imported(store: Store, kept: KeptHolding) -> int:
    """Import one new holding and a change of one that is there."""
    with store.begin() as unit:
        key = unit.imports.add(at=LATER, name="示例.xlsx", source="incopat", as_of=None)
        unit.holdings.add_many([(titled("测试三"), NOTHING)], at=LATER, import_id=key)
        change = (kept, replace(kept.holding, remarks="测试改"), NOTHING)
        unit.holdings.keep_many([change], at=LATER, import_id=key)
        unit.imports.finish(key, {"new": 1, "changed": 1}, "report")
    return key


def test_an_import_undone_leaves_everything_as_it_was(
    store: Store, path: Path, before: list[KeptHolding]
) -> None:
    was = everything(path)
    key = imported(store, before[0])
    assert everything(path) != was
    with store.read() as unit:
        assert set(unit.holdings.ids(HoldingQuery(import_id=key))) == {1, 3}
        assert unit.imports.get(key).counts == {"new": 1, "changed": 1}
    with store.begin() as unit:
        outcome = unit.holdings.undo(plain, import_id=key)
        unit.imports.mark_undone(key, at=LATER)
    assert (outcome.removed, outcome.restored, outcome.kept) == ((3,), (1,), ())
    assert everything(path) == was
    with store.read() as unit:
        (row,) = unit.imports.all()
    assert (row.name, row.undone_at, row.body) == ("示例.xlsx", LATER, "")


def test_what_was_changed_since_an_import_stays(store: Store, before: list[KeptHolding]) -> None:
    key = imported(store, before[0])
    with store.begin() as unit:
        for holding_id in (1, 3):
            kept = unit.holdings.get(holding_id)
            unit.holdings.keep(kept, replace(kept.holding, reference="手"), NOTHING, at=LATER)
        outcome = unit.holdings.undo(plain, import_id=key)
        assert (outcome.removed, outcome.restored, outcome.kept) == ((), (), (1, 3))
        assert unit.holdings.get(1).holding.reference == "手"


def test_a_new_patent_with_a_document_attached_stays(
    store: Store, before: list[KeptHolding]
) -> None:
    key = imported(store, before[0])
    document = Attachment(holding_id=3, sha256="0" * 64, name="证书.pdf", size=1, added_at=LATER)
    with store.begin() as unit:
        unit.attachments.add(document)
        assert unit.holdings.undo(plain, import_id=key).kept == (3,)
        assert unit.attachments.of(3) == (document,)


def test_two_changes_by_one_import_are_both_undone(
    store: Store, path: Path, before: list[KeptHolding]
) -> None:
    was = everything(path)
    with store.begin() as unit:
        for words in ("测试甲", "测试乙"):
            kept = unit.holdings.get(1)
            after = replace(kept.holding, remarks=words)
            unit.holdings.keep(kept, after, NOTHING, at=LATER, import_id=5)
        unit.holdings.undo(plain, import_id=5)
    assert everything(path) == was


def test_removed_patents_come_back_with_their_history(
    store: Store, path: Path, before: list[KeptHolding]
) -> None:
    imported(store, before[0])
    was = everything(path)
    with store.begin() as unit:
        edit = unit.holdings.next_edit()
        unit.holdings.remove_many([1, 2, 3], edit_id=edit)
        assert list(unit.holdings.ids()) == []
        with pytest.raises(HoldingGone):
            unit.holdings.get(1)
        assert unit.holdings.add_many([(Holding(), NOTHING)], at=LATER) == range(4, 5)
        unit.holdings.remove_many([4], edit_id=unit.holdings.next_edit())
        unit.holdings.undo(plain, edit_id=edit)
        unit.holdings.undo(plain, edit_id=edit)
    now_there = everything(path)
    was["holding_past"].append(now_there["holding_past"][-1])
    assert now_there == was


def test_an_edit_does_not_bring_back_what_was_removed_later(
    store: Store, before: list[KeptHolding]
) -> None:
    with store.begin() as unit:
        change = (before[0], replace(before[0].holding, tags=("甲",)), NOTHING)
        unit.holdings.keep_many([change], at=LATER, edit_id=1)
        unit.holdings.remove_many([1], edit_id=2)
        assert unit.holdings.undo(plain, edit_id=1).kept == (1,)
        assert list(unit.holdings.ids()) == [2]


def test_deadlines_are_listed_by_day_with_their_ground(store: Store, now: datetime) -> None:
    late = replace(FEE, key="x", nominal=FEE.nominal.replace(year=2030), rolled=None, amount=None)
    both = replace(INDEX, deadlines=(late, FEE))
    with store.begin() as unit:
        living = titled("测试", state=RightState.IN_FORCE, department="材料学院")
        unit.holdings.add_many([(RICH, both), (living, NOTHING)], at=now)
    with store.read() as unit:
        rows = unit.deadlines.due()
        assert [row.deadline for row in rows] == [FEE, late]
        assert (rows[0].holding_id, rows[0].number) == (1, "2020101234562")
        assert rows[0].deadline.source == GROUND
        assert FEE.rolled is not None
        assert unit.deadlines.count(until=FEE.rolled) == 1
        assert unit.deadlines.count(after=FEE.rolled) == 1
        assert unit.deadlines.count(kinds=[DeadlineKind.GRACE]) == 0
        assert unit.deadlines.count(HoldingQuery(text="电池")) == 2
        assert unit.deadlines.due(offset=1, limit=5) == rows[1:]
        assert unit.deadlines.without_any([RightState.IN_FORCE]) == 1


def test_a_new_index_takes_the_place_of_the_old_one_and_makes_no_version(
    store: Store, now: datetime
) -> None:
    with store.begin() as unit:
        unit.holdings.add_many([(RICH, INDEX), (Holding(), NOTHING)], at=now)
        unit.holdings.index_many([(1, replace(INDEX, fee_fen=7, deadlines=())), (2, INDEX)])
        assert unit.holdings.get(1).version == 1
        assert [row.fee_fen for row in unit.holdings.rows([1, 2])] == [7, 120050]
        assert [row.holding_id for row in unit.deadlines.due()] == [2]


def test_a_view_comes_back_as_it_was_kept(store: Store, now: datetime) -> None:
    query = HoldingQuery(text="电池", state=RightState.DEAD, columns={"title": "泵"}, ids=(1, 2))
    view = View(name="重点专利", query=query, columns=("title",), widths=(90,), is_reversed=True)
    with store.begin() as unit:
        unit.views.keep(View(name="重点专利"), at=now)
        unit.views.keep(view, at=now)
        assert unit.views.all() == (view,)
        unit.views.drop("重点专利")
        assert unit.views.all() == ()


def test_a_copy_is_needed_as_long_as_one_patent_has_it(store: Store, now: datetime) -> None:
    document = Attachment(holding_id=1, sha256="a" * 64, name="证书.pdf", size=5, added_at=now)
    with store.begin() as unit:
        unit.attachments.add(document)
        unit.attachments.add(replace(document, holding_id=2))
        assert not unit.attachments.drop(1, "a" * 64)
        assert unit.attachments.drop(2, "a" * 64)
        assert list(unit.attachments.all()) == []


def test_a_batch_knows_which_drafts_it_made_until_they_are_erased(
    store: Store, now: datetime
) -> None:
    from olapp.domain.declaration import Declaration

    with store.begin() as unit:
        batch = unit.batches.add("terms", at=now)
        draft = unit.drafts.add(Declaration(), at=now)
        unit.batches.add_draft(batch, 7, draft.id)
        assert unit.batches.drafts(batch) == {7: draft.id}
        assert unit.batches.all() == ((batch, now, "terms"),)
        unit.drafts.trash(draft.id, at=now)
        unit.drafts.erase(draft.id)
        assert unit.batches.drafts(batch) == {}
        unit.batches.remove(batch)
        assert unit.batches.all() == ()
