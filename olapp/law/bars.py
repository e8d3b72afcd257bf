"""What decides whether a holding may be opened: the rules on declarations, asked only as needed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Finding
from olapp.domain.holding import EncumbranceKind, Holding, RightState
from olapp.domain.patent import Patent, PatentKind, PatentStatus
from olapp.law.fees import FeeStanding, fee_standing
from olapp.law.holdings import lasting
from olapp.law.late_fees import FeePosition, balance
from olapp.law.projection import existing_licences, fees_looked_on, looked_on, told_beside
from olapp.law.rule import Setting
from olapp.law.rules import eligibility, validity
from olapp.law.rules import holding as standing
from olapp.law.term import has_expired

_OPEN_FEES = {FeeStanding.DOUBTFUL, FeeStanding.PAST_DUE}


def outside(at: Setting, h: Holding) -> tuple[Finding, ...]:
    """Give why a holding is no Chinese patent at all: it is foreign, or still pending."""
    if h.country != "CN":
        return tuple(standing.patent_is_foreign(h, at))
    if h.state is RightState.PENDING:
        return tuple(standing.grant_is_pending(h, at))
    return ()


def seen(at: Setting, h: Holding) -> Declaration:
    """Give the holding as the rules on declarations need to see it on a day."""
    return Declaration(
        patent=_patent(at, h),
        has_licensed=h.has_licensed,
        licences=existing_licences(h) if h.licences else (),
    )


def _patent(at: Setting, h: Holding) -> Patent:
    patent, known = h.patent, told_beside(h, at.today)
    looked = looked_on(h)
    if looked != patent.register.checked_on:
        known["register"] = replace(patent.register, checked_on=looked)
    if (day := fees_looked_on(h)) != patent.fees_checked_on:
        known["fees_checked_on"] = day
    if h.payments:
        known["fees_paid_through"] = _paid_through(at, h)
    if patent.report.conclusion is not None and patent.report.is_attached is None:
        known["report"] = replace(patent.report, is_attached=True)
    return replace(patent, **known) if known else patent


def _paid_through(at: Setting, h: Holding) -> int | None:
    owed = balance(at.law, h, at.today)
    if owed is None:
        return h.patent.fees_paid_through
    return owed.year if owed.position is FeePosition.SETTLED else owed.year - 1


def deciding(at: Setting, h: Holding, d: Declaration) -> Iterator[Finding]:
    """Give what bars, what is to be done first, and what is unknown.

    ``d`` is the holding as :func:`seen`. Rules whose facts are plainly in order are not asked.
    """
    restoring: tuple[Finding, ...] = ()
    if h.notices or h.state is RightState.RESTORABLE:
        restoring = tuple(standing.right_waits_for_restoration(h, at))
    if restoring:
        yield from restoring
    elif h.state is RightState.DEAD or _has_ended(at, d.patent):
        yield from ended(at, h, d)
        return
    else:
        yield from _fees(at, h, d)
    yield from _standing(at, d)
    yield from _burdens(at, h, d)
    yield from _register(at, h, d)


def _has_ended(at: Setting, patent: Patent) -> bool:
    is_over = patent.status is not None and not patent.status.is_right
    return is_over or has_expired(at.law, patent, at.today)


def ended(at: Setting, h: Holding, d: Declaration) -> Iterator[Finding]:
    """Give how a right came to its end, as exactly as it is told."""
    told = (
        *(validity.term_has_ended(d, at) if has_expired(at.law, d.patent, at.today) else ()),
        *(validity.right_has_ended_early(d, at) if d.patent.granted_on else ()),
        *validity.patent_is_wholly_invalid(d, at),
    )
    yield from told or standing.source_calls_it_dead(h, at)


def _standing(at: Setting, d: Declaration) -> Iterator[Finding]:
    """Ask for grant, term and evaluation report."""
    patent = d.patent
    if patent.granted_on is not None and patent.granted_on > at.today:
        yield from eligibility.grant_is_not_announced(d, at)
    if patent.filed_on is None:
        yield from validity.term_has_ended(d, at)
    if patent.kind is not PatentKind.INVENTION:
        yield from validity.report_is_missing(d, at)
        yield from validity.report_is_negative(d, at)


def _fees(at: Setting, h: Holding, d: Declaration) -> Iterator[Finding]:
    if d.patent.fees_paid_through is None:
        late = tuple(standing.source_calls_a_fee_late(h, at))
        yield from late or eligibility.annual_fee_is_unpaid(d, at)
    elif fee_standing(at.law, d.patent, at.today) in _OPEN_FEES:
        unseen = tuple(standing.end_of_grace_is_unseen(h, at))
        yield from unseen or eligibility.annual_fee_is_unpaid(d, at)


def _burdens(at: Setting, h: Holding, d: Declaration) -> Iterator[Finding]:
    """Ask for licences, suspension, pledge, an earlier declaration, other obstacles."""
    patent = d.patent
    if d.licences or d.has_licensed is not False:
        yield from eligibility.exclusive_licence_is_live(d, at)
    if patent.is_suspended:
        yield from eligibility.procedure_is_suspended(d, at)
    if patent.is_pledged and not _has_consent(h, at.today):
        yield from eligibility.pledgee_has_not_consented(d, at)
    if patent.has_live_declaration:
        yield from eligibility.declaration_is_live(d, at)
    if patent.other_obstacle is not None:
        yield from eligibility.other_obstacle_stands(d, at)


def _has_consent(h: Holding, day: date) -> bool:
    """Whether every pledgee on the list is known to agree, be it without a date."""
    pledges = tuple(lasting(h, EncumbranceKind.PLEDGE, day))
    return bool(pledges) and all(pledge.has_consent_to_open for _, pledge in pledges)


def _register(at: Setting, h: Holding, d: Declaration) -> Iterator[Finding]:
    """Ask for what the register has not been asked, else how long ago it was."""
    patent = d.patent
    answers = (patent.status, patent.is_suspended, patent.is_pledged, patent.has_live_declaration)
    if None in answers:
        yield from standing.register_is_unread(h, at)
    else:
        yield from validity.register_is_stale(d, at)


def notes(at: Setting, d: Declaration) -> Iterator[Finding]:
    """Give what bars nothing and should be weighed; what is not known of it is left out."""
    patent = d.patent
    if patent.fees_paid_through is not None:
        yield from eligibility.annual_fee_is_due_soon(d, at)
    if patent.report.conclusion is not None:
        yield from validity.report_is_partly_negative(d, at)
    if patent.status is PatentStatus.PARTLY_INVALID:
        yield from validity.patent_is_partly_invalid(d, at)
    if patent.has_invalidation_pending:
        yield from validity.invalidation_is_pending(d, at)
    if patent.is_given_up_twin:
        yield from validity.twin_was_given_up(d, at)
