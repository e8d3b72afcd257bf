from dataclasses import FrozenInstanceError, replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from olapp.domain.declaration import Declaration
from olapp.domain.fee import FeeTerms
from olapp.domain.lifecycle import DraftState
from olapp.domain.money import Rate, Yuan
from olapp.domain.party import Party
from olapp.domain.patent import Patent
from olapp.persistence.database import Store
from olapp.persistence.kept import DraftQuery, Order
from olapp.persistence.troubles import Gone, StaleWrite

SECOND = timedelta(seconds=1)


def titled(title: str, number: str = "", *names: str) -> Declaration:
    return Declaration(
        patent=Patent(title=title, number=number or None),
        patentees=tuple(Party(name=name) for name in names),
    )


def ids(store: Store, **words: object) -> list[int]:
    with store.read() as unit:
        return [row.id for row in unit.drafts.find(DraftQuery(**words))]  # type: ignore[arg-type]


def test_a_declaration_comes_back_equal_after_closing(
    path: Path, declaration: Declaration, now: datetime
) -> None:
    with Store.open(path) as store, store.begin() as unit:
        kept = unit.drafts.add(declaration, at=now, form_revision="2024-01")
    with Store.open(path) as store, store.read() as unit:
        found = unit.drafts.get(kept.id)
    assert found == kept
    assert found.document == declaration
    assert found.document.fee.entry_fee == Yuan.of("90071992547409.93")
    assert (found.version, found.created_at, found.form_revision) == (1, now, "2024-01")


def test_a_text_of_a_million_characters_comes_back(store: Store, now: datetime) -> None:
    text = "𬭎说明\n" * 250_000
    document = Declaration(explanation=text, patent=Patent(title=text))
    with store.begin() as unit:
        kept = unit.drafts.add(document, at=now)
    with store.read() as unit:
        assert unit.drafts.get(kept.id).document == document
        assert len(unit.drafts.find()[0].title) < 1000


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    amount=st.decimals(-(10**15), 10**15, places=6),
    rate=st.decimals(0, 100, places=9),
    text=st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
)
def test_any_amount_rate_and_text_come_back_exactly(
    store: Store, now: datetime, amount: Decimal, rate: Decimal, text: str
) -> None:
    fee = FeeTerms(amount=Yuan(amount), rate=Rate(rate))
    document = Declaration(
        fee=fee,
        explanation=text,
        patent=Patent(title=text, number=text),
        patentees=(Party(name=text),),
    )
    with store.begin() as unit:
        kept = unit.drafts.add(document, at=now)
    with store.read() as unit:
        assert unit.drafts.get(kept.id).document == document
        assert kept.id in {row.id for row in unit.drafts.find(limit=1000)}
        unit.drafts.find(DraftQuery(text=text))


def test_each_change_makes_a_version_and_no_change_makes_none(
    store: Store, declaration: Declaration, now: datetime
) -> None:
    changed = replace(declaration, territory="中国境内")
    with store.begin() as unit:
        first = unit.drafts.add(declaration, at=now)
        second = unit.drafts.keep(first.id, changed, version=first.version, at=now + SECOND)
        third = unit.drafts.keep(first.id, changed, version=second.version, at=now + 2 * SECOND)
    assert (second.version, second.document, second.changed_at) == (2, changed, now + SECOND)
    assert third == second


def test_a_change_on_top_of_an_old_version_is_refused_and_carries_both(
    store: Store, declaration: Declaration, now: datetime
) -> None:
    theirs, mine = (replace(declaration, territory=name) for name in ("全国", "广东省"))
    with store.begin() as unit:
        first = unit.drafts.add(declaration, at=now)
    with store.begin() as unit:
        unit.drafts.keep(first.id, theirs, version=1, at=now)
    with pytest.raises(StaleWrite) as caught, store.begin() as unit:
        unit.drafts.keep(first.id, mine, version=1, at=now)
    assert caught.value.mine == mine
    assert caught.value.theirs.document == theirs
    assert caught.value.theirs.version == 2
    with store.read() as unit:
        assert unit.drafts.get(first.id).document == theirs


def test_the_same_change_made_twice_is_no_conflict(
    store: Store, declaration: Declaration, now: datetime
) -> None:
    changed = replace(declaration, territory="全国")
    with store.begin() as unit:
        draft = unit.drafts.add(declaration, at=now)
        once = unit.drafts.keep(draft.id, changed, version=1, at=now)
        assert unit.drafts.keep(draft.id, changed, version=1, at=now) == once


def test_a_unit_that_fails_leaves_nothing(store: Store, now: datetime) -> None:
    with pytest.raises(ZeroDivisionError), store.begin() as unit:
        assert unit.drafts.add(titled("杯子"), at=now).version / 0
    assert ids(store) == []


def test_a_unit_that_only_looks_keeps_nothing(store: Store, now: datetime) -> None:
    with store.read() as unit:
        unit.drafts.add(titled("杯子"), at=now)
    assert ids(store) == []


