import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from babel.messages.pofile import read_po

from olapp.domain.declaration import Declaration, Period, PeriodMode, Undertakings
from olapp.domain.fee import FeeMethod, FeeTerms
from olapp.domain.party import Agency, IdentityKind, Origin, Party, PartyKind
from olapp.domain.patent import PatentKind
from olapp.domain.paths import get, put
from olapp.forms.declaration import DECLARATION, UNDERTAKINGS
from olapp.forms.spec import Field, Group, Label
from olapp.law.rule import Setting, check
from olapp.law.rules import all_rules
from olapp.law.statute import Law, shipped_law

ROOT = Path(__file__).resolve().parents[2]
HANZI = re.compile(r"[\u3400-\u9fff]")


def places(kind: type, before: str = "") -> Iterator[str]:
    """Every place a value can stand in, the items of a group written with a star."""
    for name, hint in get_type_hints(kind).items():
        inner: Any = next((part for part in (hint, *get_args(hint)) if is_dataclass(part)), None)
        place = f"{before}{name}"
        if inner is None:
            yield place
        else:
            yield from places(inner, place + ("." if inner is hint else ".*."))


def asked() -> Iterator[tuple[str, Field]]:
    for item in DECLARATION.items():
        if isinstance(item, Group):
            yield from ((f"{item.path}.*.{field.path}", field) for field in item.fields)
        else:
            yield item.path, item


def labels() -> Iterator[Label]:
    for section in DECLARATION.sections:
        yield section.label
        for item in section.items:
            yield item.label
            if isinstance(item, Group):
                yield from (field.label for field in item.fields)


def shown(document: Declaration, section: str) -> set[str]:
    found = next(each for each in DECLARATION.sections if each.key == section)
    return {item.path for item in found.items if item.shown(document)}


def shown_of(party: Party) -> set[str]:
    group = next(item for item in DECLARATION.items() if item.path == "patentees")
    assert isinstance(group, Group)
    return {field.path for field in group.fields if field.shown(party)}


def test_every_value_of_a_declaration_is_asked_for_once() -> None:
    wanted = [place for place in places(Declaration) if not place.startswith("unreadable")]
    assert sorted(place for place, _ in asked()) == sorted(wanted)


def test_the_boxes_of_the_office_come_in_their_order() -> None:
    numbered = [section for section in DECLARATION.sections if section.number]
    assert [section.number for section in numbered] == [str(n) for n in range(1, 11)]
    assert [section.label.zh for section in numbered] == [
        "专利信息",
        "专利代理机构",
        "许可方承诺",
        "自行实施情况",
        "许可他人实施情况",
        "专利许可期限",
        "许可使用费支付方式、标准",
        "其他约定事项",
        "许可方联系方式",
        "专利权人或者专利代理机构签章",
    ]


def test_the_form_follows_the_way_a_person_works() -> None:
    keys = [section.key for section in DECLARATION.sections]
    assert keys[:4] == ["patent", "status", "report", "agency"]
    assert keys.index("explanation") == keys.index("fee") + 1
    assert keys[-2:] == ["enclosures", "filing"]


def test_every_label_is_chinese_with_an_english_term() -> None:
    for label in labels():
        assert HANZI.search(label.zh), label
        assert label.en, label
        assert not HANZI.search(label.en), label


def test_every_field_explains_itself_briefly() -> None:
    for place, field in asked():
        sentences = re.findall(r"[.;?](?:\s|$)", field.help)
        assert field.help.endswith("."), place
        assert 1 <= len(sentences) <= 4, place
        assert len(field.help) <= 260, place


def test_help_is_translated() -> None:
    path = ROOT / "resources" / "locale" / "zh" / "LC_MESSAGES" / "forms.po"
    with path.open("rb") as file:
        said = {message.id for message in read_po(file) if message.id and message.string}
    helps = {field.help for _, field in asked()}
    helps |= {section.help for section in DECLARATION.sections}
    helps |= {item.help for item in DECLARATION.items()}
    assert not sorted(helps - said - {""})


def test_each_undertaking_has_one_sentence() -> None:
    assert list(UNDERTAKINGS) == [item.name for item in fields(Undertakings)]
    assert all(label.zh.endswith("。") for label in UNDERTAKINGS.values())


ROYALTY = {
    "fee.base",
    "fee.base_definition",
    "fee.rate",
    "fee.steps",
    "fee.account_period",
    "fee.floor",
    "fee.ceiling",
    "fee.inspection",
    "fee.payment_days",
}
PAID = {"fee.currency", "fee.payee"}
ALWAYS = {"fee.method", "fee.same_for_all", "fee.remarks"}


@pytest.mark.parametrize(
    ("method", "more"),
    [
        (None, set()),
        (FeeMethod.FREE, set()),
        (FeeMethod.LUMP_SUM, PAID | {"fee.amount", "fee.payment_days"}),
        (FeeMethod.INSTALMENTS, PAID | {"fee.amount", "fee.instalments"}),
        (FeeMethod.YEARLY, PAID | {"fee.yearly_amount", "fee.payment_days"}),
        (FeeMethod.ROYALTY, PAID | ROYALTY),
        (
            FeeMethod.ENTRY_AND_ROYALTY,
            PAID | ROYALTY | {"fee.entry_fee", "fee.entry_fee_creditable"},
        ),
    ],
)
def test_box_7_shows_what_its_method_needs(method: FeeMethod | None, more: set[str]) -> None:
    document = Declaration(fee=FeeTerms(method=method))
    assert shown(document, "fee") == ALWAYS | more


