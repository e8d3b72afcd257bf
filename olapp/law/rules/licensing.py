"""Rules on licences taken under a declaration (Patent Law Art. 51; Guidelines Part V Ch. 11, 6)."""

from collections.abc import Iterator

from olapp.domain.finding import Severity
from olapp.domain.holding import Holding, Licence
from olapp.domain.sentence import N_
from olapp.law.acts import guidelines, patent_law, regulations
from olapp.law.holdings import named_licensee, running
from olapp.law.rule import FIND_OUT, Setting, Spot, Unsure, rule


def _open_licences(h: Holding, at: Setting) -> Iterator[tuple[int, Licence]]:
    return (each for each in running(h, at.today) if each[1].is_open)


@rule(
    "OL-LIC-01",
    "There is no written notice of {licensee} for the open licence.",
    remedy=N_("Ask for the written notice, and enter the day it came: it makes the licence."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(patent_law("51.1"),),
)
def notice_is_missing(h: Holding, at: Setting) -> Iterator[Spot]:
    """Whoever wants an open licence tells the patentee so in writing, and pays."""
    for index, licence in _open_licences(h, at):
        if licence.notified_on is None:
            yield Spot(f"licences.{index}.notified_on", licensee=named_licensee(licence.licensee))


@rule(
    "OL-LIC-03",
    "The notice of {licensee} came on {notified}, when no declaration stood.",
    remedy=N_("Look at the dates; outside the open period only a negotiated licence is left."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(patent_law("50"), patent_law("51"), guidelines("3.5"), guidelines("4")),
)
def notice_is_outside_the_offer(h: Holding, at: Setting) -> Iterator[Spot | Unsure]:
    """An offer can be taken from its announcement up to the end of its period or its withdrawal.

    The day of the announcement counts; on the day the withdrawal is announced it is too late.
    """
    for index, licence in _open_licences(h, at):
        field, notified = f"licences.{index}.notified_on", licence.notified_on
        if notified is None:
            continue
        if h.offer is None or h.offer.announced_on is None:
            fact = N_("it is not said when the declaration was announced")
            yield Unsure("offer.announced_on", fact)
        elif not h.offer.stands_on(notified):
            yield Spot(field, licensee=named_licensee(licence.licensee), notified=notified)


@rule(
    "OL-LIC-06",
    "The open licence of {licensee} runs to {end}, beyond the declared period, which ends {last}.",
    remedy=N_("Let it end with the declared period at the latest."),
    severity=Severity.ERROR,
    on=Holding,
    sources=(regulations("85.2(4)"), guidelines("8")),
)
def licence_exceeds_the_offer(h: Holding, at: Setting) -> Iterator[Spot | Unsure]:
    """An open licence lasts no longer than the period that was declared."""
    last = h.offer.ends_on if h.offer is not None else None
    if last is None:
        return
    for index, licence in _open_licences(h, at):
        field, end = f"licences.{index}.ends_on", licence.ends_on
        if end is None:
            yield Unsure(field, N_("it is not said when the open licence ends"), FIND_OUT)
        elif end > last:
            yield Spot(field, licensee=named_licensee(licence.licensee), end=end, last=last)
