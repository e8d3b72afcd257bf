from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from olapp.domain.deadline import Deadline, DeadlineKind
from olapp.domain.finding import Source
from olapp.domain.holding import (
    Attribute,
    Encumbrance,
    EncumbranceKind,
    FeeReduction,
    Holding,
    LegalEvent,
    Licence,
    Offer,
    Origin,
    Owner,
    Payment,
    RightState,
)
from olapp.domain.money import Rate, Yuan
from olapp.domain.patent import LicenceKind, Patent, PatentKind, PatentStatus, Register
from olapp.persistence.database import Store
from olapp.persistence.kept_portfolio import (
    COLUMNS,
    NOT_JUDGED,
    HoldingQuery,
    Index,
    KeptHolding,
    KeptVerdict,
)
from olapp.persistence.troubles import HoldingGone, StaleHolding

RICH = Holding(
    patent=Patent(
        number="2020101234562",
        kind=PatentKind.INVENTION,
        title="一种含𬭎合金的锂电池热管理装置及LED灯",
        filed_on=date(2020, 2, 29),
        granted_on=date(2022, 3, 4),
        publication_number="CN112345678B",
        main_class="H01M10/613",
        status=PatentStatus.IN_FORCE,
        register=Register(checked_on=date(2026, 11, 1), owners=("示例大学",)),
        fees_paid_through=4,
    ),
    published_as="CN112345678A",
    state=RightState.IN_FORCE,
    state_words="专利权维持",
    applicants=("示例大学",),
    owners=(
        Owner(name="示例大学", share=Rate.of("66.67")),
        Owner(name="Ōe 示例有限公司", share=Rate.of("33.33")),
        Owner(name="示例旧主公司", until=date(2023, 1, 1)),
    ),
    inventors=("发明人一", "发明人二"),
    classes=("H01M10/613", "F21K9/00"),
    reference="ZKY-2020-001",
    department="材料学院",
    tags=("储能", "重点"),
    attributes=(Attribute(name="项目", value="示例计划"),),
    remarks="第一行\n第二行",
    licences=(Licence(kind=LicenceKind.ORDINARY, licensee="示例受让厂"), Licence()),
    encumbrances=(Encumbrance(kind=EncumbranceKind.PLEDGE, party="示例银行"),),
    events=(LegalEvent(on=date(2022, 3, 4), code="GR01", name="授权"),),
    payments=(Payment(year=3, paid_on=date(2022, 3, 1), amount=Yuan.of("90071992547409.93")),),
    reduction=FeeReduction(rate=Rate.of(85)),
    offer=Offer(),
    origins=(
        Origin(source="incopat", name="示例.xlsx", as_of=date(2024, 1, 1), paths=("patent.title",)),
    ),
)
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


def added(store: Store, now: datetime, *holdings: Holding) -> list[int]:
    with store.begin() as unit:
        return list(unit.holdings.add_many(((each, NOTHING) for each in holdings), at=now))


def found(store: Store, **query: object) -> list[int]:
    with store.read() as unit:
        return list(unit.holdings.ids(HoldingQuery(**query)))  # type: ignore[arg-type]


def kept(store: Store, key: int) -> KeptHolding:
    with store.read() as unit:
        return unit.holdings.get(key)


@pytest.fixture
def rich(store: Store, now: datetime) -> int:
    """The key of the richest holding."""
    with store.begin() as unit:
        return unit.holdings.add_many([(RICH, INDEX)], at=now)[0]


@pytest.mark.parametrize("holding", [RICH, Holding(), titled("𬭎\n\u200b“引号”")])
def test_a_holding_comes_back_as_it_was_kept(store: Store, now: datetime, holding: Holding) -> None:
    (key,) = added(store, now, holding)
    assert kept(store, key).holding == holding


def test_a_list_shows_the_facts_and_what_the_law_derives(store: Store, rich: int) -> None:
    with store.read() as unit:
        (row,) = unit.holdings.rows([rich])
    assert (row.number, row.title) == ("2020101234562", RICH.patent.title)
    assert (row.kind, row.state) == (PatentKind.INVENTION, RightState.IN_FORCE)
    assert row.owners == ("示例大学", "Ōe 示例有限公司")
    assert row.tags == ("储能", "重点")
    assert (row.expires_on, row.fee_due_on) == (date(2040, 2, 29), date(2027, 3, 1))
    assert (row.fee_year, row.fee_fen) == (5, 120050)
    assert row.as_of == date(2024, 1, 1)


