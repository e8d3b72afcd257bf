"""Rules on asking for an evaluation report (Rules 62, 63; Guidelines Part V Ch. 10)."""

from collections.abc import Iterator

from olapp.domain.finding import Severity
from olapp.domain.holding import Holding, NoticeKind
from olapp.domain.money import Yuan
from olapp.domain.patent import PatentKind, PatentStatus
from olapp.domain.sentence import N_
from olapp.law.acts import guidelines_five, regulations
from olapp.law.holdings import waiting
from olapp.law.rule import Setting, Spot, rule

_DEEMED_NOT_FILED = N_(
    "The fee of {fee} yuan for the evaluation report was to be paid by {last}: the request counts "
    "as not filed."
)
_ASK_ANEW = N_("If it was paid in time, enter the day; else ask for the report anew.")


def _is_asked(h: Holding) -> bool:
    return h.report_request.requested_on is not None


@rule(
    "ER-01",
    "An evaluation report is asked for, and this is an invention.",
    remedy=N_("Take the request out: reports are made on utility models and designs only."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(regulations("62"),),
)
def report_on_an_invention(h: Holding, _at: Setting) -> Iterator[Spot]:
    """Inventions are examined before grant; no evaluation report is made on them."""
    if _is_asked(h) and h.patent.kind is PatentKind.INVENTION:
        yield Spot("report_request.requested_on")


@rule(
    "ER-02",
    "An evaluation report is asked for, and there is one already.",
    remedy=N_("Inspect or copy the report that exists: there is only one for each patent."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(regulations("63.2"), guidelines_five("10", "2.2")),
)
def report_exists(h: Holding, _at: Setting) -> Iterator[Spot]:
    """One report is made on a patent; one issued after the request is its answer."""
    asked, report = h.report_request.requested_on, h.patent.report
    is_there = report.is_attached or report.conclusion is not None or report.issued_on is not None
    if asked is not None and is_there and (report.issued_on is None or report.issued_on < asked):
        yield Spot("report_request.requested_on")


@rule(
    "ER-03",
    "An evaluation report is asked for on a patent that is wholly invalid.",
    remedy=N_("Take the request out: it counts as not filed."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(guidelines_five("10", "2.2"),),
)
def report_on_an_invalid_patent(h: Holding, _at: Setting) -> Iterator[Spot]:
    """Reports are made on patents terminated or surrendered too, not on wholly invalid ones."""
    if _is_asked(h) and h.patent.status is PatentStatus.WHOLLY_INVALID:
        yield Spot("report_request.requested_on")


@rule(
    "ER-04",
    "The fee of {fee} yuan for the evaluation report is not paid; the last day is {last}.",
    remedy=N_("Pay it in time, else the request counts as not filed; enter the day of payment."),
    severity=Severity.WARNING,
    on=Holding,
    sources=(regulations("116.3"),),
)
def report_fee_is_unpaid(h: Holding, at: Setting) -> Iterator[Spot]:
    """The fee is paid within one month of the request."""
    asked, months = h.report_request.requested_on, at.limit("request-fee.months")
    if asked is None or months is None or h.report_request.fee_paid_on is not None:
        return
    end = at.law.workdays.period_end(asked, months=months)
    last = end.last
    texts = (_DEEMED_NOT_FILED, _ASK_ANEW) if at.today > last else ("", "")
    fee = Yuan.of(at.limit("fee.evaluation-report") or 0)
    yield Spot("report_request.fee_paid_on", *texts, fee=fee, last=last)


@rule(
    "ER-05",
    "The office asked for a correction of the request for the report; the last day is {last}.",
    remedy=N_("Correct it in time, else the request counts as not filed."),
    severity=Severity.WARNING,
    on=Holding,
    sources=(guidelines_five("10", "2.6"),),
)
def report_request_is_to_be_corrected(h: Holding, at: Setting) -> Iterator[Spot]:
    """The request for a report is corrected within fifteen days of the notice."""
    asked, days = h.report_request.requested_on, at.limit("report.correction.days")
    if asked is None:
        return
    for index, notice in waiting(h, NoticeKind.CORRECTION):
        if notice.received_on < asked:
            continue
        last = notice.due_on
        if last is None and days is not None:
            end = at.law.workdays.period_end(notice.received_on, days=days)
            last = end.last
        if last is not None:
            yield Spot(f"notices.{index}.received_on", last=last)


@rule(
    "ER-06",
    "The evaluation report came on {received}; until {last} its correction can be asked for.",
    remedy=N_("Read it; an error in it is put forward in this time."),
    severity=Severity.INFO,
    on=Holding,
    sources=(guidelines_five("10", "6.2"),),
)
def report_can_be_corrected(h: Holding, at: Setting) -> Iterator[Spot]:
    """Correction of a report is asked for within two months of receiving it."""
    months = at.limit("report.error.months")
    for index, notice in waiting(h, NoticeKind.REPORT):
        if months is None or notice.received_on > at.today:
            continue
        end = at.law.workdays.period_end(notice.received_on, months=months)
        last = end.last
        if at.today <= last:
            yield Spot(f"notices.{index}.received_on", received=notice.received_on, last=last)
