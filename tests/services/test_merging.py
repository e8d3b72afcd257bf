"""What a file says of a patent, laid over what the desk knows of it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olapp.domain.holding import (
    Attribute,
    Encumbrance,
    EncumbranceKind,
    Holding,
    LegalEvent,
    Licence,
    Origin,
    Owner,
    RightState,
)
from olapp.domain.money import Rate
from olapp.domain.origins import HAND, origin_of, stamped
from olapp.domain.patent import LicenceKind, Patent, PatentStatus
from olapp.services.merging import Laid, fact, fresh, laid_over, with_facts, with_told

JANUARY = Origin(source="incopat", name="一月.xlsx", as_of=date(2026, 1, 1))
JUNE = Origin(source="patsnap", name="六月.xlsx", as_of=date(2026, 6, 1))
TYPED = Origin(source=HAND, as_of=date(2026, 3, 1))
PLEDGE = Encumbrance(
    kind=EncumbranceKind.PLEDGE, party="示例银行", number="Y2024330000123", since=date(2024, 5, 1)
)
GRANT = LegalEvent(on=date(2022, 1, 4), code="GR01", name="授权")
TRANSFER = LegalEvent(on=date(2023, 7, 7), code="TR01", name="专利权的转移")


def laid(kept: Holding, origin: Origin = JUNE, **facts: object) -> Laid:
    paths = {name.replace("__", "."): value for name, value in facts.items()}
    return laid_over(kept, with_facts(Holding(), paths), tuple(paths), origin)


def known(origin: Origin = JANUARY, **facts: object) -> Holding:
    paths = {name.replace("__", "."): value for name, value in facts.items()}
    return fresh(with_facts(Holding(), paths), paths, origin)


def test_events_of_two_files_stand_side_by_side() -> None:
    found = laid(known(events=(GRANT,)), events=(TRANSFER, GRANT))
    assert found.holding.events == (GRANT, TRANSFER)
    older = laid(known(JUNE, events=(GRANT,)), JANUARY, events=(TRANSFER,))
    assert older.holding.events == (GRANT, TRANSFER)
    assert not older.held


def test_a_typed_list_that_only_grows_stays_typed() -> None:
    found = laid(known(TYPED, tags=("核心",)), tags=("2026盘点",))
    assert found.holding.tags == ("核心", "2026盘点")
    assert origin_of(found.holding, "tags") == replace(TYPED, paths=("tags",))


def test_a_typed_attribute_of_one_name_is_not_overwritten() -> None:
    kept = known(TYPED, attributes=(Attribute(name="经费", value="横向"),))
    found = laid(kept, attributes=(Attribute(name="经费", value="纵向"),))
    assert found.holding == kept
    (held,) = found.held
    taken = with_told(found.holding, {held.path: held.told}, JUNE)
    assert taken.attributes == (Attribute(name="经费", value="纵向"),)


def test_a_pledge_that_a_younger_file_ends_is_the_same_pledge() -> None:
    told = replace(PLEDGE, since=None, party=None, until=date(2026, 4, 1))
    found = laid(known(encumbrances=(PLEDGE,)), encumbrances=(told,))
    assert found.holding.encumbrances == (replace(PLEDGE, until=date(2026, 4, 1)),)


@pytest.mark.parametrize("with_events", [True, False])
def test_licences_not_told_of_stay_only_when_the_file_tells_events(with_events: bool) -> None:
    old = Licence(kind=LicenceKind.EXCLUSIVE, licensee="示例公司", number="X2020330000001")
    new = Licence(kind=LicenceKind.ORDINARY, licensee="另一公司", number="X2024330000002")
    facts: dict[str, object] = {"licences": (new,)}
    if with_events:
        facts["events"] = (TRANSFER,)
    found = laid(known(licences=(old,)), JUNE, **facts)
    assert found.holding.licences == ((new, old) if with_events else (new,))


def test_a_new_owner_takes_the_place_of_the_one_before_but_owners_of_once_stay() -> None:
    once = Owner(name="前手公司", until=date(2019, 1, 1))
    share = Owner(name="示例大学", share=Rate.of("60"))
    found = laid(known(owners=(share, once)), owners=(Owner(name="示例大学"), Owner(name="新公司")))
    assert found.holding.owners == (share, Owner(name="新公司"), once)


def test_a_status_is_held_whole() -> None:
    kept = stamped(known(state_words="授权", state=RightState.IN_FORCE), ["state"], TYPED)
    found = laid(
        kept,
        state=RightState.DEAD,
        state_words="未缴年费",
        patent__status=PatentStatus.TERMINATED,
    )
    assert found.holding == kept
    assert {held.path for held in found.held} == {"state", "state_words", "patent.status"}
    assert {held.origin.source for held in found.held} == {HAND}


def test_what_a_file_leaves_open_is_not_taken_for_an_answer() -> None:
    kept = known(patent__title="一种装置", applicants=("示例大学",))
    found = laid(kept, patent__title=None, applicants=(), address="")
    assert found.is_same


def test_false_is_an_answer() -> None:
    found = laid(known(patent__is_pledged=True), patent__is_pledged=False)
    assert found.holding.patent.is_pledged is False


def test_facts_nobody_vouches_for_get_the_file_as_their_source() -> None:
    found = laid(Holding(patent=Patent(title="一种装置")), patent__title="一种装置")
    assert not found.changes
    assert origin_of(found.holding, "patent.title") is not None


NAMES = st.sampled_from(["示例大学", "示例公司", "Example Ltd", "示例 公司"])
DAYS = st.dates(date(2019, 1, 1), date(2026, 1, 1))
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "patent.title": st.sampled_from(["一种装置", "一种 装置", "Device", "另一种装置"]),
        "patent.filed_on": DAYS,
        "patent.status": st.sampled_from(PatentStatus),
        "state": st.sampled_from(RightState),
        "state_words": st.sampled_from(["授权", "公开", "未缴年费"]),
        "applicants": st.lists(NAMES, max_size=3).map(tuple),
        "owners": st.lists(st.builds(Owner, name=NAMES, until=st.none() | DAYS), max_size=3).map(
            tuple
        ),
        "encumbrances": st.lists(
            st.builds(
                Encumbrance,
                kind=st.sampled_from(EncumbranceKind),
                number=st.none() | st.sampled_from(["Y1", "Y2"]),
                until=st.none() | DAYS,
            ),
            max_size=3,
        ).map(tuple),
        "events": st.lists(
            st.builds(
                LegalEvent, on=DAYS, code=st.sampled_from(["GR01", ""]), name=NAMES, detail=NAMES
            ),
            max_size=3,
        ).map(tuple),
        "attributes": st.lists(
            st.builds(Attribute, name=st.sampled_from(["经费", "院系"]), value=NAMES), max_size=2
        ).map(tuple),
        "tags": st.lists(NAMES, max_size=2).map(tuple),
    },
)
ORIGINS = st.builds(
    Origin,
    source=st.sampled_from([HAND, "incopat", "lens"]),
    name=st.sampled_from(["", "a.xlsx"]),
    as_of=st.none() | DAYS,
)


@given(st.lists(st.tuples(FACTS, ORIGINS), max_size=3), FACTS, DAYS)
def test_a_file_taken_in_twice_changes_nothing_the_second_time(
    before: list[tuple[dict[str, object], Origin]], told: dict[str, object], day: date
) -> None:
    kept = Holding()
    for facts, origin in before:
        kept = stamped(with_facts(kept, facts), facts, origin)
    telling = with_facts(Holding(), told)
    origin = Origin(source="incopat", name="清单.xlsx", as_of=day)
    once = laid_over(kept, telling, tuple(told), origin)
    twice = laid_over(once.holding, telling, tuple(told), origin)
    assert twice.is_same
    assert twice.holding == once.holding
    for held in once.held:
        assert fact(once.holding, held.path) == fact(kept, held.path)
    paths = [path for each in once.holding.origins for path in each.paths]
    assert len(paths) == len(set(paths))


@given(FACTS, FACTS, DAYS)
def test_a_typed_fact_is_never_lost_unless_a_person_takes_the_file(
    typed: dict[str, object], told: dict[str, object], day: date
) -> None:
    kept = stamped(with_facts(Holding(), typed), typed, TYPED)
    origin = Origin(source="incopat", name="清单.xlsx", as_of=day)
    found = laid_over(kept, with_facts(Holding(), told), tuple(told), origin)
    for path, value in typed.items():
        after = fact(found.holding, path)
        if isinstance(value, tuple):
            assert set(value) <= set(after)
        else:
            assert after == value
    for held in found.held:
        taken = with_told(found.holding, {held.path: held.told}, origin)
        assert fact(taken, held.path) == held.told
