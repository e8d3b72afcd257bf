"""Rules on recording licence contracts at the office (Rule 15; Guidelines Part V Ch. 11, 7)."""

from collections.abc import Iterator
from datetime import date, timedelta

from olapp.domain.finding import Severity
from olapp.domain.holding import Holding, Licence
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import guidelines_five, questions, recordal_measures, regulations, tool
from olapp.law.holdings import is_recorded, named_licensee, running
from olapp.law.late_fees import FeePosition, balance
from olapp.law.rule import Setting, Spot, rule
from olapp.law.rules.number import KIND_WORDS
from olapp.law.workdays import Rolled


def _unrecorded(h: Holding, at: Setting) -> Iterator[tuple[str, Licence, date]]:
    """Give the contracts in effect that are not recorded: the place, the contract, since when."""
    for index, licence in running(h, at.today):
        since = licence.effective_on
        if since is not None and since <= at.today and not is_recorded(licence):
            yield f"licences.{index}.recorded_on", licence, since


def _last_day(since: date, at: Setting) -> Rolled | None:
    months = at.limit("recordal.months")
    return None if months is None else at.law.workdays.period_end(since, months=months)


@rule(
    "OL-REC-01",
    "The contract with {licensee} took effect on {since}; it should have been recorded by {last}.",
    remedy=N_("Have it recorded as soon as can be; there is no fee reduction before."),
    severity=Severity.WARNING,
    on=Holding,
    sources=(regulations("15"), regulations("87"), questions("9")),
)
def recordal_is_late(h: Holding, at: Setting) -> Iterator[Spot]:
    """A licence contract is recorded within three months of taking effect."""
    for field, licence, since in _unrecorded(h, at):
        end = _last_day(since, at)
        if end is not None and at.today > (last := end.last):
            yield Spot(field, licensee=named_licensee(licence.licensee), since=since, last=last)


@rule(
    "OL-REC-04",
    "{days} days are left to record the contract with {licensee}: the last day is {last}.",
    remedy=N_("Hand in the application for recordal with its papers."),
    severity=Severity.INFO,
    on=Holding,
    sources=(regulations("15"),),
)
def recordal_is_due(h: Holding, at: Setting) -> Iterator[Spot]:
    """A contract is still unrecorded within thirty days of the last day, the thirtieth included."""
    for field, licence, since in _unrecorded(h, at):
        end = _last_day(since, at)
        if end is None:
            continue
        left = (last := end.last) - at.today
        if left >= timedelta(0) and at.within(left, "recordal.near"):
            yield Spot(field, licensee=named_licensee(licence.licensee), days=left.days, last=last)


@rule(
    "OL-REC-05",
    "At the recordal of a licence on this {kind} the office may ask for the evaluation report.",
    remedy=N_("Have the evaluation report at hand."),
    severity=Severity.INFO,
    on=Holding,
    sources=(guidelines_five("10", "1"),),
)
def report_may_be_asked_for(h: Holding, at: Setting) -> Iterator[Spot]:
    """Utility models and designs are granted unexamined; a report that is there is enough."""
    kind, report = h.patent.kind, h.patent.report
    if kind is None or not h.patent.needs_report or report.is_attached or report.conclusion:
        return
    for field, _, _ in _unrecorded(h, at):
        yield Spot(field, kind=Sentence(KIND_WORDS[kind]))


@rule(
    "OL-REC-06",
    "The annual fee of patent year {year} is late, and recordal may be refused for that.",
    remedy=N_("Pay the fee with its late fee before asking for recordal."),
    severity=Severity.WARNING,
    on=Holding,
    sources=(recordal_measures(), tool()),
)
def fee_is_late_at_recordal(h: Holding, at: Setting) -> Iterator[Spot]:
    """The measures are said to refuse recordal in the months of grace; the text is unconfirmed."""
    unrecorded = next(_unrecorded(h, at), None)
    owed = balance(at.law, h, at.today) if unrecorded is not None else None
    if owed is not None and owed.position in {FeePosition.GRACE, FeePosition.LAPSED}:
        yield Spot("patent.fees_paid_through", year=owed.year)
