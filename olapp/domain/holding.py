"""The holding: one patent or application of a portfolio, and everything the desk knows of it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from olapp.domain.money import Rate, Yuan
from olapp.domain.patent import LicenceKind, Patent


class RightState(StrEnum):
    """What a status word of any source comes down to; not known is ``None``, never a guess."""

    PENDING = "pending"
    IN_FORCE = "in-force"
    FEE_OVERDUE = "fee-overdue"
    """Granted and in force, in the months of grace."""
    RESTORABLE = "restorable"
    """Lapsed, but restoration can still be asked for."""
    DEAD = "dead"

    @property
    def is_right(self) -> bool:
        """Whether there is a granted right now."""
        return self in {RightState.IN_FORCE, RightState.FEE_OVERDUE}


class EncumbranceKind(StrEnum):
    """What lies on a patent beside licences."""

    PLEDGE = "pledge"
    PRESERVATION = "preservation"


class NoticeKind(StrEnum):
    """Letters of the office that start a period."""

    CORRECTION = "correction"
    """Correct a declaration or a request."""
    LOSS_OF_RIGHT = "loss-of-right"
    """The right ended for an unpaid fee; restoration can be asked for."""
    REPORT = "report"
    """An evaluation report came; correction of it can be asked for."""


class Acquisition(StrEnum):
    """How an owner came by a patent, as far as a standing open licence asks."""

    ASSIGNMENT = "assignment"
    OTHERWISE = "otherwise"
    """By merger, inheritance, a judgment, or a new name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """A patentee of now or of once, as the register names it."""

    name: str
    share: Rate | None = None
    since: date | None = None
    until: date | None = None
    """Last day; ``None`` still owns."""
    acquired_by: Acquisition | None = None
    qualifies_for_reduction: bool | None = None
    """Whether the owner fits the conditions of the general fee reduction (费减)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encumbrance:
    """A pledge, or a court's preservation."""

    kind: EncumbranceKind
    party: str | None = None
    number: str | None = None
    since: date | None = None
    until: date | None = None
    """Last day; ``None`` is still there."""
    has_consent_to_open: bool | None = None
    """Whether the pledgee agreed in writing to (the continuing of) the open licence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """A licence given, whether recorded at the office or not."""

    kind: LicenceKind | None = None
    is_open: bool | None = None
    """Whether it was taken under an open-licence declaration."""
    licensee: str | None = None
    number: str | None = None
    """Number of the recordal."""
    notified_on: date | None = None
    """When the licensee's written notice came."""
    effective_on: date | None = None
    recorded_on: date | None = None
    ends_on: date | None = None
    """Last day; ``None`` runs on without a known end."""

    def lives_on(self, day: date) -> bool:
        """Whether the licence is, or will be, in its term on or after a day."""
        return self.ends_on is None or self.ends_on >= day


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalEvent:
    """A legal event as a gazette or a data service gives it."""

    on: date | None = None
    code: str = ""
    """Code of the EPO list, as EE01; empty when only a name was given."""
    name: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money paid for the annual fee of one patent year, late fee included."""

    year: int
    paid_on: date
    amount: Yuan
    receipt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeReduction:
    """An approved general fee reduction (费减)."""

    rate: Rate
    """Part of the fee that need not be paid: 85 % or 70 %."""
    approved_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The open-licence declaration on a patent, as far as it has come."""

    number: str | None = None
    filed_on: date | None = None
    announced_on: date | None = None
    ends_on: date | None = None
    """Last day of the declared licence period."""
    withdrawn_on: date | None = None
    """Day the withdrawal was announced."""

    def stands_on(self, day: date) -> bool:
        """Whether the offer stands on a day: announced, not ended, not withdrawn."""
        if self.announced_on is None or self.announced_on > day:
            return False
        is_over = self.ends_on is not None and self.ends_on < day
        return not is_over and (self.withdrawn_on is None or self.withdrawn_on > day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A letter of the office that waits for an answer."""

    kind: NoticeKind
    received_on: date
    answered_on: date | None = None
    due_on: date | None = None
    """Last day to answer, where the letter itself sets one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """A request for an evaluation report, while it runs."""

    requested_on: date | None = None
    fee_paid_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A fact of the office's own, under a name of its own."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where facts come from: a person's hand or a file; ``as_of`` is the day they were true."""

    source: str
    """``hand``, or the key of the source recognised: ``incopat``, ``patsnap``, ..."""
    name: str = ""
    """The file's name, without its folder."""
    as_of: date | None = None
    paths: tuple[str, ...] = ()
    """Dotted paths of the facts, as ``patent.title`` or ``licences``; tuples count as one fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One patent or application; ``None`` or empty is not known."""

    patent: Patent = field(default_factory=Patent)
    """``patent.number`` is the compact application number; ``publication_number`` the grant's."""
    country: str = "CN"
    """Two-letter code of the office (WIPO ST.3); only CN patents can be declared."""
    published_as: str | None = None
    """Compact publication number of the application."""
    published_on: date | None = None
    priority_on: date | None = None
    state: RightState | None = None
    state_words: str | None = None
    """The status as the source wrote it."""
    applicants: tuple[str, ...] = ()
    owners: tuple[Owner, ...] = ()
    inventors: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    agency: str | None = None
    address: str | None = None
    abstract: str | None = None
    reference: str | None = None
    """The office's own number of the case."""
    department: str | None = None
    """College, institute or department."""
    tags: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    remarks: str | None = None
    has_licensed: bool | None = None
    """Whether licences to others exist; ``False`` says that an empty list is whole."""
    licences: tuple[Licence, ...] = ()
    encumbrances: tuple[Encumbrance, ...] = ()
    events: tuple[LegalEvent, ...] = ()
    payments: tuple[Payment, ...] = ()
    reduction: FeeReduction | None = None
    report_request: ReportRequest = field(default_factory=ReportRequest)
    offer: Offer | None = None
    trial_listed_on: date | None = None
    """Day it was listed in the trial of open licensing of 2022 and 2023."""
    notices: tuple[Notice, ...] = ()
    origins: tuple[Origin, ...] = ()
    """Who says so, fact by fact; each path stands in one origin at most."""