@pytest.mark.parametrize(
    "words",
    [
        "锂",
        "锂电",
        "电池热管",
        "𬭎",
        "含𬭎合金",
        "灯",
        "led",
        "ＬＥＤ灯",
        "装置 大学",
        "示例银行",
        "受让厂",
        "第二行",
        "示例计划",
        "储能",
        "材料学院",
        "h01m",
        "H01M10/613",
        "ōe",
        "ZL 2020 1 0123456.2",
        "ＺＬ２０２０１０１２３４５６．２",
        "202010123456",
        "123456",
        "56",
        "CN 112345678 B",
        "cn112345678a",
        "2345678",
        "zky-2020-001",
        "ZKY",
    ],
)
def test_a_patent_is_found_by_anything_written_on_it(store: Store, rich: int, words: str) -> None:
    assert found(store, text=words) == [rich]


@pytest.mark.parametrize(
    "words", ["池电", "照 装置", "锂池", "管理装配", "ed灯", "201910", "大学示例"]
)
def test_a_patent_is_not_found_by_what_is_not_on_it(store: Store, rich: int, words: str) -> None:
    assert found(store, text=words) == []


def test_a_search_does_not_run_across_two_texts(store: Store, now: datetime) -> None:
    added(store, now, titled("测试用泵", applicants=("甲示例厂",)))
    assert found(store, text="泵甲") == []
    assert found(store, text="泵 甲") == [1]


@pytest.mark.parametrize("words", ["", "  ", "，。", "\u200b", '"', "*"])
def test_nothing_to_search_for_shows_all(store: Store, rich: int, words: str) -> None:
    assert found(store, text=words) == [rich]


@pytest.mark.parametrize(
    "words", ['" OR "', "title:电", "NEAR(电 池)", "电池*", "(", "-电池", "'; --"]
)
def test_signs_of_a_query_language_are_only_text(store: Store, rich: int, words: str) -> None:
    assert found(store, text=words) in ([], [rich])


def test_a_changed_patent_is_found_by_its_new_words_only(
    store: Store, rich: int, now: datetime
) -> None:
    before = kept(store, rich)
    after = replace(RICH, patent=replace(RICH.patent, title="测试用水质监测装置"))
    with store.begin() as unit:
        unit.holdings.keep(before, after, INDEX, at=now)
    assert found(store, text="水质") == [rich]
    assert found(store, text="热管理") == []


@pytest.fixture
def three(store: Store, now: datetime) -> list[int]:
    """Three holdings: two with all of what is asked for below, one of which nothing is known."""
    early = replace(
        RICH,
        patent=replace(RICH.patent, number="201510000018", title="甲", filed_on=date(2015, 1, 1)),
        state=RightState.DEAD,
        department="机械学院",
        tags=("储能二期",),
        origins=(Origin(source="hand", as_of=date(2023, 1, 1), paths=("state",)),),
        owners=RICH.owners[1:],
    )
    with store.begin() as unit:
        items = [
            (RICH, INDEX),
            (Holding(country=""), NOTHING),
            (early, replace(INDEX, fee_year=9, fee_fen=1, deadlines=())),
        ]
        return list(unit.holdings.add_many(items, at=now))


@pytest.mark.parametrize("order", COLUMNS)
def test_a_list_can_be_sorted_by_every_column_and_what_is_not_known_comes_last(
    store: Store, three: list[int], order: str
) -> None:
    with store.read() as unit:
        up = list(unit.holdings.ids(order=order))
        down = list(unit.holdings.ids(order=order, is_reversed=True))
    assert sorted(up) == sorted(down) == three
    if order not in {"changed_at", "verdict", "judged_on"}:
        assert up[-1] == down[-1] == three[1]


def test_a_list_is_sorted_as_days_and_texts_go(store: Store, three: list[int]) -> None:
    with store.read() as unit:
        assert list(unit.holdings.ids(order="filed_on")) == [three[2], three[0], three[1]]
        by_day = unit.holdings.ids(order="filed_on", is_reversed=True)
        assert list(by_day) == [three[0], three[2], three[1]]


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ({"state": RightState.DEAD}, [2]),
        ({"kind": PatentKind.INVENTION}, [0, 2]),
        ({"department": "机械学院"}, [2]),
        ({"department": ""}, [1]),
        ({"tag": "储能"}, [0]),
        ({"due_before": date(2027, 3, 1)}, [0]),
        ({"due_before": date(2027, 2, 28)}, []),
        ({"verdict": NOT_JUDGED}, [0, 1, 2]),
        ({"columns": {"title": "电池"}}, [0]),
        ({"columns": {"title": "%"}}, []),
        ({"columns": {"number": "ZL 2015"}}, [2]),
        ({"columns": {"filed_on": "2015年1月"}}, [2]),
        ({"columns": {"filed_on": "2015.1.2"}}, []),
        ({"columns": {"fee_fen": "1,200.50"}}, [0]),
        ({"columns": {"fee_fen": "无"}}, []),
        ({"columns": {"fee_year": "9"}}, [2]),
        ({"columns": {"kind": "invention", "department": "学院"}}, [0, 2]),
        ({"columns": {"owners": "大学"}, "text": "装置"}, [0]),
        ({"ids": ()}, []),
    ],
)
def test_a_list_shows_what_meets_every_condition(
    store: Store, three: list[int], query: dict[str, object], places: list[int]
) -> None:
    assert sorted(found(store, **query)) == [three[place] for place in places]


