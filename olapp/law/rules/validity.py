"""Whether the right stands: term, status, invalidity, evaluation report, fresh facts."""

from collections.abc import Iterator

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Severity
from olapp.domain.patent import Patent, PatentKind, PatentStatus, ReportConclusion
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import (
    guidelines,
    guidelines_five,
    patent_law,
    regulations,
    tool,
    unconfirmed,
)
from olapp.law.entries import typed
from olapp.law.names import folded
from olapp.law.rule import FIND_OUT, IN_REGISTER, Setting, Spot, Unsure, known_bar, rule
from olapp.law.rules.number import KIND_WORDS
from olapp.law.term import expiry, has_expired

_ENDED = {
    PatentStatus.TERMINATED: N_("terminated"),
    PatentStatus.SURRENDERED: N_("surrendered"),
}
_LOOK_AGAIN = N_("Look at the patent register again before filing, and enter the day.")
_CORRECT_THE_DAY = N_("Enter the day on which the register was really looked at.")
_MAY_HAVE_CHANGED = N_(
    "the register was last looked at on {checked}, {days} days ago, and this may have changed: "
    "{facts}"
)


def _is_stale(patent: Patent, at: Setting) -> bool:
    checked = patent.register.checked_on
    return checked is not None and not at.within(at.today - checked, "register.fresh")


