"""Circumstances: what a document says of itself that decides which fields and papers apply."""

from collections.abc import Callable
from typing import Any

from olapp.domain.declaration import Declaration, PeriodMode
from olapp.domain.fee import FeeMethod
from olapp.domain.party import Origin, Party, PartyKind
from olapp.domain.patent import EvaluationReport, PatentKind
from olapp.domain.paths import get
from olapp.law import tariff

Circumstance = Callable[[Any], bool]

EXAMINED_WITHOUT_SUBSTANCE = frozenset({PatentKind.UTILITY_MODEL, PatentKind.DESIGN})
"""Kinds that need an evaluation report (Patent Law Art. 50)."""

ABROAD = frozenset({Origin.FOREIGN, Origin.HK_MACAO_TAIWAN})


def or_filled(applies: Circumstance, path: str) -> Circumstance:
    """Widen a circumstance: what was filled in stays in sight, so that findings on it do too."""
    return lambda document: applies(document) or get(document, path) not in {None, ""}


def is_entity(party: Party) -> bool:
    """Whether a party has a seal."""
    return party.kind is PartyKind.ENTITY


def is_person(party: Party) -> bool:
    """Whether a party is a natural person."""
    return party.kind is PartyKind.PERSON


def has_credit_code(party: Party) -> bool:
    """Whether a party is a body that mainland law gives a credit code."""
    return is_entity(party) and party.origin not in ABROAD


def is_from_abroad(party: Party) -> bool:
    """Whether a party belongs elsewhere than the mainland."""
    return party.origin in ABROAD


def has_several_patentees(document: Declaration) -> bool:
    """Whether the right is shared."""
    return len(document.patentees) > 1


def has_agency(document: Declaration) -> bool:
    """Whether an agency acts: by the answer, or while it is open by what box 2 holds."""
    if document.agency_acts is None:
        return not document.agency.is_blank
    return document.agency_acts


def may_have_agency(document: Declaration) -> bool:
    """Whether box 2 is worth showing: the answer is open, or there is something in it."""
    return document.agency_acts is not False or not document.agency.is_blank


def needs_report(document: Declaration) -> bool:
    """Whether the patent is of a kind that needs an evaluation report."""
    return document.patent.kind in EXAMINED_WITHOUT_SUBSTANCE


def may_have_report(document: Declaration) -> bool:
    """Whether the report is worth asking about, or already described."""
    return needs_report(document) or document.patent.report != EvaluationReport()


def is_pledged(document: Declaration) -> bool:
    """Whether the patent is pledged: by the answer, or while it is open by a named pledgee."""
    patent = document.patent
    if patent.is_pledged is None:
        return bool(patent.pledgee) or patent.pledgee_consented_on is not None
    return patent.is_pledged


def may_have_licences(document: Declaration) -> bool:
    """Whether existing licences are worth asking about."""
    return document.has_licensed is not False or bool(document.licences)


def lasts_years(document: Declaration) -> bool:
    """Whether the period is stated in years; without a mode, an end date goes first."""
    period = document.period
    if period.mode is None:
        return period.end is None and period.years is not None
    return period.mode is PeriodMode.YEARS


def ends_on_a_day(document: Declaration) -> bool:
    """Whether the licence period is stated by its last day."""
    return not lasts_years(document)


def counts(field: str) -> Circumstance:
    """Make a circumstance: a field of the fee counts under the payment method chosen."""
    return lambda document: tariff.counts(document.fee, field)


def costs_money(document: Declaration) -> bool:
    """Whether a payment method is chosen, and it is not free."""
    return document.fee.method not in {None, FeeMethod.FREE}
