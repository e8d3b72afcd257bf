"""A finding is worth little when the person cannot get to the field it speaks of."""

import sys
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from olapp.domain.declaration import Declaration
from olapp.domain.paths import get
from olapp.forms.declaration import DECLARATION
from olapp.forms.spec import Group
from olapp.law.rule import check
from olapp.law.rules import all_rules

HARNESS = Path(__file__).resolve().parents[1] / "law" / "test_rules.py"


@pytest.fixture(scope="module")
def harness() -> ModuleType:
    """The cases of the rules, as their own tests read them."""
    spec = spec_from_file_location("rules_harness", HARNESS)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def is_in_sight(document: Declaration, field: str) -> bool:
    """Whether the form shows the field of a finding."""
    found = DECLARATION.item_at(field)
    if found is None:
        return False
    _, item, inner = found
    if not isinstance(item, Group) or inner is None:
        return item.shown(document)
    number = field.removeprefix(item.path + ".").partition(".")[0]
    return item.shown(document) and inner.shown(get(document, f"{item.path}.{number}"))


def test_every_finding_of_the_rules_leads_to_a_field_in_sight(harness: ModuleType) -> None:
    rules = all_rules()
    lost = {
        (finding.code, finding.field)
        for case in harness.CASES
        if isinstance(case.document, Declaration)
        for finding in check(case.document, case.setting, rules)
        if not is_in_sight(case.document, finding.field)
    }
    assert not lost


def test_a_whole_part_leads_to_its_first_field() -> None:
    for part, field in (("contact", "contact.name"), ("agency", "agency.name"), ("fee", None)):
        found = DECLARATION.item_at(part)
        assert found is not None
        assert found[1].path == (field or "fee.method")
    assert DECLARATION.item_at("") is None
    assert DECLARATION.item_at("nothing") is None


def test_an_item_of_a_group_leads_to_its_group(full: Declaration) -> None:
    for field in ("patentees", "patentees.1", "patentees.1.name"):
        found = DECLARATION.item_at(field)
        assert found is not None
        assert found[1].path == "patentees"
    assert is_in_sight(full, "patentees.1.identity_number")
    assert not is_in_sight(replace(full, agency_acts=False), "patentees.0.identity_number")
