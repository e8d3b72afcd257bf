"""Whether each patentee is named and identified as the office wants it."""

from collections.abc import Iterator

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Severity
from olapp.domain.numbers import credit_code, identity
from olapp.domain.party import IdentityKind, Origin, Party, PartyKind
from olapp.domain.sentence import N_
from olapp.law.acts import guidelines_one, regulations, standard
from olapp.law.entries import blank, line, shortened
from olapp.law.rule import Setting, Spot, Unsure, rule
from olapp.law.rules.party import lacking


def _is_mainland_body(party: Party) -> bool:
    return party.kind is PartyKind.ENTITY and party.origin is Origin.MAINLAND


def _is_mainland_person(party: Party) -> bool:
    return party.kind is PartyKind.PERSON and party.origin is Origin.MAINLAND


def _is_foreign(party: Party) -> bool:
    return party.origin is Origin.FOREIGN


def _has_checked_number(party: Party) -> bool:
    """Whether the number is one of GB 11643: resident cards, and residence permits since 2018."""
    if party.identity_kind is None:
        return _is_mainland_person(party)
    return party.identity_kind in {IdentityKind.RESIDENT, IdentityKind.RESIDENCE_PERMIT}


@rule(
    "OL-PTY-06",
    "The unified social credit code of {name} is missing.",
    remedy=N_("Enter the 18 characters from the business licence or registration certificate."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("19(2)"),),
)
def credit_code_is_missing(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """A Chinese entity is identified by its unified social credit code."""
    for index, party in enumerate(d.patentees):
        place = f"patentees.{index}"
        if party.kind is None:
            yield Unsure(
                f"{place}.kind", N_("it is not said whether this is an entity or a person")
            )
        if party.origin is None:
            yield Unsure(f"{place}.origin", N_("it is not said where this patentee belongs"))
    yield from lacking(d, "credit_code", _is_mainland_body)


@rule(
    "OL-PTY-07",
    "The credit code “{code}” does not fit its check character or shape.",
    remedy=N_("Compare it with the business licence; a few codes of early trials do not fit."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(standard("GB 32100"),),
)
def credit_code_is_wrong(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """A credit code has 18 characters without I, O, S, V and Z; the last one checks the others."""
    for index, party in enumerate(d.patentees):
        code = line(party.credit_code)
        if (
            party.kind is not PartyKind.PERSON
            and not blank(code)
            and not credit_code.is_valid(code)
        ):
            yield Spot(f"patentees.{index}.credit_code", code=shortened(code))


@rule(
    "OL-PTY-08",
    "The identity document number of {name} is missing.",
    remedy=N_("Enter the number of the identity document; it is shown masked and not published."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("19(2)"),),
)
def identity_number_is_missing(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """A Chinese person is identified by the number of an identity document."""
    yield from lacking(d, "identity_number", _is_mainland_person)


@rule(
    "OL-PTY-09",
    "The identity number {masked} cannot be right: its date or check digit does not fit.",
    remedy=N_("Compare it with the identity card, or choose the right kind of document."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(standard("GB 11643"),),
)
def identity_number_is_wrong(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """A resident number has a date of birth not in the future and a check digit that fits.

    The sentence shows the number masked. Other documents are not checked.
    """
    for index, party in enumerate(d.patentees):
        number = line(party.identity_number)
        if party.kind is PartyKind.ENTITY or blank(number) or not _has_checked_number(party):
            continue
        if not identity.is_valid(number, at.today):
            masked = shortened(identity.mask(identity.compact(number)))
            yield Spot(f"patentees.{index}.identity_number", masked=masked)


@rule(
    "OL-PTY-10",
    "“{name}” looks like a short form of the name on the seal.",
    remedy=N_("Write the full official name, letter for letter as on the seal."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(guidelines_one("4.1.3.1"),),
)
def entity_name_is_short(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """An entity is named in full, as on its seal; under 4 characters a name is hardly full.

    A name of 4 or more characters is believed, unless it is marked as a short form.
    """
    shortest = at.limit("entity-name.shortest") or 0
    for index, party in enumerate(d.patentees):
        name = (party.name or "").strip()
        if party.kind is not PartyKind.ENTITY or not name:
            continue
        if len(name) < shortest or party.is_short_form:
            yield Spot(f"patentees.{index}.name", name=shortened(name))


@rule(
    "OL-PTY-11",
    "The name “{name}” contains a title: {title}.",
    remedy=N_("Write the name alone, without degree, rank or form of address."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(guidelines_one("4.1.3.2"),),
)
def person_name_has_title(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """A person's name stands alone: no 博士, 教授, 先生 and the like."""
    for index, party in enumerate(d.patentees):
        name = line((party.name or "").strip())
        titles = at.law.words["person-titles"].hits(name)
        if party.kind is PartyKind.PERSON and titles:
            yield Spot(f"patentees.{index}.name", name=shortened(name), title=titles[0])


@rule(
    "OL-PTY-14",
    "The nationality or place of registration of {name} is missing.",
    remedy=N_("Enter the nationality of a person, the place of registration of an entity."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("19(2)"),),
)
def nationality_is_missing(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """A foreign patentee states nationality or place of registration."""
    yield from lacking(d, "nationality", _is_foreign)
