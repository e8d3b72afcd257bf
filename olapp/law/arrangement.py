"""The days off and make-up working days of a year, as the State Council's office arranges them."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

from olapp.domain.finding import Source
from olapp.domain.sentence import N_
from olapp.law.keys import check_dates, check_keys, confidence_of

SATURDAY = 5
"""The first weekday, counted from 0, that is not worked."""
_NEEDED = {"year", "status", "authority", "number", "confidence", "checked", "off", "worked"}
_OPTIONAL = {"issued", "note"}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The arrangement of one calendar year, as published."""

    year: int
    source: Source
    issued: date | None
    checked: date
    days_off: Mapping[date, str]
    """The days off, weekend days among them, each with the name of its holiday."""
    worked: frozenset[date]
    """The days of weekends that are worked."""
    note: str = ""


def read_arrangement(name: str, text: str) -> Arrangement:
    """Read one year from TOML; ValueError names the file and the key that is wrong or missing."""
    data = tomllib.loads(text)
    check_keys(name, data, _NEEDED, _OPTIONAL)
    check_dates(name, data, "issued", "checked")
    if data["status"] != "published":
        raise ValueError(f"{name}: status: only a published arrangement counts")
    days_off = dict(day for run in data["off"] for day in _days(name, run, data["year"]))
    _check_worked(name, data, days_off)
    return Arrangement(
        year=data["year"],
        source=_source(name, data),
        issued=data.get("issued"),
        checked=data["checked"],
        days_off=days_off,
        worked=frozenset(data["worked"]),
        note=data.get("note", ""),
    )


def _source(name: str, data: Mapping[str, Any]) -> Source:
    title = N_("Notice of the General Office of the State Council on days off")
    number = data["number"] or str(data["year"])
    return Source(title, "{at}", number, confidence_of(name, data["confidence"]))


def _days(name: str, run: Mapping[str, Any], year: int) -> Iterator[tuple[date, str]]:
    """Spread a run of days off over its days."""
    first, last = run["first"], run["last"]
    if not first.year == last.year == year or last < first:
        raise ValueError(f"{name}: off: {run['name']}: not a run of days in {year}")
    for ahead in range((last - first).days + 1):
        yield first + timedelta(days=ahead), run["name"]


def _check_worked(name: str, data: Mapping[str, Any], days_off: Mapping[date, str]) -> None:
    """Refuse a make-up working day that is none."""
    for day in data["worked"]:
        if day.year != data["year"] or day.weekday() < SATURDAY or day in days_off:
            raise ValueError(f"{name}: worked: {day} is no weekend day that can be worked")


def shipped_arrangements() -> tuple[Arrangement, ...]:
    """Read the years shipped with the program, oldest first."""
    years = [
        read_arrangement(item.name, item.read_text(encoding="utf-8"))
        for item in (files(__package__) / "calendar").iterdir()
        if item.name.endswith(".toml")
    ]
    return tuple(sorted(years, key=lambda year: year.year))
