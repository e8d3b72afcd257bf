"""All rules, by topic."""

from types import ModuleType

from olapp.law.rule import Rule
from olapp.law.rules import (
    agency,
    annual_fee,
    change,
    contact,
    contradiction,
    eligibility,
    entry,
    evaluation_report,
    explanation,
    fee,
    filing,
    holding,
    identity,
    licensing,
    number,
    party,
    patent_data,
    payment,
    period,
    print,  # noqa: A004 - the topic is called so
    quality,
    recordal,
    reduction,
    royalty,
    signature,
    text,
    trial,
    undertaking,
    validity,
    withdrawal,
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
    holding,
    withdrawal,
    change,
    licensing,
    recordal,
    annual_fee,
    reduction,
    evaluation_report,
    trial,
    quality,
)


def all_rules() -> tuple[Rule, ...]:
    """Give every rule, topic by topic, in the order it is written."""
    return rules_of(*_TOPICS)


def rules_of(*topics: ModuleType) -> tuple[Rule, ...]:
    """Give the rules of some topics."""
    return tuple(
        value for topic in topics for value in vars(topic).values() if isinstance(value, Rule)
    )
