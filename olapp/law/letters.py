"""Deadlines that letters and requests set: corrections, restoration, recordal, reports."""

from collections.abc import Iterator
from datetime import date, timedelta

from olapp.domain.deadline import Deadline, DeadlineKind
from olapp.domain.finding import Confidence, Source
from olapp.domain.holding import Holding, Notice, NoticeKind, RightState
from olapp.domain.money import Yuan
from olapp.domain.sentence import N_
from olapp.law.acts import guidelines_five, regulations
from olapp.law.dues import fee_account, is_alive, months_after, rolled
from olapp.law.holdings import is_recorded, waiting
from olapp.law.late_fees import open_year, restoration_cost
from olapp.law.statute import Law
from olapp.law.workdays import Rolled

_RESTORATION = regulations("6")
_RECORDAL = regulations("15")
_REPORT_FEE = regulations("116.3")
_REPORT_ERROR = guidelines_five("10", "6.2")
_CORRECTION = guidelines_five("10", "2.6")
_LETTER = Source(N_("The letter of the office"))
_NO_PERIOD = Source(_CORRECTION.title, _CORRECTION.place, _CORRECTION.at, Confidence.UNCONFIRMED)
"""For other letters than those on requests for a report we know of no period."""


def letter_deadlines(law: Law, holding: Holding, today: date) -> Iterator[Deadline]:
    """Give the deadlines of letters that wait for an answer."""
    for _, notice in waiting(holding, NoticeKind.LOSS_OF_RIGHT):
        yield from _restoration(law, holding, notice, today)
    for _, notice in waiting(holding, NoticeKind.REPORT):
        yield from _report_error(law, notice, today)
    for _, notice in waiting(holding, NoticeKind.CORRECTION):
        yield _correction(law, holding, notice, today)


def _restoration(law: Law, holding: Holding, notice: Notice, today: date) -> Iterator[Deadline]:
    """Two months from the letter; once they are over, a right known as dead stays so."""
    months = int(law.first("restoration.months", today).value)
    end = months_after(law, notice.received_on, months)
    if today <= end.latest or holding.state is not RightState.DEAD:
        kind = DeadlineKind.RESTORATION
        amount = _cost(law, holding, today)
        yield _deadline(kind, f"{kind}.{notice.received_on}", end, _RESTORATION, amount)


def _cost(law: Law, holding: Holding, today: date) -> Yuan | None:
    account = fee_account(law, holding, today)
    year = None if account is None else open_year(account)
    if account is None or year is None or year > account.years.last:
        return None
    return restoration_cost(account, year)


def _report_error(law: Law, notice: Notice, today: date) -> Iterator[Deadline]:
    """Correction may be asked for, it need not be: once the time is over nothing is left to do."""
    months = int(law.first("report.error.months", today).value)
    end = months_after(law, notice.received_on, months)
    if today <= end.latest:
        kind = DeadlineKind.REPORT_CORRECTION
        yield _deadline(kind, f"{kind}.{notice.received_on}", end, _REPORT_ERROR)


def _correction(law: Law, holding: Holding, notice: Notice, today: date) -> Deadline:
    """The day the letter sets; else 15 days, confirmed for requests for a report only."""
    kind = DeadlineKind.CORRECTION
    key = f"{kind}.{notice.received_on}"
    if notice.due_on is not None:
        return _deadline(kind, key, rolled(law, notice.due_on), _LETTER)
    days = timedelta(days=int(law.first("report.correction.days", today).value))
    is_known = holding.report_request.requested_on is not None
    source = _CORRECTION if is_known else _NO_PERIOD
    end = rolled(law, notice.received_on + days)
    return _deadline(kind, key, end, source, is_assumed=not is_known)


def request_deadlines(law: Law, holding: Holding, today: date) -> Iterator[Deadline]:
    """Give the deadlines of open licences not recorded yet, and of a report not paid yet."""
    if is_alive(holding) is not False:
        yield from _recordals(law, holding, today)
    asked = holding.report_request
    if asked.requested_on is not None and asked.fee_paid_on is None:
        end = months_after(
            law, asked.requested_on, int(law.first("request-fee.months", today).value)
        )
        amount = Yuan.of(law.first("fee.evaluation-report", today).value)
        kind = DeadlineKind.REPORT_FEE
        yield _deadline(kind, f"{kind}.{asked.requested_on}", end, _REPORT_FEE, amount)


def _recordals(law: Law, holding: Holding, today: date) -> Iterator[Deadline]:
    months = int(law.first("recordal.months", today).value)
    kind = DeadlineKind.RECORDAL
    for licence in holding.licences:
        if licence.is_open is not True or licence.effective_on is None or is_recorded(licence):
            continue
        if licence.lives_on(today):
            end = months_after(law, licence.effective_on, months)
            yield _deadline(kind, f"{kind}.{licence.effective_on}", end, _RECORDAL)


def _deadline(
    kind: DeadlineKind,
    key: str,
    end: Rolled,
    source: Source,
    amount: Yuan | None = None,
    *,
    is_assumed: bool = False,
) -> Deadline:
    return Deadline(
        key=key,
        kind=kind,
        nominal=end.nominal,
        rolled=end.rolled,
        source=source,
        amount=amount,
        is_assumed=is_assumed,
    )
