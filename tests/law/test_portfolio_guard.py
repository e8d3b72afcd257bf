"""The guard of a standing offer: what a change breaks is told at once, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from olapp.domain.finding import Finding, Severity
from olapp.domain.holding import (
    Acquisition,
    Encumbrance,
    EncumbranceKind,
    Holding,
    LegalEvent,
    Licence,
    Offer,
    Owner,
    RightState,
)
from olapp.domain.patent import LicenceKind, Patent, PatentKind, PatentStatus
from olapp.law.portfolio import guard
from olapp.law.rule import Setting
from olapp.law.statute import Law, shipped_law

TODAY = date(2026, 6, 1)
PATENT = Patent(
    number="2020101234562",
    kind=PatentKind.INVENTION,
    filed_on=date(2020, 2, 20),
    granted_on=date(2022, 3, 1),
    status=PatentStatus.IN_FORCE,
    fees_paid_through=7,
)
BARE = Holding(patent=PATENT, state=RightState.IN_FORCE, owners=(Owner(name="示例大学"),))
OFFERED = replace(BARE, offer=Offer(announced_on=date(2025, 4, 1), ends_on=date(2029, 12, 31)))
PLEDGE = Encumbrance(kind=EncumbranceKind.PLEDGE, party="示例银行", since=TODAY)
PRESERVED = Encumbrance(kind=EncumbranceKind.PRESERVATION, since=TODAY)
BUYER = Owner(name="示例科技有限公司")


@pytest.fixture(scope="module")
def at() -> Setting:
    law: Law = shipped_law()
    return Setting(law, TODAY)


def codes(found: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in found]


CHANGES = {
    "a pledge": (replace(OFFERED, encumbrances=(PLEDGE,)), ["OL-CHG-04", "OL-WDR-06"]),
    "a preservation": (replace(OFFERED, encumbrances=(PRESERVED,)), ["OL-WDR-06"]),
    "an exclusive licence": (
        replace(OFFERED, licences=(Licence(kind=LicenceKind.EXCLUSIVE),)),
        ["OL-CHG-05", "OL-WDR-06"],
    ),
    "a sole licence": (
        replace(OFFERED, licences=(Licence(kind=LicenceKind.SOLE),)),
        ["OL-CHG-05", "OL-WDR-06"],
    ),
    "an assignment": (
        replace(OFFERED, owners=(replace(BUYER, acquired_by=Acquisition.ASSIGNMENT),)),
        ["OL-CHG-01"],
    ),
    "a merger": (
        replace(OFFERED, owners=(replace(BUYER, acquired_by=Acquisition.OTHERWISE),)),
        ["OL-CHG-03"],
    ),
    "a surrender": (
        replace(OFFERED, patent=replace(PATENT, status=PatentStatus.SURRENDERED)),
        ["OL-CHG-02"],
    ),
    "a late fee": (
        replace(OFFERED, patent=replace(PATENT, fees_paid_through=6)),
        ["OL-WDR-06"],
    ),
    "a lapse": (
        replace(OFFERED, state=RightState.DEAD, patent=replace(PATENT, status=None)),
        ["OL-WDR-06"],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_conflicts_with_a_standing_offer_is_told_the_moment_it_is_recorded(
    at: Setting, name: str
) -> None:
    after, wanted = CHANGES[name]
    assert codes(guard(at, OFFERED, after)) == wanted


@pytest.mark.parametrize("name", CHANGES)
def test_without_a_standing_offer_the_same_change_is_nobodys_business(
    at: Setting, name: str
) -> None:
    after, _ = CHANGES[name]
    assert guard(at, BARE, replace(after, offer=None)) == ()
    withdrawn = Offer(announced_on=date(2025, 4, 1), withdrawn_on=date(2026, 5, 29))
    before = replace(OFFERED, offer=withdrawn)
    assert guard(at, before, replace(after, offer=withdrawn)) == ()


@pytest.mark.parametrize("name", CHANGES)
def test_the_plain_answer_that_a_declaration_stands_is_enough(at: Setting, name: str) -> None:
    after, wanted = CHANGES[name]
    patent = replace(after.patent, has_live_declaration=True)
    before = replace(BARE, patent=replace(PATENT, has_live_declaration=True))
    assert codes(guard(at, before, replace(after, offer=None, patent=patent))) == wanted


def test_a_new_owner_of_whom_nobody_says_how_is_a_question(at: Setting) -> None:
    found = guard(at, OFFERED, replace(OFFERED, owners=(*OFFERED.owners, BUYER)))
    assert codes(found) == ["OL-CHG-01"]
    assert found[0].severity is Severity.UNKNOWN
    assert found[0].field == "owners.1.acquired_by"


def test_an_owner_entered_first_or_spelt_otherwise_is_no_change(at: Setting) -> None:
    nobody = replace(OFFERED, owners=())
    assert guard(at, nobody, OFFERED) == ()
    brackets = replace(OFFERED, owners=(Owner(name="示例（北京）大学"),))
    assert guard(at, brackets, replace(OFFERED, owners=(Owner(name="示例(北京)大学"),))) == ()


def test_a_transfer_in_the_gazette_is_a_question(at: Setting) -> None:
    moved = LegalEvent(on=date(2026, 5, 8), code="TR01", name="专利权的转移")
    found = guard(at, OFFERED, replace(OFFERED, events=(moved,)))
    assert [(each.code, each.severity) for each in found] == [("OL-CHG-01", Severity.UNKNOWN)]


def test_what_was_wrong_before_is_not_told_again(at: Setting) -> None:
    before = replace(OFFERED, encumbrances=(PLEDGE,))
    assert guard(at, before, replace(before, department="化工学院")) == ()
    both = guard(at, before, replace(before, encumbrances=(PRESERVED, PLEDGE)))
    assert [(each.code, each.field) for each in both] == [("OL-WDR-06", "encumbrances.0")]


def test_a_pledge_with_consent_breaks_nothing(at: Setting) -> None:
    agreed = replace(PLEDGE, has_consent_to_open=True)
    assert guard(at, OFFERED, replace(OFFERED, encumbrances=(agreed,))) == ()


def test_an_announcement_recorded_on_a_burdened_patent_tells_of_the_burden(at: Setting) -> None:
    burdened = replace(BARE, encumbrances=(PLEDGE,))
    found = guard(at, burdened, replace(burdened, offer=OFFERED.offer))
    assert codes(found) == ["OL-CHG-04", "OL-WDR-06"]
