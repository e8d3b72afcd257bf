"""Whether a holding can be opened at all, as far as a declaration cannot tell: pending, abroad."""

from collections.abc import Iterator

from olapp.domain.finding import Severity
from olapp.domain.holding import Holding, NoticeKind, RightState
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import guidelines, patent_law, regulations, tool
from olapp.law.entries import shortened
from olapp.law.holdings import waiting
from olapp.law.late_fees import FeePosition, balance
from olapp.law.projection import fees_looked_on, looked_on, told_beside
from olapp.law.rule import IN_REGISTER, Setting, Spot, Unsure, rule

_NOT_KNOWN = N_("nobody has looked up {facts}")
_LOOK_AGAIN = N_("Look at the register again, or import a list of today.")
_OF_REGISTER = {
    "status": N_("the legal status"),
    "is_suspended": N_("suspension"),
    "is_pledged": N_("pledge"),
    "has_live_declaration": N_("an earlier declaration"),
}
GRACE_UNSEEN = N_(
    "payments were last looked at on {looked}, and the months of grace for the fee of patent year "
    "{year} have ended since"
)
"""Said of a fee that may have been paid in its last months."""
LOOK_AT_PAYMENTS = N_("Look up whether it was paid, and record the payment.")
_UNTIL = N_("The right has lapsed; until {last} its restoration can be asked for.")


def _is_fresh(h: Holding, at: Setting) -> bool:
    """Whether a state that passes by itself can still be counted on."""
    looked = looked_on(h)
    return looked is None or at.within(at.today - looked, "register.fresh")


@rule(
    "OL-HLD-01",
    "This is a patent of another office ({country}).",
    remedy=N_("Only patents granted by the Chinese office can be declared for open licensing."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(patent_law("50.1"), tool()),
)
def patent_is_foreign(h: Holding, _at: Setting) -> Iterator[Spot]:
    """Open licensing is of patents granted under the Patent Law."""
    if h.country != "CN":
        yield Spot("country", country=shortened(h.country))


@rule(
    "OL-HLD-02",
    "This is an application; no patent is granted on it yet.",
    remedy=N_("Wait for the announcement of the grant."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(regulations("85.1"), guidelines("3.1")),
)
def grant_is_pending(h: Holding, at: Setting) -> Iterator[Spot | Unsure]:
    """An application is nothing that can be licensed; one of long ago may be granted by now."""
    if h.state is RightState.PENDING and h.patent.granted_on is None:
        if _is_fresh(h, at):
            yield Spot("state")
        else:
            fact = N_("it was pending on {looked}, and may be granted or dead by now")
            yield Unsure("state", fact, _LOOK_AGAIN, values={"looked": looked_on(h)})


@rule(
    "OL-HLD-03",
    "The right has lapsed, but its restoration can still be asked for.",
    remedy=N_("Ask for restoration with reasons, and pay what is owed; then it can be opened."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(regulations("6"), guidelines("3.1(5)")),
)
def right_waits_for_restoration(h: Holding, at: Setting) -> Iterator[Spot | Unsure]:
    """A lapsed right can be opened once it is restored; a state of long ago says nothing now."""
    months = at.limit("restoration.months")
    for _, notice in waiting(h, NoticeKind.LOSS_OF_RIGHT) if months is not None else ():
        end = at.law.workdays.period_end(notice.received_on, months=months)
        last = end.last
        if notice.received_on <= at.today <= last:
            yield Spot("state", _UNTIL, last=last)
            return
    if h.state is RightState.RESTORABLE:
        if _is_fresh(h, at):
            yield Spot("state")
        else:
            fact = N_("it had lapsed on {looked}, and may be restored or dead by now")
            yield Unsure("state", fact, _LOOK_AGAIN, values={"looked": looked_on(h)})


@rule(
    "OL-HLD-04",
    "The source calls it dead: {words}.",
    remedy=N_("Nothing is left that could be opened; compare with the register if that is wrong."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(guidelines("3.1(5)"), patent_law("44")),
)
def source_calls_it_dead(h: Holding, _at: Setting) -> Iterator[Spot]:
    """A right that has ended, or an application that came to nothing, cannot be opened.

    What exactly ended a right is told by the rules on its status and its term.
    """
    if h.state is RightState.DEAD:
        yield Spot("state", words=shortened(h.state_words or "—"))


@rule(
    "OL-HLD-05",
    "The source says that an annual fee is late: {words}.",
    remedy=N_("Pay it with its late fee, and record up to which year the fees are paid."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(regulations("86(3)"), guidelines("3.1(3)")),
)
def source_calls_a_fee_late(h: Holding, _at: Setting) -> Iterator[Spot]:
    """A right in the months of grace is barred, though nobody has said which fee is late."""
    is_told = h.patent.fees_paid_through is not None or bool(h.payments)
    if h.state is RightState.FEE_OVERDUE and not is_told:
        yield Spot("state", words=shortened(h.state_words or "—"))


@rule(
    "OL-HLD-06",
    "The register says too little of it.",
    remedy=IN_REGISTER,
    severity=Severity.ERROR,
    on=Holding,
    sources=(tool(), regulations("86")),
)
def register_is_unread(h: Holding, at: Setting) -> Iterator[Unsure]:
    """Facts that only the register tells are asked for together, as one look answers them all."""
    known = told_beside(h, at.today)
    facts = tuple(
        Sentence(fact)
        for name, fact in _OF_REGISTER.items()
        if known.get(name, getattr(h.patent, name)) is None
    )
    if facts:
        yield Unsure("patent.register.checked_on", _NOT_KNOWN, IN_REGISTER, values={"facts": facts})


@rule(
    "OL-HLD-07",
    "The right may have lapsed.",
    remedy=LOOK_AT_PAYMENTS,
    severity=Severity.ERROR,
    on=Holding,
    sources=(regulations("115"), guidelines("3.1(3)")),
)
def end_of_grace_is_unseen(h: Holding, at: Setting) -> Iterator[Unsure]:
    """A fee seen unpaid while it could be paid late may have been paid afterwards."""
    owed, looked = balance(at.law, h, at.today), fees_looked_on(h)
    if owed is None or owed.position is not FeePosition.LAPSED or looked is None:
        return
    if owed.due.nominal < looked <= owed.grace_end.nominal:
        values = {"year": owed.year, "looked": looked}
        yield Unsure("patent.fees_paid_through", GRACE_UNSEEN, LOOK_AT_PAYMENTS, values=values)
