"""Nothing that can be typed, however strange, stops the check or goes by unseen."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any, get_type_hints

import pytest

from olapp.domain import paths
from olapp.domain.declaration import Declaration, Period, PeriodMode, Signature, Unreadable
from olapp.domain.fee import FeeMethod, FeeTerms, Instalment
from olapp.domain.finding import Finding
from olapp.domain.party import Party
from olapp.domain.patent import ExistingLicence, Patent, PatentKind
from olapp.law.rule import Setting, check
from olapp.law.rules import all_rules
from olapp.law.statute import Law, shipped_law

TODAY = date(2026, 11, 23)
DRAFT = Declaration(
    patent=Patent(
        number="ZL202121234567.7",
        kind=PatentKind.UTILITY_MODEL,
        filed_on=date(2021, 6, 3),
        granted_on=date(2021, 12, 10),
        fees_paid_through=6,
    ),
    patentees=(Party(name="示例大学"),),
    licences=(ExistingLicence(),),
    period=Period(mode=PeriodMode.FIXED_END, end=date(2028, 12, 31)),
    fee=FeeTerms(method=FeeMethod.INSTALMENTS, instalments=(Instalment(),)),
    signatures=(Signature(name="示例大学"),),
)


@cache
def law() -> Law:
    return shipped_law()


def judged(declaration: Declaration, today: date = TODAY) -> tuple[Finding, ...]:
    return check(declaration, Setting(law(), today), all_rules())


def places(document: Any, wanted: type, path: str = "") -> Iterator[str]:
    """The places of a document that hold a kind of value."""
    if isinstance(document, tuple):
        for index, item in enumerate(document):
            yield from places(item, wanted, f"{path}.{index}")
    elif is_dataclass(document):
        hints = get_type_hints(type(document))
        for item in fields(document):
            here = f"{path}.{item.name}".lstrip(".")
            if hints[item.name] == (wanted | None):
                yield here
            yield from places(getattr(document, item.name), wanted, here)


@pytest.mark.parametrize("day", [date.min, date(1984, 12, 31), date.max])
@pytest.mark.parametrize("path", list(places(DRAFT, date)))
def test_a_date_at_the_end_of_the_calendar_is_judged(path: str, day: date) -> None:
    assert judged(paths.put(DRAFT, path, day))


@pytest.mark.parametrize("number", [-(10**12), 10**12])
@pytest.mark.parametrize("path", list(places(DRAFT, int)))
def test_a_number_beyond_all_measure_is_judged(path: str, number: int) -> None:
    assert judged(paths.put(DRAFT, path, number))


@pytest.mark.parametrize("number", [-(10**12), 10**12])
def test_years_beyond_all_measure_are_no_period(number: int) -> None:
    declaration = replace(DRAFT, period=Period(mode=PeriodMode.YEARS, years=number))
    found = {finding.code for finding in judged(declaration)}
    assert found & {"OL-TERM-02", "OL-TERM-03"}


@pytest.mark.parametrize("today", [date.min, date(2003, 1, 1), date.max])
def test_any_day_can_be_today(today: date) -> None:
    assert judged(DRAFT, today)


@pytest.mark.parametrize("path", list(places(DRAFT, str)))
def test_a_megabyte_in_a_field_is_told_there(path: str) -> None:
    found = judged(paths.put(DRAFT, path, "第一，费" * 250_000))
    assert "OL-ENT-03" in {finding.code for finding in found if finding.field == path}
    assert all(len(str(finding.values)) < 10_000 for finding in found)


@pytest.mark.parametrize("sign", ["\x00", "\u202e", "\ufffd", chr(0xD800), "\ue000", "\U0010ffff"])
@pytest.mark.parametrize("path", list(places(DRAFT, str)))
def test_a_sign_nobody_can_see_is_named_by_its_code_point(path: str, sign: str) -> None:
    found = [f for f in judged(paths.put(DRAFT, path, f"示{sign}例")) if f.field == path]
    signs = [finding.values["signs"] for finding in found if finding.code == "OL-ENT-02"]
    assert f"U+{ord(sign):04X}" in str(signs)


def test_what_is_quoted_of_an_entry_can_be_shown_anywhere() -> None:
    entry = Unreadable(field="patent.filed_on", text="\ud800\u202e" + "一" * 1_000_000)
    told = [f for f in judged(replace(DRAFT, unreadable=(entry,))) if f.code == "OL-ENT-01"]
    assert len(told) == 1
    assert len(str(told[0].values["text"]).encode()) < 1_000
