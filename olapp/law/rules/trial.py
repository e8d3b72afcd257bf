"""Rules on patents once listed in the trial of open licensing of 2022 and 2023."""

from collections.abc import Iterator

from olapp.domain.finding import Severity
from olapp.domain.holding import Holding
from olapp.domain.sentence import N_
from olapp.law.acts import patent_law, roll_out_notice, tool
from olapp.law.entries import blank
from olapp.law.rule import Setting, Spot, rule

_NO_REPORT = N_("For a formal declaration the trial listing lacks the evaluation report.")
_GET_REPORT = N_("Ask the office for the evaluation report, or get a copy of it.")


@rule(
    "TR-01",
    "The patent was listed in the trial on {listed}; that is no declaration under the law.",
    remedy=N_("File a declaration: only what is declared anew is announced."),
    severity=Severity.INFO,
    on=Holding,
    sources=(tool(), roll_out_notice()),
)
def listing_is_no_declaration(h: Holding, _at: Setting) -> Iterator[Spot]:
    """Projects of the trial are declared anew; how they are converted is unconfirmed."""
    is_declared = h.offer is not None and (
        h.offer.filed_on is not None or h.offer.announced_on is not None
    )
    if h.trial_listed_on is not None and not (is_declared or h.patent.has_live_declaration):
        yield Spot("trial_listed_on", listed=h.trial_listed_on)


@rule(
    "TR-02",
    "For a formal declaration the trial listing lacks the main class.",
    remedy=N_("Enter the main class, as on the publication of the grant."),
    severity=Severity.WARNING,
    on=Holding,
    sources=(tool(), patent_law("50.1")),
)
def listing_is_incomplete(h: Holding, _at: Setting) -> Iterator[Spot]:
    """Trial platforms often had neither class nor report; a declaration needs both."""
    if h.trial_listed_on is None:
        return
    if blank(h.patent.main_class):
        yield Spot("patent.main_class")
    report = h.patent.report
    if h.patent.needs_report and not (report.is_attached or report.conclusion):
        yield Spot("patent.report", _NO_REPORT, _GET_REPORT)
