"""All rules, by topic."""

from types import ModuleType

from olapp.law.rule import Rule
from olapp.law.rules import (
    agency,
    contact,
    eligibility,
    entry,
    explanation,
    fee,
    filing,
    identity,
    number,
    party,
    patent_data,
    period,
    print,  # noqa: A004 - the topic is called so
    royalty,
    signature,
    text,
    undertaking,
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
    period,
    fee,
    royalty,
    explanation,
    text,
    undertaking,
    signature,
    print,
    filing,
    entry,
)


def all_rules() -> tuple[Rule, ...]:
    """Give every rule, topic by topic, in the order it is written."""
    return tuple(
        value for topic in _TOPICS for value in vars(topic).values() if isinstance(value, Rule)
    )