def test_totals_add_up(store: Store, three: list[int]) -> None:
    with store.read() as unit:
        totals = unit.holdings.totals()
        assert unit.holdings.count(HoldingQuery(text="储能")) == 2
    assert totals.count == sum(totals.by_state.values()) == sum(totals.by_department.values()) == 3
    assert totals.by_state == {"in-force": 1, "dead": 1, "": 1}
    assert totals.fee_fen == 120051


def test_a_change_makes_a_version_and_leaves_the_one_before(
    store: Store, rich: int, now: datetime
) -> None:
    before = kept(store, rich)
    later = now + timedelta(days=1)
    with store.begin() as unit:
        after = unit.holdings.keep(before, replace(RICH, remarks=None), INDEX, at=later)
        assert unit.holdings.keep(after, after.holding, INDEX, at=later).version == 2
        (past,) = unit.holdings.past(rich)
    assert (after.version, after.changed_at, after.made_at) == (2, later, now)
    assert (past.version, past.since, past.holding) == (1, now, RICH)


def test_a_change_on_top_of_an_old_version_shows_both_and_overwrites_nothing(
    store: Store, rich: int, now: datetime
) -> None:
    before = kept(store, rich)
    theirs, mine = replace(RICH, remarks="甲"), replace(RICH, remarks="乙")
    with store.begin() as unit:
        unit.holdings.keep(before, theirs, INDEX, at=now)
    with pytest.raises(StaleHolding) as caught, store.begin() as unit:
        unit.holdings.keep(before, mine, INDEX, at=now)
    assert caught.value.mine == mine
    assert caught.value.theirs.holding == theirs
    assert kept(store, rich).holding == theirs


def test_a_change_of_a_removed_patent_is_refused(store: Store, rich: int, now: datetime) -> None:
    before = kept(store, rich)
    with store.begin() as unit:
        unit.holdings.remove_many([rich], edit_id=1)
    with pytest.raises(HoldingGone), store.begin() as unit:
        unit.holdings.keep(before, Holding(), NOTHING, at=now)


def test_many_changes_are_kept_all_or_none(store: Store, now: datetime) -> None:
    keys = added(store, now, *(titled(f"测试{number}") for number in range(1200)))
    states = [kept(store, key) for key in keys]

    def changes() -> Iterator[tuple[KeptHolding, Holding, Index]]:
        for state in states[:-1]:
            yield state, replace(state.holding, remarks="新"), NOTHING
        yield replace(states[-1], version=7), Holding(), NOTHING

    with pytest.raises(StaleHolding), store.begin() as unit:
        unit.holdings.keep_many(changes(), at=now)
    assert found(store, text="新") == []
    with store.begin() as unit:
        unit.holdings.keep_many(list(changes())[:-1], at=now)
    assert len(found(store, text="新")) == 1199


def test_a_patent_is_found_by_each_of_its_numbers(store: Store, rich: int) -> None:
    from olapp.persistence.holding_keys import keys_of

    with store.read() as unit:
        by_key = unit.holdings.by_keys([*keys_of(RICH), "none"])
    assert by_key.keys() == set(keys_of(RICH))
    assert {each.id for each in by_key.values()} == {rich}


def test_a_verdict_counts_for_the_facts_that_were_judged(
    store: Store, rich: int, now: datetime
) -> None:
    verdict = KeptVerdict(
        holding_id=rich, version=1, verdict="barred", judged_on=now.date(), codes=("OL-1", "OL-2")
    )
    with store.begin() as unit:
        unit.verdicts.keep_many([replace(verdict, verdict="unknown", codes=())])
        unit.verdicts.keep_many([verdict])
        assert unit.verdicts.get(rich) == verdict
        assert unit.verdicts.grouped() == {("barred", "OL-1"): 1}
        assert unit.verdicts.ids("OL-2") == (rich,)
        assert unit.verdicts.ids("OL-") == ()
    assert found(store, verdict="barred") == [rich]
    with store.begin() as unit:
        unit.holdings.keep(kept(store, rich), replace(RICH, remarks=None), INDEX, at=now)
    assert found(store, verdict="barred") == []
    assert found(store, verdict=NOT_JUDGED) == [rich]


def test_text_no_database_can_hold_is_kept_with_a_sign_in_its_place(
    store: Store, now: datetime
) -> None:
    (key,) = added(store, now, titled("半个\ud83d字", reference="\ud800"))
    assert kept(store, key).holding.patent.title == "半个\ufffd字"
    assert found(store, text="半个") == [key]
