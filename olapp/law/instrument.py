"""Legal acts as data: one TOML file each, with the day it takes effect and its sources."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

from olapp.domain.finding import Confidence, Source
from olapp.law.keys import check_dates, check_keys, confidence_of

_NEEDED = {"title", "effective", "confidence", "checked"}
_OPTIONAL = {"number", "until", "note", "parameters"}
_PARAMETER_NEEDED = {"value", "unit", "place"}
_PARAMETER_OPTIONAL = {"confidence", "note"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number, date or table an act sets, with its unit and source."""

    value: Any
    unit: str
    source: Source
    note: str = ""


@dataclass(frozen=True, slots=True)
class Instrument:
    """One legal act: in force from ``effective`` on, up to the day before ``until``."""

    name: str
    title: str
    number: str
    effective: date
    until: date | None
    checked: date
    parameters: Mapping[str, Parameter]
    note: str = ""

    def in_force_on(self, day: date) -> bool:
        """Whether the act applies on a day."""
        return self.effective <= day and (self.until is None or day < self.until)


def read_instrument(name: str, text: str) -> Instrument:
    """Read one act; ValueError names the act and the key that is wrong or missing."""
    data = tomllib.loads(text, parse_float=Decimal)
    check_keys(name, data, _NEEDED, _OPTIONAL)
    check_dates(name, data, "effective", "until", "checked")
    confidence = confidence_of(name, data["confidence"])
    return Instrument(
        name=name,
        title=data["title"],
        number=data.get("number", ""),
        effective=data["effective"],
        until=data.get("until"),
        checked=data["checked"],
        note=data.get("note", ""),
        parameters={
            key: _parameter(f"{name}: {key}", entry, data["title"], confidence)
            for key, entry in data.get("parameters", {}).items()
        },
    )


def _parameter(name: str, entry: dict[str, Any], title: str, confidence: Confidence) -> Parameter:
    """Read one parameter; its own confidence outranks the act's."""
    check_keys(name, entry, _PARAMETER_NEEDED, _PARAMETER_OPTIONAL)
    own = confidence_of(name, entry.get("confidence", confidence))
    source = Source(title, "{at}", entry["place"], own)
    return Parameter(entry["value"], entry["unit"], source, entry.get("note", ""))


def shipped_instruments() -> tuple[Instrument, ...]:
    """Read all acts shipped with the program, oldest first."""
    folder = files(__package__) / "instruments"
    acts = [
        read_instrument(item.name.removesuffix(".toml"), item.read_text(encoding="utf-8"))
        for item in folder.iterdir()
        if item.name.endswith(".toml")
    ]
    return tuple(sorted(acts, key=lambda act: (act.effective, act.name)))