def test_steps_take_the_place_of_the_single_rate(stepped: FeeTerms) -> None:
    assert "fee.rate" not in shown(Declaration(fee=stepped), "fee")


def test_a_body_is_asked_for_its_code_and_a_person_for_a_document() -> None:
    body = shown_of(Party(kind=PartyKind.ENTITY, origin=Origin.MAINLAND))
    person = shown_of(Party(kind=PartyKind.PERSON, origin=Origin.MAINLAND))
    assert {"credit_code", "is_short_form"} <= body
    assert not body & {"identity_kind", "identity_number", "nationality", "original_name"}
    assert {"identity_kind", "identity_number"} <= person
    assert not person & {"credit_code", "is_short_form", "nationality", "resides_in_mainland"}


@pytest.mark.parametrize("origin", [Origin.FOREIGN, Origin.HK_MACAO_TAIWAN])
def test_parties_from_elsewhere_say_where_they_belong(origin: Origin) -> None:
    assert {"nationality", "original_name", "resides_in_mainland"} <= shown_of(Party(origin=origin))
    assert "credit_code" not in shown_of(Party(kind=PartyKind.ENTITY, origin=origin))


def test_what_was_filled_in_stays_in_sight_when_it_no_longer_applies() -> None:
    party = Party(
        kind=PartyKind.ENTITY, identity_kind=IdentityKind.PASSPORT, identity_number="E12345678"
    )
    assert {"identity_kind", "identity_number"} <= shown_of(party)


def test_identity_numbers_are_masked() -> None:
    masked = [place for place, field in asked() if field.masked]
    assert masked == ["patentees.*.identity_number"]


def test_an_invention_is_not_asked_for_an_evaluation_report() -> None:
    patent = Declaration().patent
    for kind in PatentKind:
        document = Declaration(patent=replace(patent, kind=kind))
        assert bool(shown(document, "report")) == (kind is not PatentKind.INVENTION)


def test_the_pledgee_is_asked_for_when_there_is_a_pledge() -> None:
    pledged = put(Declaration(), "patent.is_pledged", True)
    pledge = {"patent.pledgee", "patent.pledgee_consented_on"}
    assert pledge <= shown(pledged, "status")
    assert not pledge & shown(Declaration(), "status")


def test_without_an_agency_box_2_closes_unless_something_is_left_in_it() -> None:
    closed = Declaration(agency_acts=False)
    assert shown(closed, "agency") == {"agency_acts"}
    assert "agency.name" in shown(Declaration(), "agency")
    assert "agency.name" in shown(replace(closed, agency=Agency(name="示例代理")), "agency")


def test_the_period_asks_for_a_day_or_for_years() -> None:
    dated = Declaration(period=Period(mode=PeriodMode.FIXED_END, years=3))
    relative = Declaration(period=Period(mode=PeriodMode.YEARS, end=date(2030, 1, 1)))
    assert shown(dated, "period") == {"period.mode", "period.start", "period.end"}
    assert shown(relative, "period") == {"period.mode", "period.start", "period.years"}


def test_only_several_patentees_have_a_representative() -> None:
    one, two = (Declaration(patentees=(Party(),) * count) for count in (1, 2))
    assert not {"representative", "has_owners_agreement"} & shown(one, "patent")
    assert {"representative", "has_owners_agreement"} <= shown(two, "patent")


def test_the_explanation_counts_to_what_the_guidelines_say(law: Law, today: date) -> None:
    found = DECLARATION.item_at("explanation")
    assert found is not None
    assert isinstance(found[1], Field)
    assert found[1].limit == law.parameter("explanation.characters", today).value == 2000
    assert found[1].multiline


@pytest.fixture(scope="module")
def law() -> Law:
    return shipped_law()


def suggestions() -> list[tuple[str, str]]:
    return [(place, text) for place, field in asked() for text in field.suggestions]


@pytest.mark.parametrize(("place", "text"), suggestions())
def test_a_suggested_text_breaks_no_rule(
    place: str, text: str, full: Declaration, today: date, law: Law
) -> None:
    before = put(full, place, None)
    after = put(full, place, text)
    said = {(found.code, found.field) for found in findings(before, law, today)}
    new = [found for found in findings(after, law, today) if found.field == place]
    assert not [found.code for found in new if (found.code, place) not in said]
    assert get(after, place) == text


def findings(document: Declaration, law: Law, today: date) -> Any:
    return check(document, Setting(law, today), all_rules())


def test_sections_are_told_apart_by_their_keys() -> None:
    keys = [section.key for section in DECLARATION.sections]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("path", ["patent.fees_paid_through", "period.years"])
def test_an_example_of_years_is_a_number_of_years_that_a_patent_has(path: str) -> None:
    found = DECLARATION.item_at(path)
    assert found is not None
    assert isinstance(found[1], Field)
    assert 0 < int(found[1].example) < 10
