"""A holding seen as the declaration that could be made of it."""

from dataclasses import replace
from datetime import date
from typing import Any

from olapp.domain.declaration import Declaration
from olapp.domain.holding import EncumbranceKind, Holding, Licence, Owner, RightState
from olapp.domain.numbers import patent as numbers
from olapp.domain.party import Party
from olapp.domain.patent import ExistingLicence, Patent, PatentStatus
from olapp.law.holdings import offer_stands

_STATUS = {
    RightState.IN_FORCE: PatentStatus.IN_FORCE,
    RightState.FEE_OVERDUE: PatentStatus.IN_FORCE,
    RightState.RESTORABLE: PatentStatus.TERMINATED,
    RightState.DEAD: PatentStatus.TERMINATED,
}
_FROM_REGISTER = frozenset(
    {
        "state",
        "encumbrances",
        "patent.status",
        "patent.is_suspended",
        "patent.is_pledged",
        "patent.has_invalidation_pending",
        "patent.has_live_declaration",
    }
)
_FROM_RECEIPTS = frozenset({"patent.fees_paid_through", "payments"})


def as_declaration(holding: Holding, today: date | None = None) -> Declaration:
    """Give a declaration with what the portfolio knows: patent, patentees, licences.

    Owners and burdens that have an end are judged by ``today``; without it they are over.
    """
    patent = projected(holding, today)
    owners = tuple(owner for owner in holding.owners if _lasts(owner, today))
    register = patent.register
    if not register.owners:
        register = replace(register, owners=tuple(owner.name for owner in owners))
    number = patent.number or ""
    shown = numbers.format(number) if numbers.is_valid(number) else patent.number
    return Declaration(
        patent=replace(patent, number=shown, register=register),
        patentees=tuple(Party(name=owner.name) for owner in owners),
        has_licensed=holding.has_licensed,
        licences=existing_licences(holding),
    )


def existing_licences(holding: Holding) -> tuple[ExistingLicence, ...]:
    """Give the licences of a holding as box 5 lists them."""
    return tuple(map(_existing, holding.licences))


def _existing(licence: Licence) -> ExistingLicence:
    return ExistingLicence(
        licensee=licence.licensee,
        kind=licence.kind,
        start=licence.effective_on,
        end=licence.ends_on,
    )


def _lasts(owner: Owner, today: date | None) -> bool:
    return owner.until is None or (today is not None and owner.until >= today)


def projected(holding: Holding, today: date | None = None) -> Patent:
    """Give the patent with what state, burdens and offer of the holding say of it."""
    known = told_beside(holding, today)
    return replace(holding.patent, **known) if known else holding.patent


def told_beside(holding: Holding, today: date | None) -> dict[str, Any]:
    """Give the facts of the patent, by name, that stand elsewhere in the holding."""
    patent = holding.patent
    known: dict[str, Any] = {}
    if patent.status is None and holding.state in _STATUS:
        known["status"] = _STATUS[holding.state]
    if holding.encumbrances:
        known |= _burdens(holding, today)
    if holding.offer is not None and today is not None:
        known["has_live_declaration"] = offer_stands(holding, today)
    return known


def _burdens(holding: Holding, today: date | None) -> dict[str, Any]:
    known: dict[str, Any] = {}
    for burden in holding.encumbrances:
        if burden.until is not None and (today is None or burden.until < today):
            continue
        if burden.kind is EncumbranceKind.PRESERVATION:
            known["is_suspended"] = True
        elif "is_pledged" not in known or burden.has_consent_to_open is not True:
            known |= {"is_pledged": True, "pledgee": burden.party or holding.patent.pledgee}
    return known


def looked_on(holding: Holding) -> date | None:
    """Give the day on which what is known of the register was true; None when nobody said.

    That is the day a person looked at it; else the oldest day of the sources that told of it.
    """
    if holding.patent.register.checked_on is not None:
        return holding.patent.register.checked_on
    return told_on(holding, _FROM_REGISTER)


def fees_looked_on(holding: Holding) -> date | None:
    """Give the day on which the fees paid were so; None when nobody said."""
    return holding.patent.fees_checked_on or told_on(holding, _FROM_RECEIPTS)


def fees_seen_after(holding: Holding, day: date) -> bool:
    """Whether what is recorded of the fees was so after a day; with no word on it, it is."""
    looked = fees_looked_on(holding)
    return looked is None or looked > day


def told_on(holding: Holding, paths: frozenset[str]) -> date | None:
    """Give the oldest day of the origins that tell one of these facts; None when one has none."""
    oldest: date | None = None
    for origin in holding.origins:
        if paths.isdisjoint(origin.paths):
            continue
        if origin.as_of is None:
            return None
        if oldest is None or origin.as_of < oldest:
            oldest = origin.as_of
    return oldest
