"""All rules, by topic."""

from types import ModuleType

from olapp.law.rule import Rule
from olapp.law.rules import (
    agency,
    contact,
    contradiction,
    eligibility,
    entry,
    explanation,
    fee,
    filing,
    identity,
    number,
    party,
    patent_data,
    payment,
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
    payment,
    royalty,
    explanation,
    text,
    undertaking,
    signature,
    print,
    filing,
    entry,
    contradiction,
)


def all_rules() -> tuple[Rule, ...]:
    """Give every rule, topic by topic, in the order it is written."""
    return tuple(
        value for topic in _TOPICS for value in vars(topic).values() if isinstance(value, Rule)
    )
