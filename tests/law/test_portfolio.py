"""A portfolio judged: what may be opened, what bars it, what is not known."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from olapp.codec import decode, encode
from olapp.domain.declaration import Declaration
from olapp.domain.finding import Severity
from olapp.domain.holding import (
    Encumbrance,
    EncumbranceKind,
    Holding,
    Licence,
    Notice,
    NoticeKind,
    Offer,
    Origin,
    Owner,
    Payment,
    RightState,
)
from olapp.domain.money import Yuan
from olapp.domain.patent import (
    EvaluationReport,
    ExistingLicence,
    LicenceKind,
    Patent,
    PatentKind,
    PatentStatus,
    Register,
    ReportConclusion,
)
from olapp.domain.paths import put
from olapp.domain.sentence import Sentence
from olapp.law.portfolio import Judgement, Verdict, as_declaration, check_holding, judge
from olapp.law.rule import Setting, check
from olapp.law.rules import eligibility, rules_of, validity
from olapp.law.statute import Law, shipped_law

TODAY = date(2026, 9, 1)
FRESH = date(2026, 8, 20)
SOUND = Holding(
    patent=Patent(
        number="2020101234562",
        kind=PatentKind.INVENTION,
        title="一种测试用水质监测装置及方法",
        filed_on=date(2020, 2, 20),
        granted_on=date(2022, 3, 1),
        status=PatentStatus.IN_FORCE,
        fees_paid_through=7,
        fees_checked_on=date(2026, 8, 31),
        is_suspended=False,
        is_pledged=False,
        has_live_declaration=False,
        register=Register(checked_on=FRESH),
    ),
    state=RightState.IN_FORCE,
    owners=(Owner(name="示例大学"),),
    has_licensed=False,
)
MODEL = put(
    put(SOUND, "patent.kind", PatentKind.UTILITY_MODEL),
    "patent.report",
    EvaluationReport(is_attached=True, conclusion=ReportConclusion.MEETS),
)
PLEDGE = Encumbrance(kind=EncumbranceKind.PLEDGE, party="示例银行")


def changed(holding: Holding, **values: Any) -> Holding:
    """The holding with values at dotted places, written with two underscores."""
    for path, value in values.items():
        holding = put(holding, path.replace("__", "."), value)
    return holding


def codes(judgement: Judgement) -> list[str]:
    return [finding.code for finding in judgement.findings]


def in_words(judgement: Judgement) -> str:
    return " ".join(str(Sentence(each.sentence, each.values)) for each in judgement.findings)


def test_a_patent_of_which_all_is_known_and_in_order_can_be_opened(law: Law) -> None:
    assert judge(Setting(law, TODAY), SOUND) == Judgement(Verdict.ELIGIBLE)
    assert judge(Setting(law, TODAY), MODEL) == Judgement(Verdict.ELIGIBLE)


BARRED = {
    "of another office": (changed(SOUND, country="US"), "OL-HLD-01"),
    "pending": (changed(SOUND, state=RightState.PENDING, patent__granted_on=None), "OL-HLD-02"),
    "granted tomorrow": (changed(SOUND, patent__granted_on=date(2026, 9, 2)), "OL-ELIG-01"),
    "an application that came to nothing": (
        changed(SOUND, state=RightState.DEAD, patent__granted_on=None, patent__status=None),
        "OL-HLD-04",
    ),
    "terminated": (changed(SOUND, patent__status=PatentStatus.TERMINATED), "OL-ELIG-06"),
    "dead by the list": (
        changed(SOUND, state=RightState.DEAD, patent__status=None),
        "OL-ELIG-06",
    ),
    "surrendered": (changed(SOUND, patent__status=PatentStatus.SURRENDERED), "OL-ELIG-06"),
    "wholly invalid": (changed(SOUND, patent__status=PatentStatus.WHOLLY_INVALID), "OL-ELIG-10"),
    "expired": (changed(SOUND, patent__filed_on=date(2006, 9, 1)), "OL-ELIG-13"),
    "licensed exclusively": (
        changed(SOUND, licences=(Licence(kind=LicenceKind.EXCLUSIVE),)),
        "OL-ELIG-02",
    ),
    "licensed solely to the end of today": (
        changed(SOUND, licences=(Licence(kind=LicenceKind.SOLE, ends_on=TODAY),)),
        "OL-ELIG-02",
    ),
    "suspended": (changed(SOUND, patent__is_suspended=True), "OL-ELIG-03"),
    "preserved by a court": (
        changed(SOUND, encumbrances=(Encumbrance(kind=EncumbranceKind.PRESERVATION),)),
        "OL-ELIG-03",
    ),
    "offered already": (changed(SOUND, offer=Offer(announced_on=date(2026, 8, 1))), "OL-ELIG-14"),
    "hindered": (changed(SOUND, patent__other_obstacle="须先取得他人许可"), "OL-ELIG-15"),
    "denied by its report": (
        changed(MODEL, patent__report=EvaluationReport(conclusion=ReportConclusion.FAILS)),
        "OL-ELIG-08",
    ),
    "a fee that can no longer be paid": (changed(SOUND, patent__fees_paid_through=6), "OL-ELIG-04"),
}


@pytest.mark.parametrize("name", BARRED)
def test_a_bar_is_told_alone(law: Law, name: str) -> None:
    holding, code = BARRED[name]
    judgement = judge(Setting(law, TODAY), holding)
    assert (judgement.verdict, codes(judgement)) == (Verdict.BARRED, [code])
    assert all(finding.severity is Severity.ERROR for finding in judgement.findings)


def test_every_bar_is_told_when_there_are_two(law: Law) -> None:
    twice = changed(SOUND, patent__is_suspended=True, licences=(Licence(kind=LicenceKind.SOLE),))
    assert codes(judge(Setting(law, TODAY), twice)) == ["OL-ELIG-02", "OL-ELIG-03"]


AFTER = {
    "no report yet": (changed(MODEL, patent__report=EvaluationReport()), "OL-ELIG-07"),
    "pledged, nobody has asked the pledgee": (changed(SOUND, encumbrances=(PLEDGE,)), "OL-ELIG-05"),
    "called restorable by a fresh list": (
        changed(SOUND, state=RightState.RESTORABLE, patent__status=None),
        "OL-HLD-03",
    ),
    "lapsed, and the notice came two months ago": (
        changed(
            SOUND,
            state=RightState.DEAD,
            patent__status=None,
            notices=(Notice(kind=NoticeKind.LOSS_OF_RIGHT, received_on=date(2026, 7, 1)),),
        ),
        "OL-HLD-03",
    ),
    "called late by a fresh list": (
        changed(SOUND, state=RightState.FEE_OVERDUE, patent__fees_paid_through=None),
        "OL-HLD-05",
    ),
}


@pytest.mark.parametrize("name", AFTER)
def test_what_the_patentee_can_mend_makes_it_eligible_after_that(law: Law, name: str) -> None:
    holding, code = AFTER[name]
    judgement = judge(Setting(law, TODAY), holding)
    assert (judgement.verdict, codes(judgement)) == (Verdict.AFTER, [code])


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        (date(2026, 2, 20), Verdict.ELIGIBLE),
        (date(2026, 2, 21), Verdict.UNKNOWN),  # the spring festival may move the day
        (date(2026, 2, 25), Verdict.AFTER),
        (date(2026, 8, 20), Verdict.AFTER),
        (date(2026, 8, 21), Verdict.BARRED),
    ],
)
def test_a_fee_not_paid_bars_by_the_day(law: Law, day: date, verdict: Verdict) -> None:
    late = changed(
        SOUND,
        patent__fees_paid_through=6,
        patent__fees_checked_on=day,
        patent__register=Register(checked_on=day),
    )
    assert judge(Setting(law, day), late).verdict is verdict


def test_a_payment_recorded_lifts_the_bar(law: Law) -> None:
    at = Setting(law, date(2026, 6, 1))
    late = changed(SOUND, patent__fees_paid_through=6, patent__register__checked_on=at.today)
    short = Payment(year=7, paid_on=date(2026, 5, 29), amount=Yuan.of(2000))
    whole = replace(short, amount=Yuan.of(2300))
    assert judge(at, late).verdict is Verdict.AFTER
    assert judge(at, changed(late, payments=(short,))).verdict is Verdict.AFTER
    assert judge(at, changed(late, payments=(whole,))).verdict is Verdict.ELIGIBLE


def test_the_consent_of_every_pledgee_lifts_the_bar(law: Law) -> None:
    agreed = replace(PLEDGE, has_consent_to_open=True)
    at = Setting(law, TODAY)
    assert judge(at, changed(SOUND, encumbrances=(agreed,))).verdict is Verdict.ELIGIBLE
    assert judge(at, changed(SOUND, encumbrances=(agreed, PLEDGE))).verdict is Verdict.AFTER
    over = replace(PLEDGE, until=date(2026, 8, 31))
    assert judge(at, changed(SOUND, encumbrances=(over,))).verdict is Verdict.ELIGIBLE


def test_what_should_be_weighed_is_told_and_bars_nothing(law: Law) -> None:
    partly = changed(
        MODEL,
        patent__report__conclusion=ReportConclusion.PARTLY,
        patent__has_invalidation_pending=True,
        patent__status=PatentStatus.PARTLY_INVALID,
    )
    judgement = judge(Setting(law, TODAY), partly)
    assert judgement.verdict is Verdict.ELIGIBLE
    assert codes(judgement) == ["OL-ELIG-09", "OL-ELIG-11", "OL-ELIG-12"]
    assert {finding.severity for finding in judgement.findings} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("patent__fees_paid_through", "OL-ELIG-04", "annual fees"),
        ("has_licensed", "OL-ELIG-02", "licences"),
        ("patent__is_pledged", "OL-HLD-06", "pledge"),
        ("patent__is_suspended", "OL-HLD-06", "suspension"),
        ("patent__has_live_declaration", "OL-HLD-06", "an earlier declaration"),
        ("patent__kind", "OL-ELIG-07", "kind of patent"),
        ("patent__filed_on", "OL-ELIG-13", "filing date"),
    ],
)
def test_a_fact_that_decides_and_is_missing_is_named(
    law: Law, path: str, code: str, words: str
) -> None:
    judgement = judge(Setting(law, TODAY), changed(SOUND, **{path: None}))
    assert judgement.verdict is Verdict.UNKNOWN
    assert code in codes(judgement)
    assert words in in_words(judgement)


def test_a_row_of_a_list_asks_for_few_things_once(law: Law) -> None:
    row = Holding(
        patent=Patent(
            number="2020101234562",
            kind=PatentKind.INVENTION,
            filed_on=date(2020, 2, 20),
            granted_on=date(2022, 3, 1),
        ),
        state=RightState.IN_FORCE,
        origins=(Origin(source="incopat", as_of=FRESH, paths=("patent.number", "state")),),
    )
    judgement = judge(Setting(law, TODAY), row)
    assert judgement.verdict is Verdict.UNKNOWN
    assert codes(judgement) == ["OL-ELIG-02", "OL-ELIG-04", "OL-HLD-06"]


def test_what_is_to_be_done_is_told_beside_what_is_unknown(law: Law) -> None:
    both = changed(MODEL, patent__report=EvaluationReport(), has_licensed=None)
    judgement = judge(Setting(law, TODAY), both)
    assert judgement.verdict is Verdict.UNKNOWN
    assert codes(judgement) == ["OL-ELIG-07", "OL-ELIG-02"]


@pytest.mark.parametrize(
    ("looked", "verdict"),
    [
        (date(2026, 8, 2), Verdict.ELIGIBLE),
        (date(2026, 8, 1), Verdict.UNKNOWN),
        (date(2026, 9, 2), Verdict.UNKNOWN),
        (None, Verdict.UNKNOWN),
    ],
)
def test_facts_of_the_register_are_good_for_thirty_days(
    law: Law, looked: date | None, verdict: Verdict
) -> None:
    holding = changed(SOUND, patent__register=Register(checked_on=looked))
    judgement = judge(Setting(law, TODAY), holding)
    assert judgement.verdict is verdict
    assert codes(judgement) == ([] if verdict is Verdict.ELIGIBLE else ["OL-ELIG-17"])


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        ((date(2026, 8, 2), date(2026, 8, 30)), Verdict.ELIGIBLE),
        ((date(2026, 8, 1), date(2026, 8, 30)), Verdict.UNKNOWN),
        ((None, date(2026, 8, 30)), Verdict.UNKNOWN),
    ],
)
def test_without_a_look_at_the_register_the_oldest_source_counts(
    law: Law, days: tuple[date | None, date], verdict: Verdict
) -> None:
    told = (
        Origin(source="hand", as_of=days[0], paths=("patent.is_pledged",)),
        Origin(source="incopat", as_of=days[1], paths=("state", "patent.status")),
        Origin(source="incopat", as_of=date(2020, 1, 1), paths=("patent.title",)),
    )
    holding = changed(SOUND, patent__register=Register(), origins=told)
    assert judge(Setting(law, TODAY), holding).verdict is verdict


def test_a_bar_of_long_ago_stays_a_bar(law: Law) -> None:
    old = changed(
        SOUND,
        patent__status=PatentStatus.SURRENDERED,
        patent__register=Register(checked_on=date(2020, 1, 1)),
    )
    assert judge(Setting(law, TODAY), old).verdict is Verdict.BARRED


@pytest.mark.parametrize("state", [RightState.PENDING, RightState.RESTORABLE])
def test_a_state_that_passes_by_itself_is_not_counted_on_for_long(
    law: Law, state: RightState
) -> None:
    passing = changed(
        SOUND,
        state=state,
        patent__granted_on=None,
        patent__status=None,
        patent__register=Register(checked_on=date(2026, 8, 1)),
    )
    judgement = judge(Setting(law, TODAY), passing)
    assert judgement.verdict is Verdict.UNKNOWN
    assert "2026-08-01" in in_words(judgement)


def test_payments_seen_before_the_due_day_say_nothing_of_what_was_paid_on_it(law: Law) -> None:
    told = (Origin(source="hand", as_of=date(2026, 1, 5), paths=("patent.fees_paid_through",)),)
    holding = changed(
        SOUND, patent__fees_paid_through=6, patent__fees_checked_on=None, origins=told
    )
    judgement = judge(Setting(law, TODAY), holding)
    assert (judgement.verdict, codes(judgement)) == (Verdict.UNKNOWN, ["OL-ELIG-04"])


def test_a_fee_seen_unpaid_in_its_grace_may_have_been_paid_before_the_grace_was_over(
    law: Law,
) -> None:
    seen = changed(SOUND, patent__fees_paid_through=6, patent__fees_checked_on=date(2026, 8, 20))
    judgement = judge(Setting(law, TODAY), seen)
    assert (judgement.verdict, codes(judgement)) == (Verdict.UNKNOWN, ["OL-HLD-07"])


ANSWERS = some.sampled_from([None, False, True])
DAYS = some.none() | some.just(FRESH) | some.dates(date(2004, 1, 1), date(2027, 1, 1))
LICENCES = some.builds(Licence, kind=some.sampled_from([None, *LicenceKind]), ends_on=DAYS)
FACTS: dict[str, some.SearchStrategy[Any]] = {
    "patent.filed_on": DAYS,
    "patent.granted_on": DAYS.filter(lambda day: day is not None),
    "patent.kind": some.sampled_from([None, *PatentKind]),
    "patent.status": some.sampled_from([None, *PatentStatus]),
    "patent.register.checked_on": DAYS,
    "patent.fees_paid_through": some.none() | some.integers(0, 20),
    "patent.fees_checked_on": DAYS,
    "patent.is_suspended": ANSWERS,
    "patent.is_pledged": ANSWERS,
    "patent.pledgee_consented_on": DAYS,
    "patent.has_invalidation_pending": ANSWERS,
    "patent.has_live_declaration": ANSWERS,
    "patent.other_obstacle": some.sampled_from([None, " ", "须先取得他人许可"]),
    "patent.report.conclusion": some.sampled_from([None, *ReportConclusion]),
    "patent.report.is_attached": ANSWERS,
    "has_licensed": ANSWERS,
    "licences": some.lists(LICENCES, max_size=2).map(tuple),
    "state": some.sampled_from([None, RightState.IN_FORCE]),
}
SLIPS = some.lists(
    some.sampled_from(sorted(FACTS)).flatmap(
        lambda path: some.tuples(some.just(path), FACTS[path])
    ),
    max_size=4,
)
NOT_DECIDING = {"OL-ELIG-09", "OL-ELIG-11", "OL-ELIG-12", "OL-ELIG-16", "OL-ELIG-18"}
LAW = shipped_law()


@given(some.sampled_from([SOUND, MODEL]), SLIPS)
def test_a_holding_is_judged_as_its_declaration_would_be(
    holding: Holding, slips: list[tuple[str, Any]]
) -> None:
    at = Setting(LAW, TODAY)
    for path, value in slips:
        holding = put(holding, path, value)
    judgement = judge(at, holding)
    declaration = as_declaration(holding, TODAY)
    report = declaration.patent.report
    if report.conclusion is not None and report.is_attached is None:  # then there is one
        report = replace(report, is_attached=True)
        declaration = put(declaration, "patent.report", report)
    told = check(declaration, at, rules_of(eligibility, validity))
    heavy = [each for each in told if each.code not in NOT_DECIDING]
    errors = {each.code for each in heavy if each.severity is Severity.ERROR}
    unknown = {each.code for each in heavy if each.severity is Severity.UNKNOWN}
    if judgement.verdict is Verdict.ELIGIBLE:
        assert not errors | unknown
    if judgement.verdict is Verdict.AFTER:
        assert errors == set(codes(judgement)) - NOT_DECIDING - {"OL-ELIG-17"}
        assert not unknown
    if judgement.verdict is Verdict.UNKNOWN:
        assert unknown or "OL-HLD-07" in codes(judgement)
    if judgement.verdict is Verdict.BARRED:
        assert set(codes(judgement)) <= errors


def test_the_declaration_made_of_a_holding_says_what_the_portfolio_knows() -> None:
    holding = changed(
        SOUND,
        owners=(Owner(name="示例大学"), Owner(name="示例研究所", until=date(2021, 1, 1))),
        licences=(
            Licence(
                kind=LicenceKind.ORDINARY,
                licensee="示例科技有限公司",
                effective_on=date(2025, 1, 1),
                ends_on=date(2027, 1, 1),
            ),
        ),
        has_licensed=True,
        encumbrances=(PLEDGE, Encumbrance(kind=EncumbranceKind.PRESERVATION)),
    )
    declaration = as_declaration(holding, TODAY)
    assert declaration.patent.number == "ZL202010123456.2"
    assert [party.name for party in declaration.patentees] == ["示例大学"]
    assert declaration.patent.register.owners == ("示例大学",)
    assert declaration.patent.is_pledged is True
    assert declaration.patent.pledgee == "示例银行"
    assert declaration.patent.is_suspended is True
    assert declaration.has_licensed is True
    assert declaration.licences == (
        ExistingLicence(
            licensee="示例科技有限公司",
            kind=LicenceKind.ORDINARY,
            start=date(2025, 1, 1),
            end=date(2027, 1, 1),
        ),
    )


def test_the_declaration_made_of_a_holding_makes_nothing_up() -> None:
    told = Origin(source="incopat", as_of=FRESH, paths=("state",))
    declaration = as_declaration(Holding(state=RightState.IN_FORCE, origins=(told,)), TODAY)
    assert declaration.patent == Patent(status=PatentStatus.IN_FORCE)
    assert replace(declaration, patent=Patent()) == Declaration()


def test_the_declaration_made_of_a_holding_can_be_kept() -> None:
    declaration = as_declaration(SOUND, TODAY)
    assert decode(Declaration, encode(declaration)) == declaration


def test_all_rules_on_a_holding_are_told_the_heaviest_first(law: Law) -> None:
    holding = changed(
        SOUND,
        patent__filed_on=None,
        patent__publication_number="CN215234567U",
        licences=(Licence(is_open=True, kind=LicenceKind.ORDINARY),),
    )
    found = check_holding(Setting(law, TODAY), holding)
    assert [each.code for each in found] == ["OL-LIC-01", "DQ-01", "DQ-05"]


def test_the_detail_of_a_patent_does_not_repeat_why_it_cannot_be_opened(law: Law) -> None:
    foreign = Holding(country="US", state=RightState.IN_FORCE)
    assert check_holding(Setting(law, TODAY), foreign) == ()
