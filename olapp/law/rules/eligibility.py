"""Whether the patent may be opened to licensees at all (Rule 86; Guidelines Part V Ch. 11, 3.1)."""

from collections.abc import Iterator
from datetime import timedelta

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Severity
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import guidelines, regulations, tool
from olapp.law.entries import blank, shortened, typed
from olapp.law.fees import FeeStanding, fee_standing, grace_ended_on, next_due
from olapp.law.holdings import BARRING, named_licensee
from olapp.law.rule import IN_REGISTER, Setting, Spot, Unsure, known_bar, rule
from olapp.law.term import has_expired

_NO_GRANT_DATE = N_("The grant date is not filled in.")
_ENTER_GRANT_DATE = N_("Enter the day the grant was announced, as on the certificate.")
_AGREED_AHEAD = N_(
    "The patent is pledged, and the consent of {pledgee} is dated {signed}, which is still to come."
)
LAPSED = N_(
    "The annual fee of patent year {year} was due on {due} and is not paid in full; the months of "
    "grace are over since {end}, so the right should have ended on {due}."
)
"""Said of a fee that can no longer be paid."""
_RESTORE = N_(
    "See whether the notice of termination has come: within two months of receiving it restoration "
    "can be asked for. If the fee was paid in time, record the payment."
)


