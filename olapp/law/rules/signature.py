"""Rules on the signatures and seals of box 10."""

from collections.abc import Iterator

from olapp.domain.declaration import Declaration, Signature, SignerRole
from olapp.domain.finding import Severity
from olapp.domain.party import PartyKind
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import guidelines, guidelines_five, guidelines_one, regulations, tool
from olapp.law.entries import blank, shortened, typed
from olapp.law.names import folded
from olapp.law.rule import Setting, Spot, rule


def _required_name(d: Declaration) -> str | None:
    """Give the name that has to stand in box 10; None when it is not filled in."""
    if d.agency_acts:
        return d.agency.name
    return d.lead.name if d.lead else None


def _required_roles(d: Declaration) -> set[SignerRole]:
    if d.agency_acts:
        return {SignerRole.AGENCY}
    sole = len(d.patentees) == 1
    return {SignerRole.REPRESENTATIVE} | ({SignerRole.PATENTEE} if sole else set())


def _names(d: Declaration, role: SignerRole | None) -> set[str]:
    """Give the names a signature of a role may bear, for comparing."""
    owners = {folded(party.name) for party in d.patentees}
    agency = {folded(d.agency.name)} if d.agency_acts else set()
    by_role = {SignerRole.AGENCY: agency, None: owners | agency}
    return by_role.get(role, owners) - {""}


@rule(
    "OL-SIG-01",
    "Box 10 has no signature or seal of {signer}.",
    remedy=N_(
        "Add the signature: the agency's seal where one acts, else the patentee's or the "
        "representative's own."
    ),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("146"), guidelines("3.3")),
)
def signature_is_missing(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """The agency seals if one acts; else the patentee signs, of several the representative.

    A signature in the right role under a name that is nobody's stands here for the required one:
    OL-SIG-04 tells of the name.
    """
    name = _required_name(d)
    signed = [each for each in d.signatures if not blank(each.name)]
    if not signed:
        unnamed = N_("the agency") if d.agency_acts else N_("the patentee")
        yield Spot("signatures", signer=Sentence(unnamed) if blank(name) else shortened(name or ""))
    elif not blank(name) and not any(_stands_for(d, each) for each in signed):
        yield Spot("signatures", signer=shortened(name or ""))


def _stands_for(d: Declaration, signature: Signature) -> bool:
    signer = folded(signature.name)
    if signer == folded(_required_name(d)):
        return True
    return signature.role in _required_roles(d) and signer not in _names(d, None)


@rule(
    "OL-SIG-02",
    "{signer} is an entity, but its seal is not marked.",
    remedy=N_("Put the official seal on the paper, and mark it here."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(guidelines_one("6.1.2"),),
)
def seal_is_missing(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """Entities and agencies sign with their official seal; persons sign by hand."""
    entities = {folded(p.name) for p in d.patentees if p.kind is PartyKind.ENTITY} - {""}
    for index, signature in enumerate(d.signatures):
        is_entity = signature.role is SignerRole.AGENCY or folded(signature.name) in entities
        if is_entity and not blank(signature.name) and signature.has_seal is not True:
            yield Spot(f"signatures.{index}.has_seal", signer=shortened(signature.name or ""))


@rule(
    "OL-SIG-03",
    "The signing date is {signed}.",
    remedy=N_("Enter the day on which it was signed; it is not later than today."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(tool(),),
)
def signing_date_is_wrong(d: Declaration, at: Setting) -> Iterator[Spot]:
    """A signature bears the day it was made: today at the latest."""
    for index, signature in enumerate(d.signatures):
        field, signed = f"signatures.{index}.signed_on", signature.signed_on
        if signed is None and not typed(d, field):
            yield Spot(field, signed=Sentence(N_("not given")))
        elif signed is not None and signed > at.today:
            yield Spot(field, signed=Sentence(N_("{day}, in the future"), {"day": signed}))


@rule(
    "OL-SIG-04",
    "The signature is in the name of “{signer}”, who is not named for it in this declaration.",
    remedy=N_("Let the signature or seal read exactly as the patentee or the agency is named."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines_five("1", "5.4"),),
)
def signer_is_somebody_else(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """A signature bears the name in the field: the agency's its own, any other a patentee's.

    Width of signs and blanks do not count. Where no such name is filled in, that is the fault.
    """
    for index, signature in enumerate(d.signatures):
        names = _names(d, signature.role)
        if names and not blank(signature.name) and folded(signature.name) not in names:
            yield Spot(f"signatures.{index}.name", signer=shortened(signature.name or ""))
