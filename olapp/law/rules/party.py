"""Whether the patentees are all there, agree, and prove who they are (boxes 1 and 10)."""

from collections import Counter
from collections.abc import Callable, Iterator

from olapp.domain.declaration import Declaration, EnclosureKind
from olapp.domain.finding import Severity
from olapp.domain.party import Party
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import guidelines, guidelines_one, patent_law, questions, regulations, tool
from olapp.law.entries import blank, shortened, typed
from olapp.law.names import folded
from olapp.law.rule import IN_REGISTER, Setting, Spot, Unsure, rule

_SIGNED_AHEAD = N_("The consent of {name} is dated {signed}, which is still to come.")


def called(party: Party, index: int) -> object:
    """Name a patentee in a sentence, by its place when it has no name."""
    if party.name and not blank(party.name):
        return shortened(party.name)
    return Sentence(N_("patentee {n}"), {"n": index + 1})


def missing_consents(d: Declaration, at: Setting) -> Iterator[Spot]:
    """Name each patentee who has not consented by today; a day nobody can read is another fault."""
    for index, party in enumerate(d.patentees):
        place, signed = f"patentees.{index}.consented_on", party.consented_on
        if signed is None and not typed(d, place):
            yield Spot(place, name=called(party, index))
        elif signed is not None and signed > at.today:
            yield Spot(place, _SIGNED_AHEAD, name=called(party, index), signed=signed)


def lacking(d: Declaration, field: str, applies: Callable[[Party], bool]) -> Iterator[Spot]:
    """Name each patentee of whom a text is wanted and not given."""
    for index, party in enumerate(d.patentees):
        if applies(party) and blank(getattr(party, field)):
            yield Spot(f"patentees.{index}.{field}", name=called(party, index))


def _listed(names: Counter[str]) -> object:
    return tuple(names.elements()) or Sentence(N_("none"))


@rule(
    "OL-PTY-01",
    "A patentee is not named here.",
    remedy=N_("Enter every patentee, as the register has them."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("85.2(2)"),),
)
def patentee_is_missing(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """A declaration names its patentees."""
    if not d.patentees:
        yield Spot("patentees")
    for index, party in enumerate(d.patentees):
        if blank(party.name):
            yield Spot(f"patentees.{index}.name")


@rule(
    "OL-PTY-02",
    "The patentees differ from the register: missing here: {missing}; not registered: {extra}.",
    remedy=N_("List all patentees exactly as in the patent register."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(questions("3"),),
)
def patentees_differ_from_register(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """All registered patentees are listed, and nobody else; order, width and blanks are no matter.

    As long as a patentee has no name yet, OL-PTY-01 speaks.
    """
    owners = d.patent.register.owners
    if not owners:
        unknown = N_("the patentees in the register are not entered")
        yield Unsure("patent.register.owners", unknown, IN_REGISTER)
        return
    if not d.patentees or any(blank(party.name) for party in d.patentees):
        return
    registered = {folded(name): name for name in owners}
    given = {folded(party.name): party.name or "" for party in d.patentees}
    missing = Counter(map(folded, owners)) - Counter(folded(p.name) for p in d.patentees)
    extra = Counter(folded(p.name) for p in d.patentees) - Counter(map(folded, owners))
    if missing or extra:
        yield Spot(
            "patentees",
            missing=_listed(Counter({shortened(registered[key]): n for key, n in missing.items()})),
            extra=_listed(Counter({shortened(given[key]): n for key, n in extra.items()})),
        )


@rule(
    "OL-PTY-03",
    "{name} has not signed the consent of all patentees.",
    remedy=N_("Have every patentee sign or seal the statement of consent, and enter the day."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(patent_law("14"), guidelines("3.2"), guidelines("3.3")),
)
def co_owner_has_not_consented(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """Two or more patentees must all consent in writing, today at the latest.

    When an agency acts, OL-AGT-05 asks for the same paper.
    """
    if len(d.patentees) > 1 and not d.agency_acts:
        yield from missing_consents(d, at)


@rule(
    "OL-PTY-04",
    "The co-owners have an agreement on open licensing, and it is not attached.",
    remedy=N_("Attach proof of the agreement: it governs who may declare."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(guidelines("3.2"),),
)
def owners_agreement_is_not_attached(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """Where co-owners have agreed on open licensing, proof of the agreement is filed."""
    field = "has_owners_agreement"
    attached = d.encloses(EnclosureKind.OWNERS_AGREEMENT)
    if d.has_owners_agreement and not attached:
        yield Spot(field)
    elif d.has_owners_agreement is None and len(d.patentees) > 1 and not attached:
        yield Unsure(field, N_("it is not said whether the co-owners have an agreement"))


@rule(
    "OL-PTY-05",
    "The proof of identity of {name} is missing.",
    remedy=N_("Attach a copy of the business licence or identity document."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(questions("2"),),
)
def identity_proof_is_missing(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """The office asks for proof of identity of every patentee."""
    for index, party in enumerate(d.patentees):
        if not party.has_identity_proof:
            yield Spot(f"patentees.{index}.has_identity_proof", name=called(party, index))


@rule(
    "OL-PTY-20",
    "The representative {name} is not one of the patentees.",
    remedy=N_("Name one of the patentees, or leave it empty: then the first one represents all."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines_one("4.1.5"),),
)
def representative_is_no_owner(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """The representative is one of the patentees."""
    name = d.representative
    names = {folded(party.name) for party in d.patentees if not blank(party.name)}
    if name and not blank(name) and names and folded(name) not in names:
        yield Spot("representative", name=shortened(name))


@rule(
    "OL-PTY-21",
    "The patentee changed on {changed}, and the register has not been looked at since.",
    remedy=N_("Look at the patent register, and enter the patentees it shows and the day."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(tool(), patent_law("10")),
)
def owner_changed_since_check(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """A change within 60 days, the sixtieth included, wants a look at the register after it.

    An assignment counts from its registration; a look on the day of the change is enough.
    """
    register = d.patent.register
    changed, checked = register.owner_changed_on, register.checked_on
    if changed is None or changed > at.today:
        return
    is_recent = at.within(at.today - changed, "owner-change.recent")
    if is_recent and (checked is None or checked < changed):
        yield Spot("patent.register.owner_changed_on", changed=changed)
