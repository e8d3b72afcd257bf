"""All rules, by topic."""

from types import ModuleType

from olapp.law.rule import Rule
from olapp.law.rules import (
    agency,
    contact,
    eligibility,
    identity,
    number,
    party,
    patent_data,
    validity,
)

_TOPICS: tuple[ModuleType, ...] = (
    eligibility,
    validity,
    number,
    patent_data,
    party,
    identity,
    contact,
    agency,
)


def all_rules() -> tuple[Rule, ...]:
    """Give every rule, topic by topic, in the order it is written."""
    return tuple(
        value for topic in _TOPICS for value in vars(topic).values() if isinstance(value, Rule)
    )
