"""Rules on withdrawing a declaration that was announced (Guidelines Part V Ch. 11, 4)."""

from collections.abc import Iterator

from olapp.domain.dates import patent_year
from olapp.domain.finding import Severity
from olapp.domain.holding import EncumbranceKind, Holding, Licence, RightState
from olapp.domain.patent import LicenceKind, PatentStatus
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import guidelines, patent_law, questions, regulations
from olapp.law.entries import blank, shortened
from olapp.law.holdings import (
    barring_licences,
    is_recorded,
    lasting,
    named_licensee,
    offer_stands,
    running,
)
from olapp.law.late_fees import FeePosition, balance
from olapp.law.projection import fees_seen_after
from olapp.law.rule import Setting, Spot, Unsure, rule
from olapp.law.rules.holding import LOOK_AT_PAYMENTS

Event = tuple[str, Sentence]
"""Where in the holding it stands, and what it is."""

_TOO_EARLY = N_("The withdrawal is dated {withdrawn}, before the announcement on {announced}.")
_LICENCES = {
    LicenceKind.EXCLUSIVE: N_("an exclusive licence is given to {licensee}"),
    LicenceKind.SOLE: N_("a sole licence is given to {licensee}"),
}
_LATE = {FeePosition.GRACE, FeePosition.LAPSED}
_OVER = {PatentStatus.TERMINATED, PatentStatus.WHOLLY_INVALID}
_GONE = {RightState.RESTORABLE, RightState.DEAD}


@rule(
    "OL-WDR-01",
    "There is no announced declaration that could be withdrawn.",
    remedy=N_("Enter the day the declaration was announced, or take the withdrawal out."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(questions("25"),),
)
def nothing_to_withdraw(h: Holding, _at: Setting) -> Iterator[Spot]:
    """Only a declaration that has been announced can be withdrawn."""
    if h.offer is None or h.offer.withdrawn_on is None:
        return
    announced, withdrawn = h.offer.announced_on, h.offer.withdrawn_on
    if announced is None and h.patent.has_live_declaration is None:
        yield Spot("offer.withdrawn_on")
    elif announced is not None and withdrawn < announced:
        yield Spot("offer.withdrawn_on", _TOO_EARLY, withdrawn=withdrawn, announced=announced)


@rule(
    "OL-WDR-06",
    "The declaration on this patent stands, and {event}.",
    remedy=N_(
        "Withdraw the declaration now and tell the licensees; if not, the office ends or revokes "
        "it."
    ),
    severity=Severity.ERROR,
    on=Holding,
    sources=(regulations("86"), guidelines("2(2)"), guidelines("4")),
)
def bar_has_come_up(h: Holding, at: Setting) -> Iterator[Spot | Unsure]:
    """What bars open licensing at the start ends it when it comes up later (Rule 86).

    A fee that came due after the payments were last looked at may have been paid.
    """
    if not offer_stands(h, at.today):
        return
    for field, event in (*_burdens(h, at), *_obstacles(h), *_end(h)):
        yield Spot(field, event=event)
    yield from _late_fee(h, at)


def _burdens(h: Holding, at: Setting) -> Iterator[Event]:
    for index, licence in barring_licences(h, at.today):
        yield f"licences.{index}.kind", _of_licence(licence)
    for index, pledge in lasting(h, EncumbranceKind.PLEDGE, at.today):
        if pledge.has_consent_to_open is not True:
            yield f"encumbrances.{index}", Sentence(N_("it is pledged without consent"))
    for index, _ in lasting(h, EncumbranceKind.PRESERVATION, at.today):
        yield f"encumbrances.{index}", Sentence(N_("a court's preservation lies on it"))


def _of_licence(licence: Licence) -> Sentence:
    kind = LicenceKind.SOLE if licence.kind is LicenceKind.SOLE else LicenceKind.EXCLUSIVE
    return Sentence(_LICENCES[kind], {"licensee": named_licensee(licence.licensee)})


def _obstacles(h: Holding) -> Iterator[Event]:
    patent = h.patent
    if patent.is_suspended:
        yield "patent.is_suspended", Sentence(N_("procedure on the patent is suspended"))
    if patent.is_pledged and patent.pledgee_consented_on is None and not h.encumbrances:
        yield "patent.is_pledged", Sentence(N_("it is pledged without consent"))
    if patent.other_obstacle and not blank(patent.other_obstacle):
        text, obstacle = N_("working it is hindered: {obstacle}"), shortened(patent.other_obstacle)
        yield "patent.other_obstacle", Sentence(text, {"obstacle": obstacle})


def _late_fee(h: Holding, at: Setting) -> Iterator[Spot | Unsure]:
    owed, field = balance(at.law, h, at.today), "patent.fees_paid_through"
    if owed is not None and owed.position in _LATE:
        if fees_seen_after(h, owed.due.nominal):
            text = N_("the annual fee of patent year {year}, due on {due}, is not paid in full")
            values = {"year": owed.year, "due": owed.due.nominal}
            yield Spot(field, event=Sentence(text, values))
        else:
            fact = N_("an annual fee has come due since the payments were looked at")
            yield Unsure(field, fact, LOOK_AT_PAYMENTS)
    elif owed is None and h.state is RightState.FEE_OVERDUE:
        yield Spot("state", event=Sentence(N_("its annual fee is said to be late")))


def _end(h: Holding) -> Iterator[Event]:
    """Tell of a right that is over; of a surrender another rule speaks."""
    if h.patent.status in _OVER:
        yield "patent.status", Sentence(N_("the right has ended"))
    elif h.state in _GONE and h.patent.status is not PatentStatus.SURRENDERED:
        yield "state", Sentence(N_("the right has ended"))


@rule(
    "OL-WDR-07",
    "{count} licences were taken under the declaration; withdrawal does not touch them.",
    remedy=N_("Keep to them until they end."),
    severity=Severity.INFO,
    on=Holding,
    sources=(patent_law("50.2"),),
)
def licensees_keep_their_licences(h: Holding, at: Setting) -> Iterator[Spot]:
    """A licence given before withdrawal keeps its effect."""
    if h.offer is None or h.offer.withdrawn_on is None:
        return
    count = sum(licence.is_open is True for _, licence in running(h, at.today))
    if count:
        yield Spot("offer.withdrawn_on", count=count)


@rule(
    "OL-WDR-08",
    "The fee reduction for the open licence ends: from patent year {year} on the full fee is due.",
    remedy=N_("Reckon with the full annual fee, unless the general reduction applies."),
    severity=Severity.INFO,
    on=Holding,
    sources=(guidelines("8"),),
)
def reduction_ends_with_withdrawal(h: Holding, at: Setting) -> Iterator[Spot]:
    """A withdrawal announced in one patent year ends the reduction with the next."""
    withdrawn = h.offer.withdrawn_on if h.offer is not None else None
    filed = h.patent.filed_on
    if withdrawn is None or filed is None or withdrawn < filed:
        return
    if any(licence.is_open and is_recorded(licence) for _, licence in running(h, withdrawn)):
        yield Spot("offer.withdrawn_on", year=patent_year(filed, withdrawn) + 1)
