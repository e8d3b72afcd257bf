"""Legal acts as data: whole, dated, sourced; and broken ones refused by file and key."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from olapp.domain.finding import Confidence, Source
from olapp.law.instrument import Instrument, read_instrument, shipped_instruments
from olapp.law.statute import Law, shipped_law

ACT = """
title = "An act"
number = "1"
effective = 2020-01-01
until = 2021-01-01
confidence = "primary"
checked = 2026-11-22
note = "Made up."

[parameters."some.rate"]
value = 2.5
unit = "per cent"
place = "Art. 1"

[parameters."some.other"]
value = 3
unit = "months"
place = "Art. 2"
confidence = "unconfirmed"
"""
ACTS = shipped_instruments()
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def law() -> Law:
    return shipped_law()


def numbers(value: object) -> list[object]:
    """All plain values inside a parameter's value."""
    if isinstance(value, dict):
        return [each for inner in value.values() for each in numbers(inner)]
    if isinstance(value, list):
        return [each for inner in value for each in numbers(inner)]
    return [value]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_every_act_is_titled_dated_and_checked(act: Instrument) -> None:
    assert act.title
    assert act.effective < act.checked <= TODAY
    assert act.until is None or act.effective < act.until
    assert act.parameters


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_every_parameter_has_value_unit_place_and_act(act: Instrument) -> None:
    for key, parameter in act.parameters.items():
        assert parameter.unit, key
        assert parameter.source.at, key
        assert parameter.source.title == act.title, key
        values = numbers(parameter.value)
        assert values, key
        assert all(isinstance(value, int | Decimal | str) for value in values), key
        assert all(value >= 0 for value in values if isinstance(value, int | Decimal)), key


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_an_act_sets_its_parameters_from_its_first_day(law: Law, act: Instrument) -> None:
    for key, parameter in act.parameters.items():
        assert law.parameter(key, act.effective) == parameter


def test_nothing_is_set_before_the_first_act(law: Law) -> None:
    keys = {key for act in ACTS for key in act.parameters}
    for key in keys:
        first = min(act.effective for act in ACTS if key in act.parameters)
        with pytest.raises(KeyError, match=key):
            law.parameter(key, first - timedelta(days=1))


def test_acts_come_oldest_first() -> None:
    assert [act.effective for act in ACTS] == sorted(act.effective for act in ACTS)


GOLDEN = {
    "cap.fixed-fee": 20_000_000,
    "cap.net-sales": 20,
    "cap.profit": 40,
    "explanation.characters": 2000,
    "attorneys.most": 2,
    "title.characters": 60,
    "term.invention": 20,
    "term.utility-model": 10,
    "term.design": 15,
    "annual-fee.compensation": 8_000,
    "reduction.open-licence": 15,
    "reduction.general-single": 85,
    "reduction.general-joint": 70,
    "reduction.general-years": 10,
    "reduction.general-lead": {"months": 2, "days": 15},
    "report.correction.days": 15,
    "report.error.months": 2,
    "recordal.months": 3,
    "restoration.months": 2,
    "grant-fee.months": 2,
    "request-fee.months": 1,
    "grace.months": 6,
    "refund.years": 3,
    "post.days": 15,
    "penalty.most": 100_000,
    "fee.evaluation-report": 2_400,
    "fee.change": 200,
    "fee.restoration": 1_000,
    "fee.extension-first": 300,
    "fee.extension-further": 2_000,
    "fee.invalidation-request": {"invention": 3_000, "utility-model": 1_500, "design": 1_500},
    "fee.re-examination": {"invention": 1_000, "utility-model": 300, "design": 300},
    "fee.application": {"invention": 900, "utility-model": 500, "design": 500},
    "fee.publication-printing": 50,
    "fee.substantive-examination": 2_500,
    "fee.term-compensation-request": 200,
    "fee.register-copy": 30,
    "annual-fee.soon": 60,
    "annual-fee.near": 90,
    "recordal.near": 30,
    "fee-table.fresh": 365,
    "register.fresh": 30,
    "owner-change.recent": 60,
    "correction.near": 7,
    "entity-name.shortest": 4,
    "period.shortest": 1,
    "paper.size": [210, 297],
    "paper.margins": [25, 25, 15, 15],
    "paper.character-height": Decimal("3.5"),
}