@rule(
    "OL-ELIG-01",
    "The grant is not announced yet: the grant date entered is {granted}.",
    remedy=N_("Compare the date with the certificate; a declaration waits for the announcement."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("85.1"), guidelines("3.1")),
)
def grant_is_not_announced(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """Only a patent whose grant has been announced can be opened; the day itself is enough."""
    granted = d.patent.granted_on
    if granted is None and not typed(d, "patent.granted_on"):
        yield Spot("patent.granted_on", _NO_GRANT_DATE, _ENTER_GRANT_DATE)
    elif granted is not None and granted > at.today:
        yield Spot("patent.granted_on", granted=granted)


@rule(
    "OL-ELIG-02",
    "{licensee} holds {kind} that has not ended (end: {end}).",
    remedy=N_("Wait until it ends, or end it first; a patent so licensed cannot be opened."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("86(1)"), guidelines("3.1(1)")),
)
def exclusive_licence_is_live(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """An exclusive or sole licence bars open licensing up to and on its last day.

    One that starts later, or has no known end, bars it too.
    """
    if not d.licences and d.has_licensed is not False:
        field = "has_licensed" if d.has_licensed is None else "licences"
        yield Unsure(field, N_("it is not said which licences have been given to others"))
    for index, licence in enumerate(d.licences):
        if not licence.lives_on(at.today):
            continue
        place = f"licences.{index}.kind"
        if licence.kind is None:
            yield Unsure(place, N_("it is not said what kind of licence this is"))
        elif licence.kind in BARRING:
            yield Spot(
                place,
                licensee=named_licensee(licence.licensee),
                kind=Sentence(BARRING[licence.kind]),
                end=licence.end or Sentence(N_("not known")),
            )


@rule(
    "OL-ELIG-03",
    "Procedure on the patent is suspended for an ownership dispute or a court's preservation.",
    remedy=N_("Wait until the office resumes the procedure, then look at the register again."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("86(2)"), regulations("103"), regulations("104"), guidelines("3.1(2)")),
)
def procedure_is_suspended(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """While the procedure is suspended (Rules 103, 104), the patent cannot be opened."""
    unknown = N_("it is not said whether procedure is suspended")
    yield from known_bar(d, "patent.is_suspended", unknown)


@rule(
    "OL-ELIG-04",
    "The annual fee of patent year {year} was due on {due} and is not paid in full.",
    remedy=N_(
        "Pay it with any late fee, and record the payment; the six months of grace for "
        "paying do not lift the bar."
    ),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("86(3)"), regulations("115"), guidelines("3.1(3)")),
)
def annual_fee_is_unpaid(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """A fee may be paid up to and on its last day; from the next day it bars open licensing.

    Whether the last day moves behind a holiday is unconfirmed: in between nobody can say. A look
    at the fees before the last day says nothing about what was paid on it. Once the six months of
    grace are over paying no longer helps: the right has ended from the day the fee was due.
    """
    field = "patent.fees_paid_through"
    if has_expired(at.law, d.patent, at.today) or typed(d, field):
        return
    if d.patent.fees_paid_through is None:
        unknown = N_("it is not said up to which patent year the annual fees are paid")
        yield Unsure(field, unknown, IN_REGISTER)
        return
    standing, fee = fee_standing(at.law, d.patent, at.today), next_due(at.law, d.patent, at.today)
    if fee is None:
        return
    looked = d.patent.fees_checked_on
    if standing is FeeStanding.DOUBTFUL:
        yield Unsure(field, N_("the last day to pay the annual fee may have moved past a holiday"))
    elif standing is FeeStanding.PAST_DUE and looked is not None and looked <= fee.due.nominal:
        yield Unsure(field, N_("an annual fee has come due since the payments were looked at"))
    elif standing is FeeStanding.PAST_DUE and (end := grace_ended_on(at.law, fee, at.today)):
        yield Spot(field, LAPSED, _RESTORE, year=fee.year, due=fee.due.nominal, end=end)
    elif standing is FeeStanding.PAST_DUE:
        yield Spot(field, year=fee.year, due=fee.due.nominal)


@rule(
    "OL-ELIG-05",
    "The patent is pledged to {pledgee}, whose consent to open licensing is missing.",
    remedy=N_("Get the pledgee's signed consent, enter its date and enclose it."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("86(4)"), guidelines("3.1(4)")),
)
def pledgee_has_not_consented(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """A pledged patent needs the pledgee's consent, signed today at the latest."""
    patent = d.patent
    if patent.is_pledged is None:
        unknown = N_("it is not said whether the patent is pledged")
        yield Unsure("patent.is_pledged", unknown, IN_REGISTER)
    elif patent.is_pledged:
        signed = patent.pledgee_consented_on
        field = "patent.pledgee_consented_on"
        pledgee = patent.pledgee or Sentence(N_("an unnamed pledgee"))
        if signed is None and not typed(d, field):
            yield Spot(field, pledgee=pledgee)
        elif signed is not None and signed > at.today:
            yield Spot(field, _AGREED_AHEAD, pledgee=pledgee, signed=signed)


@rule(
    "OL-ELIG-14",
    "An announced declaration for this patent is still in effect.",
    remedy=N_("Withdraw it first; a new declaration can follow once the withdrawal is announced."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(tool(), guidelines("9")),
)
def declaration_is_live(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """One patent has one open-licence declaration in effect at a time."""
    unknown = N_("it is not said whether an earlier declaration is in effect")
    yield from known_bar(d, "patent.has_live_declaration", unknown)


@rule(
    "OL-ELIG-15",
    "An obstacle to working the patent is recorded: {obstacle}.",
    remedy=N_("Remove the obstacle first; the patent cannot be opened while it lasts."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("86(5)"), guidelines("3.1(9)")),
)
def other_obstacle_stands(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """Anything else that prevents effective working of the patent bars open licensing."""
    obstacle = d.patent.other_obstacle
    if obstacle and not blank(obstacle):
        yield Spot("patent.other_obstacle", obstacle=shortened(obstacle))


@rule(
    "OL-ELIG-16",
    "The annual fee of patent year {year} is due on {due}, in {days} days.",
    remedy=N_("Pay it before filing, so that no fee comes due while the office examines."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(tool(), regulations("86(3)")),
)
def annual_fee_is_due_soon(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """The next fee, unpaid, is due today or within 60 days, the sixtieth included."""
    fee = next_due(at.law, d.patent, at.today)
    if fee is None:
        return
    left = fee.due.nominal - at.today
    if left >= timedelta(0) and at.within(left, "annual-fee.soon"):
        yield Spot("patent.fees_paid_through", year=fee.year, due=fee.due.nominal, days=left.days)