def test_a_moment_without_a_zone_is_refused(store: Store, now: datetime) -> None:
    with pytest.raises(Exception, match="zone"), store.begin() as unit:
        unit.drafts.add(titled("杯子"), at=now.replace(tzinfo=None))


@pytest.mark.parametrize(
    "text",
    [
        "ZL202010123456.2",
        "zl 2020 1 0123456.2",
        "ＺＬ２０２０１０１２３４５６．２",
        "2020101234562",
        "CN202010123456",
        "0123456.2",
        "CN 112345678 B",
        "112345678",
        "第一连接",
        "𬭎合金",
        "㛃𬭎",
        "kenzaburō ŌE",
        "合金 科技",
    ],
)
def test_a_draft_is_found_by_title_number_in_any_spelling_and_name(
    store: Store, declaration: Declaration, now: datetime, text: str
) -> None:
    with store.begin() as unit:
        wanted = unit.drafts.add(declaration, at=now)
        unit.drafts.add(titled("别的东西", "ZL201710601862.3", "李四"), at=now)
    assert ids(store, text=text) == [wanted.id]


@pytest.mark.parametrize("text", ["100%", "_", "%", "\\", "' OR 1=1 --", "ZL", "\ud800"])
def test_signs_with_a_meaning_to_databases_have_none_in_a_search(
    store: Store, now: datetime, text: str
) -> None:
    with store.begin() as unit:
        unit.drafts.add(titled("杯子", "", "张三"), at=now)
    assert ids(store, text=text) == []


@pytest.mark.parametrize("text", ["", " ", "\0", "\u200b"])
def test_a_search_for_nothing_that_can_be_seen_lists_all(
    store: Store, now: datetime, text: str
) -> None:
    with store.begin() as unit:
        unit.drafts.add(titled("杯子", "", "张三"), at=now)
    assert ids(store, text=text) == [1]


def test_a_megabyte_pasted_into_the_search_finds_nothing_and_breaks_nothing(store: Store) -> None:
    assert ids(store, text="x1" * 500_000) == []


def test_lists_are_filtered_sorted_and_paged(store: Store, now: datetime) -> None:
    with store.begin() as unit:
        for place, title in enumerate(["丙", "甲", "乙"]):
            unit.drafts.add(titled(title, f"{3 - place}"), at=now + place * SECOND)
        unit.drafts.mark(2, DraftState.FILED)
        unit.drafts.make_template(3)
    with store.read() as unit:
        find = unit.drafts.find
        assert [row.id for row in find()] == [3, 2, 1]
        assert [row.id for row in find(is_reversed=True)] == [1, 2, 3]
        assert [row.title for row in find(order=Order.TITLE)] == sorted(["丙", "甲", "乙"])
        assert [row.number for row in find(order=Order.NUMBER)] == ["1", "2", "3"]
        assert [row.id for row in find(offset=1, limit=1)] == [2]
        assert [row.id for row in find(DraftQuery(state=DraftState.FILED))] == [2]
        assert [row.id for row in find(DraftQuery(is_template=True))] == [3]
        assert unit.drafts.count(DraftQuery(is_template=False)) == 2


def test_a_list_shows_frozen_values(store: Store, declaration: Declaration, now: datetime) -> None:
    with store.begin() as unit:
        unit.drafts.add(declaration, at=now)
        (row,) = unit.drafts.find()
    assert row.number == "2020101234562"
    assert row.patentees == ("北京㛃𬭎科技有限公司", "Ōe Kenzaburō")
    with pytest.raises(FrozenInstanceError):
        row.title = ""  # type: ignore[misc]


def test_the_trash_hides_a_draft_and_gives_it_back_whole(
    store: Store, declaration: Declaration, now: datetime
) -> None:
    with store.begin() as unit:
        draft = unit.drafts.add(declaration, at=now)
        unit.drafts.trash(draft.id, at=now)
    assert ids(store) == []
    assert ids(store, trashed=True) == [draft.id]
    with store.begin() as unit:
        assert unit.drafts.get(draft.id).trashed_at == now
        unit.drafts.restore(draft.id)
    with store.read() as unit:
        assert unit.drafts.get(draft.id) == draft


def test_only_what_is_in_the_trash_can_be_erased(
    store: Store, declaration: Declaration, now: datetime
) -> None:
    with store.begin() as unit:
        draft = unit.drafts.add(declaration, at=now)
        with pytest.raises(Gone):
            unit.drafts.erase(draft.id)
        unit.drafts.trash(draft.id, at=now)
        unit.drafts.erase(draft.id)
        assert unit.drafts.history(draft.id) == ()
        with pytest.raises(Gone):
            unit.drafts.keep(draft.id, declaration, version=1, at=now)


def test_a_key_is_never_given_out_twice(store: Store, now: datetime) -> None:
    with store.begin() as unit:
        first = unit.drafts.add(titled("甲"), at=now)
        unit.drafts.trash(first.id, at=now)
        unit.drafts.erase(first.id)
        assert unit.drafts.add(titled("乙"), at=now).id != first.id
