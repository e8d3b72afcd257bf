"""What an office states of many patents at once, and what the pre-check makes of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from olapp.domain.holding import (
    Encumbrance,
    EncumbranceKind,
    Holding,
    Licence,
    Offer,
    Origin,
    Payment,
    RightState,
)
from olapp.domain.money import Yuan
from olapp.domain.origins import origin_of
from olapp.domain.patent import EvaluationReport, PatentStatus, Register
from olapp.domain.stated import StatedFacts
from olapp.services.screening import Verdict

TODAY = date(2026, 11, 23)
NOBODY_SAID: dict[str, Any] = {
    "status": None,
    "register": Register(),
    "fees_paid_through": None,
    "fees_checked_on": None,
    "is_suspended": None,
    "is_pledged": None,
    "has_invalidation_pending": None,
    "has_live_declaration": None,
    "is_given_up_twin": None,
}
ALL_CLEAR = StatedFacts(
    has_licensed=False,
    is_suspended=False,
    is_pledged=False,
    has_live_declaration=False,
    has_invalidation_pending=False,
    are_fees_paid=True,
    register_checked_on=TODAY,
)


def imported(made: Holding, **patent: Any) -> Holding:
    """A patent as a list tells it: in force, and nothing that only the register knows."""
    told = Origin(source="incopat", name="清单.xlsx", as_of=date(2026, 11, 1), paths=("state",))
    bare = replace(made.patent, **(NOBODY_SAID | patent))
    return replace(made, patent=bare, has_licensed=None, origins=(told,))


@pytest.fixture
def listed(desk: Any, patents: Any) -> list[int]:
    """Three patents fresh from a list."""
    made = (patents.holding(), patents.holding(patents.NUMBERS[1]), patents.utility_model())
    fresh = [(each, desk.portfolio.index(each)) for each in map(imported, made)]
    with desk.store.begin() as unit:  # as an import does: nobody typed them
        return list(unit.holdings.add_many(fresh, at=desk.portfolio.now()))


def holding_of(desk: Any, key: int) -> Holding:
    found: Holding = desk.portfolio.open(key).holding
    return found


def state_one(desk: Any, holding: Holding, facts: StatedFacts = ALL_CLEAR) -> Holding:
    """Keep a patent, state facts of it, and give what became of it."""
    (key,) = desk.add(holding)
    desk.portfolio.state([key], facts)
    return holding_of(desk, key)


def test_patents_of_a_list_can_be_opened_once_everything_is_stated(
    desk: Any, listed: list[int]
) -> None:
    assert desk.screening.run().counts[Verdict.UNKNOWN] == 3
    undo, _ = desk.portfolio.state(listed, ALL_CLEAR)
    assert undo.count == 3
    assert desk.screening.run().counts[Verdict.ELIGIBLE] == 3
    desk.portfolio.undo(undo)
    assert desk.screening.run().counts[Verdict.UNKNOWN] == 3


def test_one_undo_puts_back_every_fact_and_who_told_it(desk: Any, listed: list[int]) -> None:
    before = [holding_of(desk, key) for key in listed]
    undo, _ = desk.portfolio.state(listed, ALL_CLEAR)
    assert [holding_of(desk, key) for key in listed] != before
    desk.portfolio.undo(undo)
    assert [holding_of(desk, key) for key in listed] == before


def test_each_fact_stated_is_dated_today_and_typed_by_hand(desk: Any, listed: list[int]) -> None:
    desk.portfolio.state(listed, ALL_CLEAR)
    holding = holding_of(desk, listed[0])
    for path in ("has_licensed", "patent.is_pledged", "patent.fees_paid_through"):
        origin = origin_of(holding, path)
        assert origin is not None
        assert (origin.source, origin.as_of) == ("hand", TODAY)
    told = origin_of(holding, "state")
    assert told is not None
    assert told.source == "incopat"


def test_what_is_not_said_stays_as_it_is(desk: Any, listed: list[int]) -> None:
    desk.portfolio.state(listed, StatedFacts(is_pledged=False))
    holding = holding_of(desk, listed[0])
    assert holding.patent.is_pledged is False
    assert holding.patent.is_suspended is None
    assert holding.has_licensed is None
    assert holding.patent.register.checked_on is None
    assert desk.portfolio.state(listed, StatedFacts())[0].count == 0


def test_saying_the_same_twice_on_one_day_changes_nothing_the_next_day_dates_it_anew(
    desk: Any, listed: list[int]
) -> None:
    desk.portfolio.state(listed, ALL_CLEAR)
    assert desk.portfolio.state(listed, ALL_CLEAR)[0].count == 0
    assert desk.portfolio.state(listed, StatedFacts(is_pledged=False))[0].count == 0
    desk.day[0] = date(2026, 11, 24)
    assert desk.portfolio.state(listed, StatedFacts(is_pledged=False))[0].count == 3
    origin = origin_of(holding_of(desk, listed[0]), "patent.is_pledged")
    assert origin is not None
    assert origin.as_of == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("filed", "granted", "year"),
    [
        (date(2020, 2, 10), date(2022, 5, 3), 7),
        (date(2020, 11, 24), date(2022, 5, 3), 6),
        (date(2020, 11, 23), date(2022, 5, 3), 6),  # due today: it may still be paid today
        (date(2020, 11, 20), date(2022, 5, 3), 7),  # its last day was Friday
        (date(2020, 11, 22), date(2022, 5, 3), 6),  # a Sunday: perhaps it may be paid today
        (date(2024, 2, 29), date(2026, 9, 1), 3),
        (date(2026, 1, 5), date(2026, 10, 6), 1),
    ],
)
def test_the_last_fee_due_is_counted_for_each_patent(
    desk: Any, patents: Any, filed: date, granted: date, year: int
) -> None:
    holding = imported(patents.holding(), filed_on=filed, granted_on=granted)
    after = state_one(desk, holding, StatedFacts(are_fees_paid=True))
    assert after.patent.fees_paid_through == year
    assert after.patent.fees_checked_on == TODAY


def test_more_paid_than_was_due_stays_and_a_year_named_goes_first(desk: Any, patents: Any) -> None:
    ahead = imported(patents.holding(), fees_paid_through=9)
    assert state_one(desk, ahead).patent.fees_paid_through == 9
    named = StatedFacts(are_fees_paid=True, fees_paid_through=8)
    assert state_one(desk, imported(patents.holding()), named).patent.fees_paid_through == 8


@pytest.mark.parametrize("state", [RightState.PENDING, RightState.DEAD])
def test_no_fee_is_stated_as_paid_where_there_is_no_right(
    desk: Any, patents: Any, state: RightState
) -> None:
    (key,) = desk.add(replace(imported(patents.holding()), state=state))
    assert desk.portfolio.foresee([key], ALL_CLEAR).feeless == 1
    desk.portfolio.state([key], ALL_CLEAR)
    assert holding_of(desk, key).patent.fees_paid_through is None


def burdened(patents: Any) -> dict[str, Holding]:
    """Patents of which the contrary of a clear record is known."""
    bare = imported(patents.holding())
    pledge = Encumbrance(kind=EncumbranceKind.PLEDGE, party="示例银行", since=date(2025, 3, 1))
    court = Encumbrance(kind=EncumbranceKind.PRESERVATION, since=date(2026, 3, 1))
    return {
        "licence": replace(bare, licences=(Licence(licensee="示例公司"),)),
        "pledge": replace(bare, encumbrances=(pledge,)),
        "pledge told": imported(patents.holding(), is_pledged=True),
        "court": replace(bare, encumbrances=(court,)),
        "offer": replace(bare, offer=Offer(announced_on=date(2026, 1, 6))),
        "late fee": replace(bare, state=RightState.FEE_OVERDUE),
        "short payment": replace(
            bare, payments=(Payment(year=7, paid_on=date(2026, 2, 3), amount=Yuan.of(100)),)
        ),
    }


@pytest.mark.parametrize(
    "name", ["licence", "pledge", "pledge told", "court", "offer", "late fee", "short payment"]
)
def test_a_recorded_burden_is_not_wiped_out_by_a_no_for_all(
    desk: Any, patents: Any, name: str
) -> None:
    (key,) = desk.add(burdened(patents)[name])
    assert desk.portfolio.foresee([key], ALL_CLEAR).contrary == 1
    desk.portfolio.state([key], ALL_CLEAR)
    after = holding_of(desk, key)
    assert desk.screening.judge(after).verdict is not Verdict.ELIGIBLE
    told = (after.has_licensed, after.patent.is_pledged, after.patent.is_suspended)
    assert any(answer is not False for answer in told) or name in {
        "offer",
        "late fee",
        "short payment",
    }


def test_a_stated_yes_is_kept_and_bars(desk: Any, patents: Any) -> None:
    after = state_one(desk, patents.holding(), StatedFacts(is_suspended=True))
    assert after.patent.is_suspended is True
    assert desk.screening.judge(after).verdict is Verdict.BARRED


def test_a_later_look_at_the_register_is_not_made_older(desk: Any, patents: Any) -> None:
    facts = StatedFacts(register_checked_on=date(2026, 10, 1))
    assert state_one(desk, patents.holding(), facts).patent.register.checked_on == date(
        2026, 11, 20
    )
    after = state_one(desk, imported(patents.holding()), facts)
    assert after.patent.register.checked_on == date(2026, 10, 1)


def test_what_would_become_of_them_is_told_before_and_keeps_nothing(
    desk: Any, patents: Any, listed: list[int]
) -> None:
    before = [holding_of(desk, key) for key in listed]
    told = desk.portfolio.foresee(listed, ALL_CLEAR)
    assert (told.chosen, told.changed, told.contrary, told.feeless) == (3, 3, 0, 0)
    assert [holding_of(desk, key) for key in listed] == before
    offered = patents.holding(patents.NUMBERS[2], has_live_declaration=True)
    (key,) = desk.add(offered)
    assert desk.portfolio.foresee([key], StatedFacts(is_pledged=True)).harmed == 1
    assert desk.portfolio.foresee([key], StatedFacts(is_suspended=False)).harmed == 0


def test_a_report_that_is_missing_still_stands_in_the_way(desk: Any, patents: Any) -> None:
    model = imported(patents.utility_model(), report=EvaluationReport(is_attached=False))
    after = state_one(desk, model)
    assert after.patent.status in {None, PatentStatus.IN_FORCE}
    assert desk.screening.judge(after).verdict is Verdict.AFTER
