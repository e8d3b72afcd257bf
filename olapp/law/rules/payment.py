"""Rules on paying the fee of box 7: by when, and to whom."""

from collections.abc import Iterator
from itertools import pairwise

from olapp.domain.declaration import Declaration
from olapp.domain.fee import FeeTerms
from olapp.domain.finding import Severity
from olapp.domain.sentence import N_, Sentence
from olapp.law import tariff
from olapp.law.acts import patent_law, tool
from olapp.law.entries import blank, typed
from olapp.law.rule import Setting, Spot, rule

_PAST = N_("Instalment {number} is due on {due}: that day is past.")
_TOO_LATE = N_("Instalment {number} is due on {due}, after the licence period ends on {end}.")
_OUT_OF_ORDER = N_("Instalment {number} is due before the one ahead of it.")
_A_DAY_THAT_FITS = N_(
    "State the instalments in their order, each with a day that takers can still meet, or better "
    "with a number of days after their notice."
)


@rule(
    "OL-FEE-15",
    "Takers cannot pay as announced: {missing} is missing.",
    remedy=N_("Write by when and to which account the fee is paid; it is published with the rest."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(patent_law("51.1"), tool()),
)
def payment_is_unclear(d: Declaration, at: Setting) -> Iterator[Spot]:
    """The licence comes about by paying as announced, so that has to be possible.

    A number of days, zero included, or for each instalment a date or a number of days; and the
    account of the payee. A free licence needs neither. A date that is past, that lies after the
    licence period, or before the instalment ahead of it can be met by nobody.
    """
    for field, missing in _missing_for_payment(d.fee):
        if not typed(d, field):
            yield Spot(field, missing=missing)
    if tariff.counts(d.fee, "instalments"):
        yield from _dates_nobody_can_meet(d, at)


def _missing_for_payment(fee: FeeTerms) -> Iterator[tuple[str, Sentence]]:
    if tariff.counts(fee, "payment_days") and _no_days(fee.payment_days):
        yield "fee.payment_days", Sentence(N_("the time limit for paying"))
    for index, part in enumerate(fee.instalments if tariff.counts(fee, "instalments") else ()):
        if part.due_on is None and _no_days(part.due_days):
            text = N_("the due date of instalment {number}")
            yield f"fee.instalments.{index}.due_on", Sentence(text, {"number": index + 1})
    if tariff.counts(fee, "payee") and blank(fee.payee):
        yield "fee.payee", Sentence(N_("the account of the payee"))


def _no_days(days: int | None) -> bool:
    return days is None or days < 0


def _dates_nobody_can_meet(d: Declaration, at: Setting) -> Iterator[Spot]:
    end = d.period.last_day(at.today)
    for index, part in enumerate(d.fee.instalments):
        values = {"number": index + 1, "due": part.due_on, "end": end}
        place = f"fee.instalments.{index}.due_on"
        if part.due_on is not None and part.due_on < at.today:
            yield Spot(place, _PAST, _A_DAY_THAT_FITS, **values)
        elif part.due_on is not None and end is not None and part.due_on > end:
            yield Spot(place, _TOO_LATE, _A_DAY_THAT_FITS, **values)
    for index, (first, second) in enumerate(pairwise(d.fee.instalments), 1):
        for name in ("due_on", "due_days"):
            before, after = getattr(first, name), getattr(second, name)
            if before is not None and after is not None and after < before:
                place = f"fee.instalments.{index}.{name}"
                yield Spot(place, _OUT_OF_ORDER, _A_DAY_THAT_FITS, number=index + 1)