@rule(
    "OL-ELIG-06",
    "The patent right is {status}.",
    remedy=N_("A right that is lost cannot be opened; ask for restoration in time, if it is open."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines("3.1(5)"), patent_law("44")),
)
def right_has_ended_early(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """A right terminated or surrendered before its term cannot be opened.

    The end of the term itself is told by OL-ELIG-13, a status looked up too long ago by OL-ELIG-17.
    """
    status = d.patent.status
    if status is PatentStatus.SURRENDERED or (
        status is PatentStatus.TERMINATED and not has_expired(at.law, d.patent, at.today)
    ):
        yield Spot("patent.status", status=Sentence(_ENDED[status]))
    elif has_expired(at.law, d.patent, at.today):
        return
    elif status is None:
        unknown = N_("it is not said whether the patent is in force")
        yield Unsure("patent.status", unknown, IN_REGISTER)


@rule(
    "OL-ELIG-07",
    "A {kind} needs its evaluation report, and none is attached.",
    remedy=N_("Ask the office for the evaluation report, or get a copy of it, and attach it."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(patent_law("50.1"), guidelines("3.1(7)")),
)
def report_is_missing(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """Utility models and designs come with the patent right evaluation report."""
    if d.patent.kind is None:
        yield Unsure("patent.kind", N_("the kind of patent is not chosen"))
        return
    if d.patent.needs_report and not d.has_report:
        yield Spot("patent.report.is_attached", kind=Sentence(KIND_WORDS[d.patent.kind]))


@rule(
    "OL-ELIG-08",
    "The evaluation report finds that the conditions of grant are not met.",
    remedy=N_(
        "With this conclusion the patent cannot be opened; ask for correction of the report "
        "within two months of receipt if it is wrong."
    ),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines("3.1(8)"),),
)
def report_is_negative(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """An evaluation report that denies the conditions of grant bars open licensing."""
    report = d.patent.report
    if not d.patent.needs_report:
        return
    if report.conclusion is ReportConclusion.FAILS:
        yield Spot("patent.report.conclusion")
    elif report.conclusion is None and d.has_report:
        yield Unsure("patent.report.conclusion", N_("it is not said what the report concludes"))


@rule(
    "OL-ELIG-09",
    "The evaluation report is negative for some claims or designs.",
    remedy=N_("Look at which claims hold; how the office treats a mixed report is not confirmed."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(
        tool(),
        unconfirmed(N_("Examination Guidelines"), N_("Part V Ch. 11, {at}"), "3.1(8)"),
    ),
)
def report_is_partly_negative(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """A report that is negative in part may or may not bar open licensing: no text settles it."""
    if d.patent.needs_report and d.patent.report.conclusion is ReportConclusion.PARTLY:
        yield Spot("patent.report.conclusion")


@rule(
    "OL-ELIG-10",
    "The patent has been declared wholly invalid.",
    remedy=N_("A right declared wholly invalid never was: there is nothing to open."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines("3.1(6)"), patent_law("47")),
)
def patent_is_wholly_invalid(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """A patent declared wholly invalid is deemed never to have existed."""
    if d.patent.status is PatentStatus.WHOLLY_INVALID:
        yield Spot("patent.status")


@rule(
    "OL-ELIG-11",
    "The patent has been declared invalid in part.",
    remedy=N_("Fill in the declaration for the claims that were kept, and say so."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(tool(), patent_law("46"), patent_law("47")),
)
def patent_is_partly_invalid(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """After partial invalidation only the claims kept can be worked under the licence."""
    if d.patent.status is PatentStatus.PARTLY_INVALID:
        yield Spot("patent.status")


@rule(
    "OL-ELIG-12",
    "A request to declare the patent invalid is pending.",
    remedy=N_("Consider waiting for the decision; after a loss the declaration must be withdrawn."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(tool(), guidelines("2(2)")),
)
def invalidation_is_pending(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """A pending invalidation request does not bar open licensing, but may end it."""
    unknown = N_("it is not said whether an invalidation request is pending")
    yield from known_bar(d, "patent.has_invalidation_pending", unknown, FIND_OUT)


@rule(
    "OL-ELIG-13",
    "The term of the patent right ended: its expiry date is {expiry}.",
    remedy=N_("Check the filing date and kind; a right whose term has ended is free to all."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(patent_law("42"), guidelines_five("9", "4.1")),
)
def term_has_ended(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """A right has ended on its expiry date; the last protected day is the day before.

    The date does not move for holidays.
    """
    end = expiry(at.law, d.patent)
    if end is not None and end <= at.today:
        yield Spot("patent.filed_on", expiry=end)
    elif end is None and d.patent.filed_on is None and not typed(d, "patent.filed_on"):
        yield Unsure("patent.filed_on", N_("the filing date, from which the term runs, is missing"))


@rule(
    "OL-ELIG-17",
    "The register was last looked at on {checked}, {days} days ago.",
    remedy=_LOOK_AGAIN,
    severity=Severity.WARNING,
    on=Declaration,
    sources=(tool(), guidelines("2(2)")),
)
def register_is_stale(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """What the register said is good for 30 days, the thirtieth included.

    After that the facts that allow open licensing (in force, not suspended, not pledged, no
    invalidation request, no earlier declaration, these owners) are no longer known, and they are
    told here together. What bars it is told by its own rule, however old, and leaves a warning.
    """
    field, checked = "patent.register.checked_on", d.patent.register.checked_on
    if typed(d, field):
        return
    if checked is None:
        yield Unsure(field, N_("it is not said when the patent register was last looked at"))
    elif checked > at.today:
        fact = N_("the day of the last look at the patent register, {checked}, is still to come")
        yield Unsure(field, fact, _CORRECT_THE_DAY, values={"checked": checked})
    elif _is_stale(d.patent, at):
        values = {"checked": checked, "days": (at.today - checked).days}
        if facts := () if has_expired(at.law, d.patent, at.today) else _relied_on(d):
            yield Unsure(field, _MAY_HAVE_CHANGED, _LOOK_AGAIN, values=values | {"facts": facts})
        else:
            yield Spot(field, **values)


def _relied_on(d: Declaration) -> tuple[Sentence, ...]:
    """Name the facts from the register that allow open licensing as they were found."""
    patent = d.patent
    owners = set(map(folded, patent.register.owners))
    declared = {folded(party.name) for party in d.patentees}
    found = {
        N_("the legal status"): patent.status is not None and patent.status.is_right,
        N_("suspension"): patent.is_suspended is False,
        N_("pledge"): patent.is_pledged is False,
        N_("invalidation requests"): patent.has_invalidation_pending is False,
        N_("an earlier declaration"): patent.has_live_declaration is False,
        N_("the patentees"): bool(owners) and owners == declared,
    }
    return tuple(Sentence(name) for name, allows in found.items() if allows)


@rule(
    "OL-ELIG-18",
    "This utility model was given up for the invention filed on the same day.",
    remedy=N_("Take it out of the portfolio, and declare the invention instead."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(patent_law("9"), regulations("47")),
)
def twin_was_given_up(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """A utility model given up so that its same-day invention could be granted is no asset."""
    twin = d.patent.is_given_up_twin
    if twin:
        yield Spot("patent.is_given_up_twin")
    elif twin is None and d.patent.kind is PatentKind.UTILITY_MODEL:
        fact = N_("it is not said whether it was given up for an invention of the same day")
        yield Unsure("patent.is_given_up_twin", fact)