@pytest.mark.parametrize(("key", "value"), GOLDEN.items())
def test_the_law_of_today_is_the_one_of_the_dossier(law: Law, key: str, value: object) -> None:
    assert law.parameter(key, TODAY).value == value


def test_no_parameter_goes_untested(law: Law) -> None:
    tables = {
        "late-fee.steps",
        "paper.fonts",
        *(f"annual-fee.{kind}" for kind in ("invention", "utility-model", "design")),
    }
    assert {key for act in ACTS for key in act.parameters} == set(GOLDEN) | tables


def test_a_newer_act_outranks_an_older_one_from_its_day(law: Law) -> None:
    assert law.parameter("term.design", date(2021, 5, 31)).value == 10
    assert law.parameter("term.design", date(2021, 6, 1)).value == 15


def test_before_the_first_act_we_know_of_its_own_figure_is_taken_where_one_is_needed(
    law: Law,
) -> None:
    assert law.first("grace.months", date(2015, 1, 1)).value == 6
    assert law.first("term.design", date(2021, 5, 31)).value == 10
    assert law.first("term.design", date(2021, 6, 1)).value == 15
    with pytest.raises(KeyError, match=r"no\.such"):
        law.first("no.such", TODAY)


def test_the_law_is_the_same_between_two_changes_and_another_after_each(law: Law) -> None:
    days = sorted({act.effective for act in ACTS})
    for day, following in pairwise(days):
        assert law.edition(day) == law.edition(following - timedelta(days=1))
        assert law.edition(following) == law.edition(day) + 1


def test_an_act_that_ended_is_not_law_any_more() -> None:
    only = Law((read_instrument("an-act", ACT),), shipped_law().workdays, {})
    assert only.parameter("some.rate", date(2020, 12, 31)).value == Decimal("2.5")
    with pytest.raises(KeyError):
        only.parameter("some.rate", date(2021, 1, 1))


@pytest.mark.parametrize(
    "key", ["annual-fee.invention", "annual-fee.utility-model", "annual-fee.design"]
)
def test_bands_of_fees_leave_no_gap(law: Law, key: str) -> None:
    bands = law.parameter(key, TODAY).value
    assert bands[0]["first"] == 1
    for band, following in pairwise(bands):
        assert band["last"] + 1 == following["first"]
        assert band["fee"] < following["fee"]


def test_only_what_no_source_confirms_is_called_unconfirmed(law: Law) -> None:
    doubtful = {
        key
        for act in ACTS
        for key, parameter in act.parameters.items()
        if not parameter.source.confidence.may_block
    }
    assert doubtful == {"fee.register-copy", "period.shortest", "reduction.general-lead"}


def test_an_act_is_read_with_its_sources() -> None:
    act = read_instrument("an-act", ACT)
    rate, other = act.parameters["some.rate"], act.parameters["some.other"]
    assert (rate.value, rate.unit) == (Decimal("2.5"), "per cent")
    assert rate.source == Source("An act", "{at}", "Art. 1", Confidence.PRIMARY)
    assert other.source.confidence is Confidence.UNCONFIRMED


def test_an_act_is_in_force_up_to_the_day_before_its_end() -> None:
    act = read_instrument("an-act", ACT)
    in_force = [date(2020, 1, 1), date(2020, 12, 31)]
    not_in_force = [date(2019, 12, 31), date(2021, 1, 1)]
    assert all(act.in_force_on(day) for day in in_force)
    assert not any(act.in_force_on(day) for day in not_in_force)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('number = "1"', 'numer = "1"', "an-act: unknown key numer"),
        ('title = "An act"', "", "an-act: missing key title"),
        ("effective = 2020-01-01", 'effective = "2020-01-01"', "an-act: effective must be a date"),
        ("effective = 2020-01-01", "effective = 2020-01-01T08:00:00", "effective must be a date"),
        ('"primary"', '"certain"', "an-act: confidence: certain"),
        ('"unconfirmed"', '"certain"', "an-act: some.other: confidence: certain"),
        ('unit = "per cent"', "", "an-act: some.rate: missing key unit"),
        ('place = "Art. 1"', 'place = "Art. 1"\nlink = "x"', "an-act: some.rate: unknown key link"),
    ],
)
def test_a_broken_act_is_refused_by_file_and_key(old: str, new: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        read_instrument("an-act", ACT.replace(old, new))
