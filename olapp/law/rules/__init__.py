"""All rules, by topic."""

from types import ModuleType

from olapp.law.rule import Rule

_TOPICS: tuple[ModuleType, ...] = ()


def all_rules() -> tuple[Rule, ...]:
    """Give every rule, topic by topic, in the order it is written."""
    return tuple(
        value for topic in _TOPICS for value in vars(topic).values() if isinstance(value, Rule)
    )
