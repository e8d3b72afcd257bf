"""Rules on changing a patent while a declaration on it stands (Guidelines Part V Ch. 11, 9)."""

from collections.abc import Iterator

from olapp.domain.finding import Severity
from olapp.domain.holding import Acquisition, EncumbranceKind, Holding, Owner
from olapp.domain.patent import PatentStatus
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import guidelines, patent_law
from olapp.law.entries import shortened
from olapp.law.holdings import (
    BARRING,
    barring_licences,
    lasting,
    named_licensee,
    offer_stands,
    offered_since,
    owners_on,
)
from olapp.law.rule import Setting, Spot, Unsure, rule

_TRANSFERRED = "TR01"
"""Transfer of the patent right, in the list of legal events."""
_SAY_HOW = N_("Say whether it was by assignment: before one the declaration has to be withdrawn.")


def _new_owners(h: Holding, at: Setting) -> Iterator[tuple[str, Owner]]:
    """Give the owners who came after the announcement, each with the place that says how."""
    if offer_stands(h, at.today):
        begun = offered_since(h, at.today)
        for index, owner in owners_on(h, at.today):
            if owner.since is not None and owner.since > begun:
                yield f"owners.{index}.acquired_by", owner


@rule(
    "OL-CHG-01",
    "The patent is assigned to {owner} while the declaration stands.",
    remedy=N_("Withdraw the declaration before the assignment is registered."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(guidelines("9"),),
)
def assigned_while_offered(h: Holding, at: Setting) -> Iterator[Spot | Unsure]:
    """The declaration is withdrawn first; only then the assignment is registered.

    A transfer of which nobody has said how it came about leaves the question open.
    """
    new = tuple(_new_owners(h, at))
    for field, owner in new:
        if owner.acquired_by is Acquisition.ASSIGNMENT:
            yield Spot(field, owner=shortened(owner.name))
        elif owner.acquired_by is None:
            fact = N_("it is not said how {owner} came by the patent")
            yield Unsure(field, fact, _SAY_HOW, values={"owner": shortened(owner.name)})
    if not new and offer_stands(h, at.today):
        yield from _transfers(h, at)


def _transfers(h: Holding, at: Setting) -> Iterator[Unsure]:
    for index, event in enumerate(h.events):
        is_late = event.on is not None and event.on > offered_since(h, at.today)
        if event.code == _TRANSFERRED and is_late:
            fact = N_("a transfer is recorded on {day}, and nobody has said to whom and how")
            yield Unsure(f"events.{index}", fact, _SAY_HOW, values={"day": event.on})


@rule(
    "OL-CHG-02",
    "The patent is surrendered while the declaration stands.",
    remedy=N_("Withdraw the declaration before the patent is surrendered."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(guidelines("9"),),
)
def surrendered_while_offered(h: Holding, at: Setting) -> Iterator[Spot]:
    """The declaration is withdrawn first; only then the patent can be given up."""
    if h.patent.status is PatentStatus.SURRENDERED and offer_stands(h, at.today):
        yield Spot("patent.status")


@rule(
    "OL-CHG-03",
    "The patentee has changed to {owner} since {since}, and the declaration of before stands.",
    remedy=N_("Withdraw it; if open licensing goes on, file a new declaration promptly."),
    severity=Severity.WARNING,
    on=Holding,
    sources=(guidelines("9"),),
)
def owner_changed_while_offered(h: Holding, at: Setting) -> Iterator[Spot]:
    """After a merger, an inheritance or a new name the new patentee declares anew, or withdraws."""
    for field, owner in _new_owners(h, at):
        if owner.acquired_by is Acquisition.OTHERWISE:
            yield Spot(field, owner=shortened(owner.name), since=owner.since)


@rule(
    "OL-CHG-04",
    "The patent is pledged to {pledgee} while the declaration stands, without written consent.",
    remedy=N_("File the pledgee's consent to go on with open licensing together with the pledge."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(guidelines("9"),),
)
def pledged_while_offered(h: Holding, at: Setting) -> Iterator[Spot]:
    """A pledge on an offered patent is registered with the pledgee's consent to continue."""
    if not offer_stands(h, at.today):
        return
    for index, pledge in lasting(h, EncumbranceKind.PLEDGE, at.today):
        if pledge.has_consent_to_open is not True:
            pledgee = shortened(pledge.party) if pledge.party else _UNNAMED
            yield Spot(f"encumbrances.{index}.has_consent_to_open", pledgee=pledgee)
    patent = h.patent
    if patent.is_pledged and patent.pledgee_consented_on is None and not h.encumbrances:
        pledgee = shortened(patent.pledgee) if patent.pledgee else _UNNAMED
        yield Spot("patent.pledgee_consented_on", pledgee=pledgee)


_UNNAMED = Sentence(N_("an unnamed pledgee"))


@rule(
    "OL-CHG-05",
    "{licensee} was given {kind} while the declaration stands.",
    remedy=N_("Take it back, or withdraw the declaration: both together are forbidden."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(patent_law("51.3"),),
)
def licensed_exclusively_while_offered(h: Holding, at: Setting) -> Iterator[Spot]:
    """While the open licence runs the patentee may give no exclusive and no sole licence."""
    if not offer_stands(h, at.today):
        return
    for index, licence in barring_licences(h, at.today):
        if licence.kind is not None:
            licensee = named_licensee(licence.licensee)
            kind = Sentence(BARRING[licence.kind])
            yield Spot(f"licences.{index}.kind", licensee=licensee, kind=kind)
