"""Rules on the annual fees of a holding: due, late, lapsed, short, over (Rules 111, 115)."""

from collections.abc import Iterator
from datetime import timedelta

from olapp.domain.finding import Severity
from olapp.domain.holding import Holding, NoticeKind, RightState
from olapp.domain.money import Yuan
from olapp.domain.sentence import N_
from olapp.law.acts import announcement_594, guidelines_five, regulations
from olapp.law.deadlines import next_fee
from olapp.law.holdings import waiting
from olapp.law.late_fees import FeePosition, balance
from olapp.law.projection import fees_looked_on, fees_seen_after
from olapp.law.reductions import year_fee
from olapp.law.rule import Setting, Spot, Unsure, rule
from olapp.law.rules.holding import GRACE_UNSEEN, LOOK_AT_PAYMENTS

_FIELD = "patent.fees_paid_through"
_ASSUMED = N_(
    "The annual fee of patent year {year} is due on {due}, in {days} days, if all earlier ones "
    "are paid."
)
_RECORD = N_("Pay it by then, and record the payment; enter up to which year fees are paid.")
_LATE_UNLESS = N_(
    "The annual fee of patent year {year} was due on {due}, and payments were last looked at on "
    "{looked}: if it is not paid, it costs {short} yuan today, of which {late} late fee, and until "
    "{end} it can be paid."
)
_LOOK_AGAIN = N_("Look up whether it was paid, and record the payment; else pay it this month.")
_BY_STATE = N_("The source says that an annual fee is late: {words}.")
_LOOK_UP = N_("Look up which fee it is, pay it with its late fee, and record the payment.")


@rule(
    "AF-01",
    "The annual fee of patent year {year} is due on {due}, in {days} days.",
    remedy=N_("Pay it by then, and record the payment."),
    severity=Severity.INFO,
    on=Holding,
    sources=(regulations("115"),),
)
def fee_is_coming(h: Holding, at: Setting) -> Iterator[Spot]:
    """A fee is due today or within ninety days, the ninetieth included."""
    fee = next_fee(at.law, h, at.today)
    if fee is None:
        return
    left = fee.due.nominal - at.today
    if left >= timedelta(0) and at.within(left, "annual-fee.near"):
        texts = (_ASSUMED, _RECORD) if fee.is_assumed else ("", "")
        yield Spot(_FIELD, *texts, year=fee.year, due=fee.due.nominal, days=left.days)


@rule(
    "AF-02",
    "The annual fee of patent year {year} was due on {due}; paid today it costs {short} yuan, of "
    "which {late} late fee, and until {end} it can be paid.",
    remedy=N_(
        "Pay it this month: the late fee is reckoned on the full fee and grows by the month."
    ),
    severity=Severity.WARNING,
    on=Holding,
    sources=(regulations("115"), guidelines_five("9", "4.2.1.3")),
)
def fee_is_late(h: Holding, at: Setting) -> Iterator[Spot]:
    """For six months after the due day a fee can be paid late; the right stands meanwhile."""
    owed = balance(at.law, h, at.today)
    if owed is None and h.state is RightState.FEE_OVERDUE:
        yield Spot("state", _BY_STATE, _LOOK_UP, words=h.state_words or "—")
    if owed is not None and owed.position is FeePosition.GRACE:
        values = {"due": owed.due.nominal, "end": owed.grace_end.nominal}
        was_seen = fees_seen_after(h, owed.due.nominal)
        texts = ("", "") if was_seen else (_LATE_UNLESS, _LOOK_AGAIN)
        yield Spot(
            _FIELD,
            *texts,
            year=owed.year,
            short=owed.short,
            late=owed.late,
            looked=fees_looked_on(h),
            **values,
        )


