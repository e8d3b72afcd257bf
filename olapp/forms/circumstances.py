"""Circumstances: what a document says of itself that decides which fields and papers apply."""

from collections.abc import Callable
from typing import Any

from olapp.domain.declaration import Declaration
from olapp.domain.fee import FeeMethod, FeeTerms
from olapp.domain.party import Origin, Party, PartyKind
from olapp.domain.patent import EvaluationReport
from olapp.domain.paths import get
from olapp.law import tariff

Circumstance = Callable[[Any], bool]

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
    """Whether a party is an entity that mainland law gives a credit code."""
    return is_entity(party) and party.origin not in ABROAD


def is_from_abroad(party: Party) -> bool:
    """Whether a party belongs elsewhere than the mainland."""
    return party.origin in ABROAD


def has_several_patentees(document: Declaration) -> bool:
    """Whether the right is shared."""
    return len(document.patentees) > 1


def may_have_agency(document: Declaration) -> bool:
    """Whether box 2 is worth showing: the answer is open, or there is something in it."""
    return document.agency_acts is not False or not document.agency.is_blank


def may_have_report(document: Declaration) -> bool:
    """Whether the report is worth asking about, or already described."""
    return document.patent.needs_report or document.patent.report != EvaluationReport()


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
    """Whether the licence period is stated in years."""
    return document.period.is_relative


def ends_on_a_day(document: Declaration) -> bool:
    """Whether the licence period is stated by its last day."""
    return not lasts_years(document)


def counts(field: str) -> Circumstance:
    """Make a circumstance: a field of the fee counts under the payment method chosen."""
    return lambda document: tariff.counts(document.fee, field)


def costs_money(document: Declaration) -> bool:
    """Whether a payment method is chosen, and a taker pays by it."""
    return document.fee.method is not None and not is_free(document.fee)


def is_free(fee: FeeTerms) -> bool:
    """Whether a taker pays nothing: by the method, or because its fixed amount is 0."""
    match fee.method:
        case FeeMethod.FREE:
            return True
        case FeeMethod.LUMP_SUM:
            amounts = [fee.amount]
        case FeeMethod.INSTALMENTS:
            amounts = [fee.amount, *(part.amount for part in fee.instalments)]
        case FeeMethod.YEARLY:
            amounts = [fee.yearly_amount]
        case _:
            return False
    return all(amount is not None and amount.value == 0 for amount in amounts)
