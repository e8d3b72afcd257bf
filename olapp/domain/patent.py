"""The patent: what the register says, what burdens it, what its evaluation report found."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class PatentKind(StrEnum):
    """The three kinds of patent in Chinese law."""

    INVENTION = "invention"
    UTILITY_MODEL = "utility-model"
    DESIGN = "design"


class PatentStatus(StrEnum):
    """The state of the right in the register."""

    IN_FORCE = "in-force"
    TERMINATED = "terminated"
    SURRENDERED = "surrendered"
    PARTLY_INVALID = "partly-invalid"
    WHOLLY_INVALID = "wholly-invalid"

    @property
    def is_right(self) -> bool:
        """Whether the right stands, wholly or in part."""
        return self in (PatentStatus.IN_FORCE, PatentStatus.PARTLY_INVALID)


class LicenceKind(StrEnum):
    """Who may work the patent under a licence."""

    EXCLUSIVE = "exclusive"
    SOLE = "sole"
    ORDINARY = "ordinary"


class ReportConclusion(StrEnum):
    """What an evaluation report concludes on the conditions of grant."""

    MEETS = "meets"
    PARTLY = "partly"
    FAILS = "fails"


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What the patent register said when it was last looked at."""

    checked_on: date | None = None
    owners: tuple[str, ...] = ()
    """All patentees as registered, in their order; empty when not looked up."""
    owner_changed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExistingLicence:
    """A licence already given to somebody (box 5)."""

    licensee: str | None = None
    kind: LicenceKind | None = None
    start: date | None = None
    end: date | None = None
    """Last day; ``None`` runs on without a known end."""

    def lives_on(self, day: date) -> bool:
        """Whether the licence is, or will be, in its term on or after a day."""
        return self.end is None or self.end >= day


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationReport:
    """The patent right evaluation report (utility models and designs)."""

    is_attached: bool | None = None
    conclusion: ReportConclusion | None = None
    patent_number: str | None = None
    """The number the report itself prints."""
    issued_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Patent:
    """The patent of box 1; ``None`` is not filled in or not known yet."""

    number: str | None = None
    kind: PatentKind | None = None
    title: str | None = None
    filed_on: date | None = None
    """Filing date; for PCT entries the international filing date."""
    granted_on: date | None = None
    """Day the grant was announced."""
    publication_number: str | None = None
    """Publication number of the grant."""
    main_class: str | None = None
    """Main IPC class, or Locarno class of a design."""
    is_divisional: bool | None = None
    believed_expiry: date | None = None
    """The expiry date the person or a register extract states."""
    compensated_until: date | None = None
    """Last protected day after term compensation, when any was granted."""
    status: PatentStatus | None = None
    register: Register = field(default_factory=Register)
    fees_paid_through: int | None = None
    """The last patent year whose annual fee is paid in full."""
    fees_checked_on: date | None = None
    is_suspended: bool | None = None
    """Suspension for an ownership dispute or a court's preservation."""
    is_pledged: bool | None = None
    pledgee: str | None = None
    pledgee_consented_on: date | None = None
    has_invalidation_pending: bool | None = None
    has_live_declaration: bool | None = None
    is_given_up_twin: bool | None = None
    """Whether this is a utility model given up so that its same-day invention could be granted."""
    other_obstacle: str | None = None
    report: EvaluationReport = field(default_factory=EvaluationReport)

    @property
    def needs_report(self) -> bool:
        """Whether its kind is granted without full examination (Patent Law Art. 50)."""
        return self.kind in {PatentKind.UTILITY_MODEL, PatentKind.DESIGN}
