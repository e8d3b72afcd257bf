import re
from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest

from olapp.domain.holding import (
    Attribute,
    Encumbrance,
    EncumbranceKind,
    FeeReduction,
    Holding,
    LegalEvent,
    Licence,
    Notice,
    NoticeKind,
    Offer,
    Origin,
    Owner,
    Payment,
    RightState,
)
from olapp.domain.money import Rate, Yuan
from olapp.domain.patent import LicenceKind, Patent
from olapp.forms.holding import HOLDING
from olapp.forms.holding_sheet import (
    HoldingSheet,
    OwnerLine,
    PaymentLine,
    holding_of,
    lacking,
    sheet_of,
)
from olapp.forms.law_choices import LAW_CHOICES
from olapp.forms.spec import Field, Group, Label

HANZI = re.compile(r"[\u3400-\u9fff]")
DAY = date(2025, 3, 9)
FULL = Holding(
    patent=Patent(number="2020101234562", title="一种折叠支架", fees_paid_through=4),
    published_as="CN111111111A",
    state=RightState.IN_FORCE,
    applicants=("甲大学",),
    owners=(Owner(name="甲大学", share=Rate.of("60"), since=DAY), Owner(name="乙公司")),
    inventors=("张三", "李四"),
    tags=("重点",),
    attributes=(Attribute(name="项目", value="示例计划"),),
    licences=(Licence(kind=LicenceKind.ORDINARY, licensee="丙公司"),),
    encumbrances=(Encumbrance(kind=EncumbranceKind.PLEDGE, party="示例银行", until=DAY),),
    events=(LegalEvent(on=DAY, name="授权"),),
    payments=(Payment(year=4, paid_on=DAY, amount=Yuan.of("1200")),),
    reduction=FeeReduction(rate=Rate.of("85")),
    offer=Offer(number="示例1", announced_on=DAY),
    notices=(Notice(kind=NoticeKind.CORRECTION, received_on=DAY),),
    origins=(Origin(source="hand", as_of=DAY, paths=("patent.title",)),),
)


def places(kind: type, before: str = "") -> Iterator[str]:
    """Every place a value can stand in, the items of a group written with a star."""
    for name, hint in get_type_hints(kind).items():
        parts = (hint, *get_args(hint))
        inner: Any = next((part for part in parts if is_dataclass(part)), None)
        place = f"{before}{name}"
        if inner is None:
            yield place
        else:
            is_list = get_args(hint)[-1:] == (Ellipsis,)
            yield from places(inner, place + (".*." if is_list else "."))


def asked() -> Iterator[str]:
    for item in HOLDING.items():
        if isinstance(item, Group):
            yield from (f"{item.path}.*.{field.path}" for field in item.fields)
        else:
            yield item.path


def labels() -> Iterator[Label]:
    for section in HOLDING.sections:
        yield section.label
        for item in section.items:
            yield item.label
            if isinstance(item, Group):
                yield from (field.label for field in item.fields)


def test_every_fact_of_a_patent_can_be_seen_and_corrected() -> None:
    wanted = [place for place in places(Holding) if not place.startswith("origins")]
    assert sorted(asked()) == sorted(wanted)


def test_every_label_is_chinese_with_an_english_term() -> None:
    for label in labels():
        assert HANZI.search(label.zh)
        assert not HANZI.search(label.en)


def test_no_two_fields_of_a_section_read_the_same() -> None:
    for section in HOLDING.sections:
        names = [item.label.zh for item in section.items if isinstance(item, Field)]
        assert len(set(names)) == len(names)


def test_what_is_put_on_the_sheet_comes_back_from_it() -> None:
    assert holding_of(sheet_of(FULL), FULL) == FULL
    assert holding_of(sheet_of(Holding()), Holding()) == Holding()


def test_a_line_begun_is_no_fact_before_it_is_whole() -> None:
    sheet = sheet_of(FULL)
    begun = replace(sheet, payments=(*sheet.payments, PaymentLine(year=5)), owners=(OwnerLine(),))
    assert lacking(begun) == ("owners.0.name", "payments.1.paid_on", "payments.1.amount")
    kept = holding_of(begun, FULL)
    assert kept.payments == FULL.payments
    assert kept.owners == ()


def test_a_blank_sheet_lacks_nothing() -> None:
    assert lacking(HoldingSheet()) == ()


def test_a_cleared_country_is_china_again() -> None:
    assert holding_of(HoldingSheet(country=None), Holding()).country == "CN"


@pytest.mark.parametrize("kind", LAW_CHOICES, ids=lambda kind: kind.__name__)
def test_every_choice_of_the_law_has_its_words(kind: Any) -> None:
    words = LAW_CHOICES[kind]
    assert list(words) == list(kind)
    assert len({label.zh for label in words.values()}) == len(words)
    assert all(HANZI.search(label.zh) and not HANZI.search(label.en) for label in words.values())
