"""What a holding says of a day: offers that stand, owners of now, licences and burdens that run."""

from collections.abc import Iterator
from datetime import date

from olapp.domain.dates import day_before
from olapp.domain.holding import (
    Encumbrance,
    EncumbranceKind,
    Holding,
    Licence,
    Notice,
    NoticeKind,
    Owner,
)
from olapp.domain.patent import LicenceKind
from olapp.domain.sentence import N_, Sentence
from olapp.law.entries import shortened

BARRING = {
    LicenceKind.EXCLUSIVE: N_("an exclusive licence"),
    LicenceKind.SOLE: N_("a sole licence"),
}
"""Licences beside which no open licence can be, in words."""


def offer_stands(holding: Holding, day: date) -> bool | None:
    """Whether an announced declaration stands; None when nobody has said.

    The days of the offer go before the plain answer of the patent.
    """
    if holding.offer is not None and holding.offer.announced_on is not None:
        return holding.offer.stands_on(day)
    return holding.patent.has_live_declaration


def offered_since(holding: Holding, day: date) -> date:
    """Give the day the standing offer was announced; where it is not known, yesterday."""
    announced = holding.offer.announced_on if holding.offer is not None else None
    return announced or day_before(day)


def owners_on(holding: Holding, day: date) -> Iterator[tuple[int, Owner]]:
    """Give the owners of a day, each with its place in the list."""
    for index, owner in enumerate(holding.owners):
        if owner.until is None or owner.until >= day:
            yield index, owner


def running(holding: Holding, day: date) -> Iterator[tuple[int, Licence]]:
    """Give the licences that run on a day or will, each with its place in the list."""
    for index, licence in enumerate(holding.licences):
        if licence.lives_on(day):
            yield index, licence


def barring_licences(holding: Holding, day: date) -> Iterator[tuple[int, Licence]]:
    """Give the exclusive and sole licences among them."""
    return (each for each in running(holding, day) if each[1].kind in BARRING)


def lasting(
    holding: Holding, kind: EncumbranceKind, day: date
) -> Iterator[tuple[int, Encumbrance]]:
    """Give the burdens of a kind that lie on the patent on a day, or are planned to."""
    for index, burden in enumerate(holding.encumbrances):
        if burden.kind is kind and (burden.until is None or burden.until >= day):
            yield index, burden


def waiting(holding: Holding, kind: NoticeKind) -> Iterator[tuple[int, Notice]]:
    """Give the letters of a kind that are not answered."""
    for index, notice in enumerate(holding.notices):
        if notice.kind is kind and notice.answered_on is None:
            yield index, notice


def named_licensee(name: str | None) -> str | Sentence:
    """Give a licensee as sentences do; one that nobody has named is called so."""
    return shortened(name) if name else Sentence(N_("an unnamed licensee"))


def is_recorded(licence: Licence) -> bool:
    """Whether the office has recorded a licence."""
    return licence.recorded_on is not None or bool(licence.number)
