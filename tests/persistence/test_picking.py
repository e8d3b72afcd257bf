from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from olapp.domain.party import Agency, Attorney, Contact, Party, PartyKind
from olapp.domain.patent import Patent
from olapp.persistence.database import Store

DAY = timedelta(days=1)


@pytest.fixture
def company() -> Party:
    return Party(
        kind=PartyKind.ENTITY,
        name="北京某某科技有限公司",
        credit_code="91110108MA01ABCD2X",
        address="北京市海淀区",
    )


def test_a_party_is_offered_by_the_beginning_middle_or_code_of_its_name(
    store: Store, company: Party, now: datetime
) -> None:
    with store.begin() as unit:
        unit.parties.remember(company, at=now)
        unit.parties.remember(Party(name="上海某某公司"), at=now)
        for text in ("北京", "北京某某", "科技", "91110108ma01", "９１１１０１０８"):
            (found,) = unit.parties.pick(Party, text)
            assert found.value == company
        assert unit.parties.pick(Party, "广州") == ()


def test_the_beginning_comes_before_the_middle_and_then_the_last_used(
    store: Store, now: datetime
) -> None:
    with store.begin() as unit:
        for days, name in enumerate(["某某甲", "北京某某", "某某乙"]):
            unit.parties.remember(Party(name=name), at=now + days * DAY)
        names = [known.value.name for known in unit.parties.pick(Party, "某某")]
        everybody = [known.value.name for known in unit.parties.pick(Party, limit=2)]
    assert names == ["某某乙", "某某甲", "北京某某"]
    assert everybody == ["某某乙", "北京某某"]


def test_a_party_remembered_again_takes_the_place_of_the_old_one(
    store: Store, company: Party, now: datetime
) -> None:
    moved = replace(company, address="上海市")
    with store.begin() as unit:
        unit.parties.remember(replace(company, credit_code=None), at=now)
        unit.parties.remember(company, at=now)
        unit.parties.remember(moved, at=now + DAY)
        (found,) = unit.parties.pick(Party)
    assert found.value == moved
    assert found.used_at == now + DAY


def test_two_persons_of_one_name_stay_two(store: Store, now: datetime) -> None:
    with store.begin() as unit:
        for number in ("11010519491231002X", "440524188001010014"):
            unit.parties.remember(Party(name="张三", identity_number=number), at=now)
        assert len(unit.parties.pick(Party, "张三")) == 2


def test_what_belongs_to_one_filing_is_not_remembered(
    store: Store, company: Party, now: datetime
) -> None:
    signed = replace(company, consented_on=date(2026, 1, 1), has_identity_proof=True)
    with store.begin() as unit:
        known = unit.parties.remember(signed, at=now)
        assert known is not None
        assert known.value == company
        assert unit.parties.pick(Party)[0].value == company


def test_agencies_and_contacts_are_kept_apart_from_parties(store: Store, now: datetime) -> None:
    agency = Agency(name="某某代理", code="11000", attorneys=(Attorney(name="王五"),))
    contact = Contact(name="某某", phone="010-12345678")
    with store.begin() as unit:
        unit.parties.remember(agency, at=now)
        unit.parties.remember(contact, at=now)
        assert unit.parties.pick(Agency, "某某")[0].value == agency
        assert unit.parties.pick(Contact, "某某")[0].value == contact
        assert unit.parties.pick(Party, "某某") == ()


def test_nobody_without_a_name_is_remembered_and_one_can_be_forgotten(
    store: Store, company: Party, now: datetime
) -> None:
    with store.begin() as unit:
        assert unit.parties.remember(Party(), at=now) is None
        known = unit.parties.remember(company, at=now)
        assert known is not None
        unit.parties.forget(known.id)
        assert unit.parties.pick(Party) == ()


def test_a_patent_is_offered_by_number_or_title(store: Store, now: datetime) -> None:
    cup = Patent(number="ZL 202010123456.2", title="一种杯子", publication_number="CN112345678B")
    with store.begin() as unit:
        unit.patents.remember(cup, at=now)
        unit.patents.remember(Patent(number="201710601862.3", title="盖子和杯子"), at=now)
        for text in ("zl2020", "2020 1 012", "一种", "CN112345678"):
            assert [known.value for known in unit.patents.pick(text)] == [cup]
        assert [known.value.title for known in unit.patents.pick("杯子")] == [
            "盖子和杯子",
            "一种杯子",
        ]
        found = unit.patents.get("CN202010123456.2")
    assert found is not None
    assert found.value == cup


def test_one_entry_a_patent_however_its_number_is_spelt(store: Store, now: datetime) -> None:
    with store.begin() as unit:
        unit.patents.remember(Patent(number="ZL202010123456.2", title="旧"), at=now)
        unit.patents.remember(Patent(number="2020101234562", title="新"), at=now + DAY)
        (known,) = unit.patents.pick()
        assert known.value.title == "新"
        unit.patents.forget(known.id)
        assert unit.patents.pick() == ()


@pytest.mark.parametrize("number", [None, "", "ZL2020", "杯子"])
def test_a_patent_without_a_readable_number_is_not_remembered(
    store: Store, now: datetime, number: str | None
) -> None:
    with store.begin() as unit:
        assert unit.patents.remember(Patent(number=number, title="杯子"), at=now) is None
        assert unit.patents.pick() == ()
