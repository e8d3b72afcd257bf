"""Limits that acts set, asked for the day of the check."""

from typing import Any

from olapp.law.rule import Setting


def limit(at: Setting, key: str) -> Any:
    """Give the value an act in force sets; None on a day on which no act sets one."""
    try:
        return at.law.parameter(key, at.today).value
    except KeyError:
        return None