@rule(
    "AF-03",
    "The annual fee of patent year {year} was not paid by {end}: the right ended on {due}.",
    remedy=N_(
        "See whether the notice of termination has come: within two months of receiving it "
        "restoration can be asked for. If the fee was paid in time, record the payment."
    ),
    severity=Severity.ERROR,
    on=Holding,
    sources=(regulations("115"), regulations("6")),
)
def right_has_lapsed(h: Holding, at: Setting) -> Iterator[Spot | Unsure]:
    """A fee not paid in the months of grace ends the right from the day it was due.

    Payments looked at before the grace was over do not tell what was paid in what was left of it.
    """
    owed = balance(at.law, h, at.today)
    if owed is None or owed.position is not FeePosition.LAPSED:
        return
    end = owed.grace_end.nominal
    if fees_seen_after(h, end):
        yield Spot(_FIELD, year=owed.year, due=owed.due.nominal, end=end)
    else:
        values = {"year": owed.year, "looked": fees_looked_on(h)}
        yield Unsure(_FIELD, GRACE_UNSEEN, LOOK_AT_PAYMENTS, values=values)


@rule(
    "AF-10",
    "Until {last} restoration of the right can be asked for.",
    remedy=N_(
        "Ask for it with reasons, and pay the fee for restoration, the annual fee and 25 % of the "
        "full annual fee as late fee."
    ),
    severity=Severity.WARNING,
    on=Holding,
    sources=(regulations("6"), guidelines_five("9", "4.2.1.3")),
)
def right_can_be_restored(h: Holding, at: Setting) -> Iterator[Spot]:
    """Restoration is asked for within two months of receiving the notice of the loss."""
    months = at.limit("restoration.months")
    if months is None:
        return
    for index, notice in waiting(h, NoticeKind.LOSS_OF_RIGHT):
        end = at.law.workdays.period_end(notice.received_on, months=months)
        last = end.last
        if notice.received_on <= at.today <= last:
            yield Spot(f"notices.{index}.received_on", *_cost(h, at), last=last, **_sum(h, at))


def _sum(h: Holding, at: Setting) -> dict[str, Yuan]:
    owed = balance(at.law, h, at.today)
    return {"sum": owed.restoration} if owed is not None and owed.restoration is not None else {}


def _cost(h: Holding, at: Setting) -> tuple[str, ...]:
    return (_RESTORE_FOR,) if _sum(h, at) else ()


_RESTORE_FOR = N_("Until {last} restoration of the right can be asked for; it costs {sum} yuan.")


@rule(
    "AF-11",
    "For patent year {year} {paid} yuan are paid, and {short} yuan are missing as of today.",
    remedy=N_("Pay the rest soon: its late fee is that of the day it is paid."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(guidelines_five("9", "4.2.1.3"),),
)
def payment_is_short(h: Holding, at: Setting) -> Iterator[Spot]:
    """A fee paid in part is judged at the rate of the day on which the rest is paid."""
    owed = balance(at.law, h, at.today)
    if owed is None or owed.position is FeePosition.LAPSED:
        return
    places = [index for index, each in enumerate(h.payments) if each.year == owed.year]
    nothing = Yuan.of(0)
    if places and owed.paid > nothing and owed.short > nothing:
        field = f"payments.{places[-1]}.amount"
        yield Spot(field, year=owed.year, paid=owed.paid, short=owed.short)


@rule(
    "AF-13",
    "Patent year {year} is one of compensation: its annual fee is {fee} yuan.",
    remedy=N_("Reckon with it; a part of a year at the end costs nothing."),
    severity=Severity.INFO,
    on=Holding,
    sources=(announcement_594(),),
)
def year_is_compensation(h: Holding, at: Setting) -> Iterator[Spot]:
    """A whole year of a compensated term costs one fee, whatever its number."""
    coming = next_fee(at.law, h, at.today)
    fee = None if coming is None else year_fee(at.law, h, coming.year, at.today)
    if fee is not None and fee.is_compensation and fee.full is not None:
        yield Spot("patent.compensated_until", year=fee.year, fee=fee.full)
