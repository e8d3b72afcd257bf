"""The keys of a data file: which must stand there, which may, and what some of them hold."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from olapp.domain.finding import Confidence


def check_keys(name: str, entry: Mapping[str, Any], needed: set[str], optional: set[str]) -> None:
    """Refuse unknown and missing keys; ValueError names the file and the keys."""
    if unknown := sorted(set(entry) - needed - optional):
        raise ValueError(f"{name}: unknown key {', '.join(unknown)}")
    if missing := sorted(needed - set(entry)):
        raise ValueError(f"{name}: missing key {', '.join(missing)}")


def check_dates(name: str, entry: Mapping[str, Any], *keys: str) -> None:
    """Refuse what is no plain date under any of these keys; one may be left out."""
    for key in keys:
        if key in entry and type(entry[key]) is not date:
            raise ValueError(f"{name}: {key} must be a date")


def confidence_of(name: str, value: str) -> Confidence:
    """Read a confidence; ValueError names the file."""
    try:
        return Confidence(value)
    except ValueError:
        raise ValueError(f"{name}: confidence: {value} is none") from None
