"""What has to be done by when: fees, recordal, letters, ends of periods."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from olapp.domain.deadline import Deadline, DeadlineKind
from olapp.domain.finding import Confidence
from olapp.domain.holding import (
    FeeReduction,
    Holding,
    Licence,
    Notice,
    NoticeKind,
    Offer,
    Owner,
    Payment,
    ReportRequest,
    RightState,
)
from olapp.domain.money import Rate, Yuan
from olapp.domain.patent import Patent, PatentKind
from olapp.law.deadlines import NextFee, deadlines, next_fee
from olapp.law.statute import Law
from olapp.law.workdays import Rolled

INVENTION, UTILITY_MODEL, DESIGN = PatentKind
NOW = date(2026, 11, 24)
FILED = date(2020, 2, 20)
DAY = timedelta(days=1)
EMPTY = Holding()
Make = Callable[..., Holding]


def known(law: Law, holding: Holding, today: date = NOW) -> dict[str, Deadline]:
    found = deadlines(law, holding, today)
    by_key = {each.key: each for each in found}
    assert len(by_key) == len(found)
    return by_key


def only(law: Law, holding: Holding, kind: DeadlineKind, today: date = NOW) -> Deadline | None:
    found = [each for each in deadlines(law, holding, today) if each.kind is kind]
    assert len(found) <= 1
    return found[0] if found else None


def test_the_next_annual_fee_with_its_day_and_amount(law: Law, right: Make) -> None:
    holding = right(INVENTION, filed=FILED, grant_year=3, rate=85, paid=6)
    found = known(law, holding, date(2026, 1, 5))
    fee = found["annual-fee.7"]
    assert (fee.nominal, fee.rolled) == (date(2026, 2, 20), date(2026, 2, 24))  # Spring Festival
    assert (fee.year, fee.amount, fee.is_assumed) == (7, Yuan.of(300), False)
    assert str(fee.source) == "Implementing Regulations Rule 115"


def test_a_calendar_not_published_leaves_a_day_unmoved(law: Law, right: Make) -> None:
    fee = known(law, right(INVENTION, filed=FILED, grant_year=3, paid=7))["annual-fee.8"]
    assert (fee.nominal, fee.rolled) == (date(2027, 2, 20), None)


def test_in_grace_the_overdue_fee_and_the_end_of_the_grace_stand_together(
    law: Law, right: Make
) -> None:
    holding = right(INVENTION, filed=FILED, grant_year=3, paid=5)
    found = known(law, holding, date(2025, 5, 1))
    assert list(found) == ["annual-fee.6", "grace.6"]
    assert found["grace.6"].nominal == date(2025, 8, 20)
    assert {each.amount for each in found.values()} == {Yuan.of(1200 + 120)}


def test_of_a_right_that_lapsed_by_the_books_the_end_of_the_grace_stays(
    law: Law, right: Make
) -> None:
    holding = right(INVENTION, filed=FILED, grant_year=3, paid=5)
    assert list(known(law, holding)) == ["grace.6"]


def test_while_nobody_said_what_is_paid_the_next_fee_is_assumed(law: Law, right: Make) -> None:
    holding = right(INVENTION, filed=FILED, grant_year=3)
    fee = known(law, holding)["annual-fee.8"]
    assert (fee.nominal, fee.is_assumed) == (date(2027, 2, 20), True)
    assert known(law, replace(holding, state=None)) == {}


def test_a_status_of_grace_tells_which_fee_is_overdue(law: Law, right: Make) -> None:
    holding = replace(right(INVENTION, filed=FILED, grant_year=3), state=RightState.FEE_OVERDUE)
    found = known(law, holding, date(2026, 5, 1))
    assert list(found) == ["annual-fee.7", "grace.7"]
    assert all(each.is_assumed for each in found.values())


def test_the_fee_of_the_grant_year_is_never_assumed_open(law: Law, right: Make) -> None:
    holding = right(INVENTION, filed=FILED, grant_year=7)
    assert "annual-fee.8" in known(law, holding, date(2026, 2, 20))


def test_the_last_year_paid_leaves_the_end_of_the_term(law: Law, right: Make) -> None:
    holding = right(UTILITY_MODEL, filed=date(2017, 5, 1), grant_year=1, paid=10)
    assert [(each.key, each.nominal, each.rolled) for each in deadlines(law, holding, NOW)] == [
        ("term-end", date(2027, 4, 30), date(2027, 4, 30))
    ]
    unknown = right(UTILITY_MODEL, filed=date(2017, 5, 1), grant_year=1)
    assert known(law, unknown)["term-end"].is_assumed
    assert known(law, holding, date(2027, 5, 1)) == {}


@pytest.mark.parametrize("kind", PatentKind)
@pytest.mark.parametrize("paid", [True, False])
def test_a_living_right_in_its_term_always_has_a_deadline(
    law: Law, right: Make, kind: PatentKind, paid: bool
) -> None:
    for age in range(10 * 365 // 30):
        filed = NOW - age * 30 * DAY - DAY
        year = NOW.year - filed.year
        holding = right(kind, filed=filed, grant_year=1, paid=max(year, 1) if paid else None)
        assert deadlines(law, holding, NOW)


@pytest.mark.parametrize(
    "change",
    [{"state": RightState.DEAD}, {"state": RightState.PENDING}, {"country": "US"}],
)
def test_what_is_no_right_of_ours_has_no_fee_to_pay(
    law: Law, right: Make, change: dict[str, object]
) -> None:
    holding = replace(right(INVENTION, filed=FILED, grant_year=3, paid=6), **change)
    assert deadlines(law, holding, NOW) == ()
    assert next_fee(law, holding, NOW) is None


def notice(kind: NoticeKind, received: date, **more: date) -> Holding:
    return replace(EMPTY, notices=(Notice(kind=kind, received_on=received, **more),))


def test_restoration_can_be_asked_for_two_months_from_the_letter(law: Law, right: Make) -> None:
    letter = Notice(kind=NoticeKind.LOSS_OF_RIGHT, received_on=date(2025, 12, 31))
    lapsed = replace(
        right(INVENTION, filed=FILED, grant_year=3, paid=5),
        state=RightState.RESTORABLE,
        notices=(letter,),
    )
    found = only(law, lapsed, DeadlineKind.RESTORATION, date(2026, 1, 5))
    assert found is not None
    assert (found.key, found.nominal) == ("restoration.2025-12-31", date(2026, 2, 28))
    assert found.rolled == date(2026, 2, 28)  # a Saturday worked for the Spring Festival
    assert found.amount == Yuan.of(1000 + 1200 + 300)
    answered = replace(lapsed, notices=(replace(letter, answered_on=date(2026, 1, 4)),))
    assert deadlines(law, answered, date(2026, 1, 5)) == ()


def test_a_dead_right_cannot_be_restored_once_the_time_is_over(law: Law) -> None:
    holding = notice(NoticeKind.LOSS_OF_RIGHT, date(2026, 1, 5))
    assert only(law, holding, DeadlineKind.RESTORATION) is not None
    dead = replace(holding, state=RightState.DEAD)
    assert only(law, dead, DeadlineKind.RESTORATION) is None
    assert only(law, dead, DeadlineKind.RESTORATION, date(2026, 3, 5)) is not None


OPEN = Licence(is_open=True, effective_on=date(2026, 8, 31))


@pytest.mark.parametrize(
    ("licence", "has_deadline"),
    [
        (OPEN, True),
        (replace(OPEN, recorded_on=date(2026, 9, 30)), False),
        (replace(OPEN, number="X2026000001"), False),
        (replace(OPEN, is_open=False), False),
        (replace(OPEN, effective_on=None), False),
        (replace(OPEN, ends_on=NOW - DAY), False),
        (replace(OPEN, ends_on=NOW), True),
    ],
)
def test_an_open_licence_is_recorded_within_three_months_of_its_effect(
    law: Law, licence: Licence, has_deadline: bool
) -> None:
    found = only(law, replace(EMPTY, licences=(licence,)), DeadlineKind.RECORDAL)
    assert (found is not None) == has_deadline
    if found is not None:
        assert (found.key, found.nominal) == ("recordal.2026-08-31", date(2026, 11, 30))
        assert found.source.at == "15"


def test_a_right_that_ended_has_no_licence_to_record_and_no_offer_to_end(law: Law) -> None:
    offer = Offer(announced_on=date(2025, 1, 1), ends_on=date(2027, 1, 1))
    holding = replace(EMPTY, licences=(OPEN,), offer=offer)
    assert list(known(law, holding)) == ["recordal.2026-08-31", "period-end"]
    assert deadlines(law, replace(holding, state=RightState.DEAD), NOW) == ()


def test_letters_of_other_offices_follow_other_laws(law: Law) -> None:
    holding = notice(NoticeKind.CORRECTION, date(2026, 11, 14))
    assert deadlines(law, replace(holding, country="EP"), NOW) == ()


def test_licences_of_one_day_have_keys_of_their_own(law: Law) -> None:
    other = replace(OPEN, licensee="示例科技有限公司")
    found = known(law, replace(EMPTY, licences=(OPEN, other)))
    assert list(found) == ["recordal.2026-08-31", "recordal.2026-08-31.2"]


def test_the_fee_for_a_report_is_paid_within_a_month_of_the_request(law: Law) -> None:
    asked = replace(EMPTY, report_request=ReportRequest(requested_on=date(2026, 10, 31)))
    found = only(law, asked, DeadlineKind.REPORT_FEE)
    assert found is not None
    assert (found.nominal, found.amount) == (date(2026, 11, 30), Yuan.of(2400))
    paid = replace(
        asked,
        report_request=ReportRequest(
            requested_on=date(2026, 10, 31), fee_paid_on=date(2026, 11, 2)
        ),
    )
    assert deadlines(law, paid, NOW) == ()


def test_correction_of_a_report_can_be_asked_for_two_months(law: Law) -> None:
    holding = notice(NoticeKind.REPORT, date(2026, 9, 25))
    found = only(law, holding, DeadlineKind.REPORT_CORRECTION)
    assert found is not None
    assert found.nominal == date(2026, 11, 25)
    assert only(law, holding, DeadlineKind.REPORT_CORRECTION, date(2026, 11, 26)) is None


def test_a_correction_has_the_day_its_letter_sets(law: Law) -> None:
    holding = notice(NoticeKind.CORRECTION, date(2026, 11, 2), due_on=date(2026, 12, 26))
    found = only(law, holding, DeadlineKind.CORRECTION)
    assert found is not None
    assert (found.nominal, found.rolled) == (date(2026, 12, 26), date(2026, 12, 28))
    assert not found.is_assumed


def test_a_correction_without_a_day_is_taken_for_15_days_which_only_reports_confirm(
    law: Law,
) -> None:
    holding = notice(NoticeKind.CORRECTION, date(2026, 11, 14))
    found = only(law, holding, DeadlineKind.CORRECTION)
    assert found is not None
    assert (found.nominal, found.rolled) == (date(2026, 11, 29), date(2026, 11, 30))
    assert (found.source.confidence, found.is_assumed) == (Confidence.UNCONFIRMED, True)
    asked = ReportRequest(requested_on=date(2026, 11, 1), fee_paid_on=date(2026, 11, 1))
    found = only(law, replace(holding, report_request=asked), DeadlineKind.CORRECTION)
    assert found is not None
    assert (found.source.confidence, found.is_assumed) == (Confidence.PRIMARY, False)


@pytest.mark.parametrize(
    ("offer", "is_shown"),
    [
        (Offer(announced_on=date(2025, 1, 1), ends_on=date(2026, 12, 26)), True),
        (Offer(announced_on=date(2025, 1, 1), ends_on=NOW - DAY), False),
        (Offer(ends_on=date(2026, 12, 26)), False),
        (
            Offer(
                announced_on=date(2025, 1, 1),
                ends_on=date(2026, 12, 26),
                withdrawn_on=date(2026, 2, 1),
            ),
            False,
        ),
    ],
)
def test_the_declared_period_ends_on_its_day_whatever_the_calendar(
    law: Law, offer: Offer, is_shown: bool
) -> None:
    found = only(law, replace(EMPTY, offer=offer), DeadlineKind.PERIOD_END)
    assert (found is not None) == is_shown
    if found is not None:
        assert found.nominal == found.rolled == date(2026, 12, 26)  # a Saturday


def paid_through(holding: Holding, year: int) -> Patent:
    return replace(holding.patent, fees_paid_through=year)


def test_the_last_fee_under_each_reduction_is_told(law: Law, right: Make) -> None:
    holding = right(INVENTION, filed=FILED, grant_year=3, rate=85, licence=(6, 15), paid=7)
    found = known(law, holding)
    general = found["reduction-end.general"]
    assert (general.year, general.nominal) == (12, date(2031, 2, 20))
    assert found["reduction-end.open-licence"].nominal == holding.licences[0].ends_on
    later = known(law, replace(holding, patent=paid_through(holding, 11)), date(2031, 2, 21))
    assert "reduction-end.general" not in later
    assert "reduction-end.open-licence" in later
    last = known(law, replace(holding, patent=paid_through(holding, 15)), date(2034, 3, 13))
    assert "reduction-end.open-licence" not in last


def test_a_withdrawal_ends_the_reduction_with_the_patent_year(law: Law, right: Make) -> None:
    offer = Offer(announced_on=date(2025, 1, 1), withdrawn_on=date(2026, 10, 1))
    holding = right(INVENTION, filed=FILED, grant_year=3, licence=(6, 15), paid=7)
    found = known(law, replace(holding, offer=offer))
    assert found["reduction-end.open-licence"].nominal == date(2027, 2, 19)


def test_owners_who_all_qualify_are_told_when_to_ask_for_the_reduction(
    law: Law, right: Make
) -> None:
    fits = Owner(name="示例大学", qualifies_for_reduction=True)
    plain = right(INVENTION, filed=FILED, grant_year=3, paid=7)
    found = only(law, replace(plain, owners=(fits,)), DeadlineKind.REDUCTION_REQUEST)
    assert found is not None
    assert (found.key, found.nominal) == ("reduction-request.8", date(2026, 12, 5))
    assert found.source.confidence is Confidence.ONE_SOURCE
    late = only(law, replace(plain, owners=(fits,)), found.kind, date(2026, 12, 6))
    assert late is not None
    assert late.key == "reduction-request.9"


@pytest.mark.parametrize(("paid", "asked_for"), [(7, 8), (9, 10), (11, 12), (12, None), (17, None)])
def test_the_reduction_is_asked_for_fees_not_paid_yet_and_within_the_ten(
    law: Law, right: Make, paid: int, asked_for: int | None
) -> None:
    plain = right(INVENTION, filed=FILED, grant_year=3, paid=paid)
    owners = (Owner(name="示例大学", qualifies_for_reduction=True),)
    found = only(law, replace(plain, owners=owners), DeadlineKind.REDUCTION_REQUEST)
    assert (found and found.year) == asked_for


@pytest.mark.parametrize("qualifies", [False, None])
def test_one_owner_who_does_not_qualify_is_enough_to_ask_nobody(
    law: Law, right: Make, qualifies: bool | None
) -> None:
    owners = (
        Owner(name="示例大学", qualifies_for_reduction=True),
        Owner(name="示例科技有限公司", qualifies_for_reduction=qualifies),
    )
    plain = right(INVENTION, filed=FILED, grant_year=3, paid=7)
    assert only(law, replace(plain, owners=owners), DeadlineKind.REDUCTION_REQUEST) is None
    gone = (owners[0], replace(owners[1], until=date(2025, 1, 1)))
    assert only(law, replace(plain, owners=gone), DeadlineKind.REDUCTION_REQUEST) is not None


def test_who_has_the_reduction_is_not_told_to_ask(law: Law, right: Make) -> None:
    owners = (Owner(name="示例大学", qualifies_for_reduction=True),)
    has = right(INVENTION, filed=FILED, grant_year=3, paid=7, rate=85)
    found = only(law, replace(has, owners=owners), DeadlineKind.REDUCTION_REQUEST)
    assert found is None


def test_the_earliest_comes_first(law: Law, right: Make) -> None:
    holding = replace(
        right(INVENTION, filed=FILED, grant_year=3, rate=70, paid=7),
        licences=(OPEN,),
        notices=(Notice(kind=NoticeKind.CORRECTION, received_on=date(2026, 11, 20)),),
    )
    days = [each.nominal for each in deadlines(law, holding, NOW)]
    assert days == sorted(days)
    assert len(days) == 4


def test_keys_do_not_change_with_the_day_or_with_other_facts(law: Law, right: Make) -> None:
    holding = replace(
        right(INVENTION, filed=FILED, grant_year=3, rate=70, paid=7),
        licences=(OPEN,),
        notices=(Notice(kind=NoticeKind.CORRECTION, received_on=date(2026, 11, 20)),),
    )
    earlier = Notice(kind=NoticeKind.CORRECTION, received_on=date(2026, 11, 1))
    before = set(known(law, holding))
    assert before == set(known(law, holding, NOW + 30 * DAY))
    assert before < set(known(law, replace(holding, notices=(earlier, *holding.notices))))
    paid = Payment(year=8, paid_on=NOW, amount=Yuan.of(600))
    assert set(known(law, replace(holding, payments=(paid,)))) - before == {"annual-fee.9"}


def test_the_next_fee_for_the_list(law: Law, right: Make) -> None:
    holding = right(INVENTION, filed=FILED, grant_year=3, paid=7)
    assert next_fee(law, holding, NOW) == NextFee(
        8, Rolled(date(2027, 2, 20), None), Yuan.of(2000), is_assumed=False
    )
    assert next_fee(law, EMPTY, NOW) is None
    settled = right(INVENTION, filed=FILED, grant_year=3, paid=20)
    assert next_fee(law, settled, NOW) is None


def test_part_payments_lower_what_is_still_to_be_paid(law: Law, right: Make) -> None:
    plain = right(INVENTION, filed=FILED, grant_year=3, paid=7)
    part = Payment(year=8, paid_on=NOW, amount=Yuan.of(500))
    fee = next_fee(law, replace(plain, payments=(part,)), NOW)
    assert fee is not None
    assert fee.amount == Yuan.of(1500)


def test_a_reduction_approved_by_hand_shows_in_the_amount(law: Law, right: Make) -> None:
    plain = right(INVENTION, filed=FILED, grant_year=3, paid=7)
    granted = FeeReduction(rate=Rate.of(70), approved_on=NOW)
    assert known(law, replace(plain, reduction=granted))["annual-fee.8"].amount == Yuan.of(600)
