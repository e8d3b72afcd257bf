import importlib
import pkgutil
from enum import Enum, StrEnum

import pytest

import olapp.domain
from olapp.domain.declaration import EnclosureKind
from olapp.domain.party import IdentityKind
from olapp.forms.choices import CHOICES, TRI_STATE, label_of


def enumerations() -> list[type[StrEnum]]:
    found: dict[str, type[StrEnum]] = {}
    for module in pkgutil.walk_packages(olapp.domain.__path__, "olapp.domain."):
        for value in vars(importlib.import_module(module.name)).values():
            is_ours = isinstance(value, type) and value.__module__.startswith("olapp.domain")
            if is_ours and issubclass(value, Enum):
                assert issubclass(value, StrEnum), f"{value.__name__} cannot be shown as a choice"
                found[value.__name__] = value
    return list(found.values())


@pytest.mark.parametrize("kind", enumerations(), ids=lambda kind: kind.__name__)
def test_every_choice_of_the_domain_has_a_label(kind: type[StrEnum]) -> None:
    assert kind in CHOICES, f"{kind.__name__} has no labels"
    assert list(CHOICES[kind]) == list(kind)


def test_no_two_options_of_a_choice_read_the_same() -> None:
    for labels in CHOICES.values():
        assert len({label.zh for label in labels.values()}) == len(labels)
        assert len({label.en for label in labels.values()}) == len(labels)


def test_a_fact_nobody_looked_up_is_not_a_no() -> None:
    assert [TRI_STATE[value].zh for value in (True, False, None)] == ["是", "否", "未核实"]
    assert label_of(None).en == "Not known"


def test_members_that_share_a_value_keep_their_own_label() -> None:
    assert str(IdentityKind.OTHER) == str(EnclosureKind.OTHER)
    assert label_of(IdentityKind.OTHER) != label_of(EnclosureKind.OTHER)
