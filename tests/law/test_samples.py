"""Whole declarations: the eight records of the law, one with every fault, and an empty one."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from olapp.codec import decode, encode
from olapp.domain.declaration import Declaration
from olapp.domain.finding import Finding, Severity
from olapp.domain.party import Party
from olapp.law.rule import Setting, check
from olapp.law.rules import all_rules
from olapp.law.statute import Law, shipped_law

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"
FIXTURES = ROOT / "tests" / "fixtures"
TODAY = date(2026, 11, 23)

EXPECTED: dict[str, list[tuple[str, str, str]]] = {
    "t1": [],
    "t2": [],
    "t2-without-consents": [
        ("error", "OL-PTY-03", "patentees.0.consented_on"),
        ("error", "OL-PTY-03", "patentees.1.consented_on"),
    ],
    "t3": [("error", "OL-ELIG-07", "patent.report.is_attached")],
    "t4": [("error", "OL-TERM-02", "period.end"), ("warning", "OL-FEE-05", "fee.rate")],
    "t5": [("error", "OL-PTY-12", "agency_acts"), ("warning", "OL-FEE-06", "fee.rate")],
    "t6": [("error", "OL-ELIG-13", "patent.filed_on")],
    "t7": [("error", "OL-NUM-03", "patent.number")],
    "t8": [("error", "OL-ELIG-13", "patent.filed_on")],
}

APART = {
    "OL-ELIG-09": "a report fails in part or altogether: OL-ELIG-08",
    "OL-ELIG-10": "a right has one status: OL-ELIG-06",
    "OL-ELIG-11": "a right has one status: OL-ELIG-06",
    "OL-ELIG-13": "when the term is over, no fee is due and no period too long",
    "OL-ELIG-16": "the next fee is due soon or past due: OL-ELIG-04",
    "OL-NUM-01": "an empty number has no faults inside",
    "OL-NUM-02": "a number without shape tells neither kind nor year: OL-NUM-04, -06",
    "OL-NUM-03": "a number with a wrong digit tells neither kind nor year: OL-NUM-04, -06",
    "OL-NUM-05": "two numbers are not looked at one by one",
    "OL-NUM-09": "a grant ahead of us is after a filing date behind us: OL-ELIG-01",
    "OL-NUM-12": "an empty title is not long: OL-NUM-11",
    "OL-PTY-01": "with a nameless patentee, the register is not compared: OL-PTY-02",
    "OL-PTY-03": "an agency acts, so OL-AGT-05 asks for the consent",
    "OL-PTY-12": "an agency acts",
    "OL-PTY-13": "an agency acts",
    "OL-AGT-07": "an agency acts",
    "OL-FIL-03": "an agency acts",
    "OL-TERM-01": "an empty period has no faults inside",
    "OL-TERM-03": "a period that is over is neither too long nor too early: OL-TERM-02, -07",
    "OL-TERM-05": "a period of whole years is not shorter than one: OL-TERM-04",
    "OL-FEE-01": "without a method no figure counts",
    "OL-FEE-06": "a royalty has one base: OL-FEE-05",
    "OL-FEE-10": "a missing explanation has no faults inside: OL-FEE-11, -12",
    "OL-FEE-13": "a free licence has no figures",
    "OL-FEE-14": "a royalty has no instalments",
}
MANY = {
    "OL-UND-02": [
        "undertakings.fees_paid",
        "undertakings.no_exclusive_licence",
        "undertakings.no_pledge_or_agreed",
        "undertakings.not_suspended",
        "undertakings.open_to_anyone",
        "undertakings.right_exists",
    ]
}
"""Rules that speak at more than one field of the declaration with every fault."""


@cache
def law() -> Law:
    return shipped_law()


def findings(document: Declaration, *others: str) -> list[Finding]:
    return list(check(document, Setting(law(), TODAY, frozenset(others)), all_rules()))


def heavy(document: Declaration) -> list[tuple[str, str, str]]:
    found = [f for f in findings(document) if f.severity is not Severity.INFO]
    return [(finding.severity.value, finding.code, finding.field) for finding in found]


def read(path: Path) -> Declaration:
    return decode(Declaration, path.read_bytes())


@pytest.mark.parametrize("name", EXPECTED)
def test_a_record_of_the_law_raises_exactly_what_is_expected(name: str) -> None:
    folder = SAMPLES if (SAMPLES / f"{name}.json").exists() else FIXTURES
    assert heavy(read(folder / f"{name}.json")) == EXPECTED[name]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_a_sample_is_written_as_the_program_writes_it(path: Path) -> None:
    assert encode(read(path)) == path.read_bytes()


def everything_wrong() -> list[Finding]:
    return findings(read(FIXTURES / "everything-wrong.json"), "2020101234562")


def test_with_every_fault_at_once_each_is_told_once() -> None:
    told = Counter((finding.code, finding.field) for finding in everything_wrong())
    assert [place for place, times in told.items() if times > 1] == []
    for code in {code for code, _ in told}:
        fields = sorted(field for told_code, field in told if told_code == code)
        assert fields == MANY.get(code, fields[:1]), code


def test_with_every_fault_at_once_no_rule_keeps_still_but_those_that_exclude_each_other() -> None:
    told = {finding.code for finding in everything_wrong()}
    codes = {rule.code for rule in all_rules() if rule.on is Declaration}
    assert codes - told == set(APART)


def test_every_fault_has_its_own_weight_and_none_is_merely_unknown() -> None:
    weights = {rule.code: rule.severity for rule in all_rules()}
    assert all(finding.severity is weights[finding.code] for finding in everything_wrong())


def test_an_empty_declaration_is_told_of_each_missing_thing_once() -> None:
    found = findings(Declaration())
    assert max(Counter(finding.field for finding in found).values()) == 1
    errors = {f.code for f in found if f.severity is Severity.ERROR}
    assert errors == {
        "OL-ELIG-01",
        "OL-FEE-01",
        "OL-FEE-10",
        "OL-NUM-01",
        "OL-NUM-11",
        "OL-PTY-01",
        "OL-PTY-15",
        "OL-SIG-01",
        "OL-TERM-01",
        "OL-UND-01",
    }


def test_an_empty_patentee_is_asked_for_each_thing_once() -> None:
    found = [f for f in findings(Declaration(patentees=(Party(),))) if "patentees." in f.field]
    assert max(Counter(finding.field for finding in found).values()) == 1
    assert {finding.field for finding in found} == {
        "patentees.0.name",
        "patentees.0.kind",
        "patentees.0.origin",
        "patentees.0.address",
        "patentees.0.has_identity_proof",
    }


def test_what_decides_on_eligibility_is_unknown_until_it_is_said() -> None:
    unknown = {f.field for f in findings(Declaration()) if f.severity is Severity.UNKNOWN}
    assert unknown == {
        "has_licensed",
        "patent.fees_paid_through",
        "patent.filed_on",
        "patent.has_invalidation_pending",
        "patent.has_live_declaration",
        "patent.is_pledged",
        "patent.is_suspended",
        "patent.kind",
        "patent.register.checked_on",
        "patent.register.owners",
        "patent.status",
    }
