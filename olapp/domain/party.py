"""Parties: patentees, agencies and the one contact a declaration publishes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from olapp.domain.numbers import identity


class PartyKind(StrEnum):
    """Whether a party is an entity with a seal or a natural person."""

    ENTITY = "entity"
    PERSON = "person"


class Origin(StrEnum):
    """Where a party belongs, as far as agency and identity rules ask."""

    MAINLAND = "mainland"
    HK_MACAO_TAIWAN = "hk-macao-taiwan"
    FOREIGN = "foreign"


class IdentityKind(StrEnum):
    """The document a person is known by."""

    RESIDENT = "resident-identity-card"
    PASSPORT = "passport"
    HK_MACAO_PERMIT = "hk-macao-permit"
    TAIWAN_PERMIT = "taiwan-permit"
    RESIDENCE_PERMIT = "residence-permit"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One patentee as the declaration names it; ``None`` is not filled in or not known yet."""

    kind: PartyKind | None = None
    origin: Origin | None = None
    name: str | None = None
    original_name: str | None = None
    """The name in the party's own language, for foreign parties."""
    is_short_form: bool | None = None
    """Whether the person marked the name as a short form of the one on the seal."""
    credit_code: str | None = None
    identity_kind: IdentityKind | None = None
    identity_number: str | None = None
    nationality: str | None = None
    """Nationality of a person, place of registration of an entity."""
    resides_in_mainland: bool | None = None
    """Whether a party from elsewhere has a residence or place of business in the mainland."""
    address: str | None = None
    postcode: str | None = None
    has_identity_proof: bool | None = None
    consented_on: date | None = None
    """When this party signed or sealed the consent of all patentees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The one contact; everything here is published with the declaration."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    address: str | None = None
    postcode: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attorney:
    """A patent attorney named in box 2."""

    name: str | None = None
    qualification: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """The patent agency of box 2 and its power of attorney."""

    name: str | None = None
    code: str | None = None
    attorneys: tuple[Attorney, ...] = ()
    has_power_of_attorney: bool | None = None
    general_power_number: str | None = None
    scope: str | None = None
    """The scope of authority the power of attorney states."""

    @property
    def is_blank(self) -> bool:
        """Whether box 2 holds nothing at all."""
        return self == Agency()


def masked(number: str | None) -> str:
    """Show an identity number as screens may."""
    return identity.mask(number) if number else ""
