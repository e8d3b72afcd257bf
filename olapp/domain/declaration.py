"""The open-licence declaration (专利开放许可声明), complete or not."""

from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum

from olapp.domain.dates import add_years
from olapp.domain.fee import FeeTerms
from olapp.domain.party import Agency, Contact, Party
from olapp.domain.patent import ExistingLicence, Patent


class PeriodMode(StrEnum):
    """How the licence period is stated."""

    FIXED_END = "fixed-end"
    YEARS = "years"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Box 6, the licence period."""

    mode: PeriodMode | None = None
    start: date | None = None
    """Only when the person states one: a declaration takes effect on its announcement."""
    end: date | None = None
    """Last day of the period."""
    years: int | None = None
    """Length in years from the announcement, in the relative mode."""

    @property
    def is_relative(self) -> bool:
        """Whether years are stated; without a mode, an end date goes first."""
        if self.mode is None:
            return self.end is None and self.years is not None
        return self.mode is PeriodMode.YEARS

    def last_day(self, announced: date) -> date | None:
        """Give the last day, were the declaration announced on a day; None while it is open.

        Years run from the stated start, else from the announcement; that day is not counted.
        """
        if not self.is_relative:
            return self.end
        return (
            None if self.years is None else add_years(self.start or announced, max(0, self.years))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertakings:
    """Box 3: what the patentee affirms; every one must be ``True``."""

    no_exclusive_licence: bool = False
    open_to_anyone: bool = False
    keeps_in_force: bool = False
    follows_export_rules: bool = False
    not_suspended: bool = False
    fees_paid: bool = False
    no_pledge_or_agreed: bool = False
    right_exists: bool = False
    material_is_true: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the undertakings not affirmed."""
        return tuple(item.name for item in fields(self) if not getattr(self, item.name))


class SignerRole(StrEnum):
    """In what capacity a signature stands in box 10."""

    PATENTEE = "patentee"
    REPRESENTATIVE = "representative"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A signature or seal in box 10, as it stands or will stand on the paper."""

    role: SignerRole | None = None
    name: str | None = None
    has_seal: bool | None = None
    signed_on: date | None = None


class EnclosureKind(StrEnum):
    """Kinds of paper that go with a declaration."""

    OWNERS_AGREEMENT = "owners-agreement"
    IDENTITY_PROOF = "identity-proof"
    POWER_OF_ATTORNEY = "power-of-attorney"
    EVALUATION_REPORT = "evaluation-report"
    PLEDGEE_CONSENT = "pledgee-consent"
    TRANSLATION = "translation"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A paper the person adds to the filing."""

    kind: EnclosureKind | None = None
    title: str | None = None
    patent_number: str | None = None
    """The patent number printed on the paper, when it prints one."""
    is_foreign_language: bool | None = None
    has_translation: bool | None = None
    """Whether a Chinese translation of its title data is attached."""


class Channel(StrEnum):
    """How the declaration reaches the office."""

    ONLINE = "online"
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """How and when it is filed, and what the office answered."""

    channel: Channel | None = None
    correction_due: date | None = None
    """Last day to answer a correction notice, when one was received."""
    honesty_notice_read: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """Text typed into a field that could not be read as its kind of value; kept as it was typed."""

    field: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """One declaration for one patent; ``None`` and ``()`` are not filled in yet."""

    form_code: str | None = None
    """The office's form code; unconfirmed, so empty unless the person knows it."""
    patent: Patent = field(default_factory=Patent)
    patentees: tuple[Party, ...] = ()
    representative: str | None = None
    """Name of the representative, when declared; else the first patentee."""
    has_owners_agreement: bool | None = None
    """Whether the co-owners have an agreement on open licensing."""
    agency_acts: bool | None = None
    agency: Agency = field(default_factory=Agency)
    undertakings: Undertakings = field(default_factory=Undertakings)
    works_patent: bool | None = None
    """Box 4: whether the patentee works the patent itself."""
    own_working: str | None = None
    has_licensed: bool | None = None
    """Box 5: whether licences to others exist."""
    licences: tuple[ExistingLicence, ...] = ()
    period: Period = field(default_factory=Period)
    fee: FeeTerms = field(default_factory=FeeTerms)
    explanation: str | None = None
    """Brief explanation of the basis and method of calculating the fee."""
    territory: str | None = None
    other_terms: str | None = None
    contact: Contact = field(default_factory=Contact)
    signatures: tuple[Signature, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    filing: Filing = field(default_factory=Filing)
    unreadable: tuple[Unreadable, ...] = ()

    @property
    def has_agency(self) -> bool:
        """Whether an agency acts: by the answer, or while it is open by what box 2 holds."""
        return not self.agency.is_blank if self.agency_acts is None else self.agency_acts

    @property
    def has_power_of_attorney(self) -> bool:
        """Whether the power of attorney is there: by the answer, or among the enclosures."""
        return self.agency.has_power_of_attorney is True or self.encloses(
            EnclosureKind.POWER_OF_ATTORNEY
        )

    @property
    def has_report(self) -> bool:
        """Whether the evaluation report is there: by the answer, or among the enclosures."""
        return self.patent.report.is_attached is True or self.encloses(
            EnclosureKind.EVALUATION_REPORT
        )

    def encloses(self, kind: EnclosureKind) -> bool:
        """Whether a paper of a kind was added to the filing."""
        return any(paper.kind is kind for paper in self.enclosures)

    @property
    def lead(self) -> Party | None:
        """The representative: the party so named, else the first patentee."""
        named = [p for p in self.patentees if p.name and p.name == self.representative]
        return next(iter(named or self.patentees), None)
