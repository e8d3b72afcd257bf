"""The sheet: a holding while a person fills it in, with lines that still lack something.

A holding of the domain has no half-filled lines: a payment without a day is none. On the screen
lines begin blank. The sheet has the same paths as the holding, so findings and origins fit both.
"""

from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

from olapp.domain.declaration import Unreadable
from olapp.domain.holding import (
    Acquisition,
    Attribute,
    Encumbrance,
    EncumbranceKind,
    FeeReduction,
    Holding,
    LegalEvent,
    Licence,
    Notice,
    NoticeKind,
    Offer,
    Owner,
    Payment,
    ReportRequest,
    RightState,
)
from olapp.domain.money import Rate, Yuan
from olapp.domain.patent import Patent

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerLine:
    """An owner, named or still to be named."""

    name: str | None = None
    share: Rate | None = None
    since: date | None = None
    until: date | None = None
    acquired_by: Acquisition | None = None
    qualifies_for_reduction: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EncumbranceLine:
    """A pledge or a preservation, as far as it is told."""

    kind: EncumbranceKind | None = None
    party: str | None = None
    number: str | None = None
    since: date | None = None
    until: date | None = None
    has_consent_to_open: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """A legal event, as far as it is told."""

    on: date | None = None
    code: str | None = None
    name: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentLine:
    """A payment, as far as it is told."""

    year: int | None = None
    paid_on: date | None = None
    amount: Yuan | None = None
    receipt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """A letter of the office, as far as it is told."""

    kind: NoticeKind | None = None
    received_on: date | None = None
    due_on: date | None = None
    answered_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeLine:
    """A fact of the office's own, as far as it is told."""

    name: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReductionBox:
    """The general fee reduction, or nothing."""

    rate: Rate | None = None
    approved_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingSheet:
    """A holding on the screen; what could not be read is in ``unreadable``."""

    patent: Patent = field(default_factory=Patent)
    country: str | None = "CN"
    published_as: str | None = None
    published_on: date | None = None
    priority_on: date | None = None
    state: RightState | None = None
    state_words: str | None = None
    applicants: tuple[str, ...] = ()
    owners: tuple[OwnerLine, ...] = ()
    inventors: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    agency: str | None = None
    address: str | None = None
    abstract: str | None = None
    reference: str | None = None
    department: str | None = None
    tags: tuple[str, ...] = ()
    attributes: tuple[AttributeLine, ...] = ()
    remarks: str | None = None
    has_licensed: bool | None = None
    licences: tuple[Licence, ...] = ()
    encumbrances: tuple[EncumbranceLine, ...] = ()
    events: tuple[EventLine, ...] = ()
    payments: tuple[PaymentLine, ...] = ()
    reduction: ReductionBox = field(default_factory=ReductionBox)
    report_request: ReportRequest = field(default_factory=ReportRequest)
    offer: Offer = field(default_factory=Offer)
    trial_listed_on: date | None = None
    notices: tuple[NoticeLine, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


_LINES: dict[str, tuple[type, type]] = {
    "owners": (OwnerLine, Owner),
    "attributes": (AttributeLine, Attribute),
    "encumbrances": (EncumbranceLine, Encumbrance),
    "events": (EventLine, LegalEvent),
    "payments": (PaymentLine, Payment),
    "notices": (NoticeLine, Notice),
}
_BOXES: dict[str, tuple[type, type]] = {
    "reduction": (ReductionBox, FeeReduction),
    "offer": (Offer, Offer),
}
_SAME = [
    each.name
    for each in fields(HoldingSheet)
    if each.name not in {*_LINES, *_BOXES, "country", "unreadable"}
]


def sheet_of(holding: Holding) -> HoldingSheet:
    """Give the sheet of a holding."""
    values = {name: getattr(holding, name) for name in _SAME}
    for name, (line, _) in _LINES.items():
        values[name] = tuple(_as(line, item) for item in getattr(holding, name))
    for name, (box, _) in _BOXES.items():
        kept = getattr(holding, name)
        values[name] = box() if kept is None else _as(box, kept)
    return HoldingSheet(country=holding.country, **values)


def holding_of(sheet: HoldingSheet, before: Holding) -> Holding:
    """Give the holding of a sheet; lines that lack something are not in it. Origins stay."""
    values = {name: getattr(sheet, name) for name in _SAME}
    for name, (_, item) in _LINES.items():
        whole = (line for line in getattr(sheet, name) if not _lacks(item, line))
        values[name] = tuple(_as(item, line) for line in whole)
    for name, (blank, box) in _BOXES.items():
        filled = getattr(sheet, name)
        is_whole = filled != blank() and not _lacks(box, filled)
        values[name] = _as(box, filled) if is_whole else None
    return replace(before, country=sheet.country or "CN", **values)


def lacking(sheet: HoldingSheet) -> tuple[str, ...]:
    """Give the places that must be filled in before their line is kept."""
    places = [
        f"{name}.{at}.{lack}"
        for name, (_, item) in _LINES.items()
        for at, line in enumerate(getattr(sheet, name))
        for lack in _lacks(item, line)
    ]
    if sheet.reduction != ReductionBox():
        places += [f"reduction.{lack}" for lack in _lacks(FeeReduction, sheet.reduction)]
    return tuple(places)


def _as(kind: type[T], item: Any) -> T:
    """Turn a line into another kind with the same fields."""
    values = {each.name: getattr(item, each.name) for each in _fields(kind)}
    told = {name: value for name, value in values.items() if value is not None}
    return kind(**told)


def _lacks(kind: type, item: Any) -> list[str]:
    needed = (each for each in _fields(kind) if _is_needed(each))
    return [each.name for each in needed if getattr(item, each.name) is None]


def _is_needed(each: "Field[Any]") -> bool:
    return each.default is MISSING and each.default_factory is MISSING


def _fields(kind: type) -> tuple["Field[Any]", ...]:
    if not is_dataclass(kind):
        raise TypeError(kind)
    return fields(kind)
