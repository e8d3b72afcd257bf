"""Rules on the quality of a portfolio's facts, and of the tables they are judged by."""

from collections.abc import Iterator
from datetime import date, timedelta

from olapp.domain.finding import Severity
from olapp.domain.holding import Holding, RightState
from olapp.domain.numbers import patent as numbers
from olapp.domain.numbers import publication
from olapp.domain.patent import PatentKind
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import regulations, tool
from olapp.law.deadlines import deadlines, next_fee
from olapp.law.dues import is_alive
from olapp.law.projection import looked_on
from olapp.law.rule import Setting, Spot, rule
from olapp.law.rules.number import KIND_DIGITS, KIND_WORDS
from olapp.law.rules.patent_data import GRANT_LETTERS
from olapp.law.term import expiry

Fault = tuple[str, Sentence]
"""Where it stands, and what is odd."""

_NOT_BEFORE = N_("{what} ({later}) lies before {of} ({earlier})")
_TO_COME = N_("{what} ({day}) is still to come")


@rule(
    "DQ-01",
    "These facts contradict each other: {fault}.",
    remedy=N_("Compare them with the certificate or the register, and correct what is wrong."),
    severity=Severity.WARNING,
    on=Holding,
    sources=(tool(),),
)
def facts_contradict(h: Holding, at: Setting) -> Iterator[Spot]:
    """Number, publication number, kind, dates and states that cannot all be right.

    A number younger than the filing date is none of it: divisional applications keep the filing
    date of their parent. Nothing is said of the numbers of other countries.
    """
    faults = [*_dates(h, at), *_states(h)]
    if h.country == "CN":
        faults = [*_number(h), *_publication(h), *_own_law(h, at), *faults]
    for field, fault in faults:
        yield Spot(field, fault=fault)


def _number(h: Holding) -> Iterator[Fault]:
    number, kind, filed = h.patent.number or "", h.patent.kind, h.patent.filed_on
    if not numbers.is_valid(number):
        return
    digit = numbers.kind_digit(number)
    if kind is not None and digit not in KIND_DIGITS[kind]:
        text = N_("{number} is not the number of this kind: {kind}")
        values = {"number": numbers.format(number), "kind": Sentence(KIND_WORDS[kind])}
        yield "patent.kind", Sentence(text, values)
    if filed is not None and digit in "123" and numbers.year(number) < filed.year:
        text = N_("{number} was given in {year}, before the filing date {filed}")
        year = str(numbers.year(number))
        values = {"number": numbers.format(number), "year": year, "filed": filed}
        yield "patent.filed_on", Sentence(text, values)


def _publication(h: Holding) -> Iterator[Fault]:
    number, kind = h.patent.publication_number or "", h.patent.kind
    if kind is None:
        return
    if publication.is_valid(number) and publication.letter(number) not in GRANT_LETTERS[kind]:
        text = N_("{number} is not the number of a grant of this kind: {kind}")
        values = {"number": publication.format(number), "kind": Sentence(KIND_WORDS[kind])}
        yield "patent.publication_number", Sentence(text, values)
    told = h.published_as or ""
    is_application = publication.is_valid(told) and publication.letter(told) == "A"
    if is_application and kind is not PatentKind.INVENTION:
        text = N_("{number} is the number of a published invention, and the kind is {kind}")
        values = {"number": publication.format(told), "kind": Sentence(KIND_WORDS[kind])}
        yield "published_as", Sentence(text, values)


_FILING, _GRANT = N_("the filing date"), N_("the grant date")
_PUBLICATION, _PRIORITY = N_("the publication date"), N_("the priority date")


def _dates(h: Holding, at: Setting) -> Iterator[Fault]:
    filed, granted = h.patent.filed_on, h.patent.granted_on
    yield from _order("patent.granted_on", _GRANT, granted, _FILING, filed)
    yield from _order("published_on", _PUBLICATION, h.published_on, _FILING, filed)
    yield from _order("priority_on", _FILING, filed, _PRIORITY, h.priority_on)
    if publication.is_valid(h.published_as or "") and h.patent.kind is PatentKind.INVENTION:
        yield from _order("patent.granted_on", _GRANT, granted, _PUBLICATION, h.published_on)
    for field, what, day in (
        ("patent.filed_on", _FILING, filed),
        ("patent.granted_on", _GRANT, granted),
        ("published_on", _PUBLICATION, h.published_on),
    ):
        if day is not None and day > at.today:
            yield field, Sentence(_TO_COME, {"what": Sentence(what), "day": day})
    yield from _spans(h)


def _order(
    field: str, what: str, later: date | None, of: str, earlier: date | None
) -> Iterator[Fault]:
    if later is not None and earlier is not None and later < earlier:
        values = {"what": Sentence(what), "later": later, "of": Sentence(of), "earlier": earlier}
        yield field, Sentence(_NOT_BEFORE, values)


def _spans(h: Holding) -> Iterator[Fault]:
    """Give what ends before it begins: owners, licences, burdens, the declared period."""
    spans = [(f"owners.{n}.until", each.since, each.until) for n, each in enumerate(h.owners)]
    spans += [
        (f"licences.{n}.ends_on", each.effective_on, each.ends_on)
        for n, each in enumerate(h.licences)
    ]
    spans += [
        (f"encumbrances.{n}.until", each.since, each.until) for n, each in enumerate(h.encumbrances)
    ]
    if h.offer is not None:
        spans.append(("offer.ends_on", h.offer.announced_on, h.offer.ends_on))
    for field, begin, end in spans:
        if begin is not None and end is not None and end < begin:
            text = N_("what begins on {begin} ends on {end}")
            yield field, Sentence(text, {"begin": begin, "end": end})


def _own_law(h: Holding, at: Setting) -> Iterator[Fault]:
    """Give what cannot be so of a Chinese patent: granted unexamined, alive beyond its term.

    A list older than the end of the term was right in its time.
    """
    granted, filed, end = h.patent.granted_on, h.patent.filed_on, expiry(at.law, h.patent)
    if granted is not None and granted == filed:
        text = N_("it was granted on {day}, the day it was filed")
        yield "patent.granted_on", Sentence(text, {"day": granted})
    if h.state is None or not h.state.is_right or end is None:
        return
    if end <= (looked_on(h) or at.today):
        yield "state", Sentence(N_("it is called alive, and its term ended on {end}"), {"end": end})


def _states(h: Holding) -> Iterator[Fault]:
    state, patent = h.state, h.patent
    if state is None:
        return
    if state is RightState.PENDING and patent.granted_on is not None:
        text = N_("it is called pending, and was granted on {granted}")
        yield "state", Sentence(text, {"granted": patent.granted_on})
    if state.is_right and patent.status is not None and not patent.status.is_right:
        yield "patent.status", Sentence(N_("it is called alive, and its right is called ended"))
    elif state is RightState.DEAD and patent.status is not None and patent.status.is_right:
        yield "patent.status", Sentence(N_("it is called dead, and its right is called in force"))


@rule(
    "DQ-03",
    "The table of annual fees was last compared with its sources on {checked}.",
    remedy=N_("Compare the amount with the office's current list before you pay."),
    severity=Severity.INFO,
    on=Holding,
    sources=(tool(),),
)
def fee_table_is_old(h: Holding, at: Setting) -> Iterator[Spot]:
    """A fee is due soon, and the table it comes from has not been looked at for a year."""
    if _due_soon(h, at) is None or h.patent.kind is None:
        return
    key = f"annual-fee.{h.patent.kind.value}"
    acts = [act for act in at.law.instruments if key in act.parameters]
    checked = max((act.checked for act in acts if act.in_force_on(at.today)), default=None)
    if checked is not None and not at.within(at.today - checked, "fee-table.fresh"):
        yield Spot("patent.fees_paid_through", checked=checked)


@rule(
    "DQ-04",
    "The days off of {year} are not published here, so the day {due} is not moved.",
    remedy=N_("Look up whether that day is a day off, and pay before it in any case."),
    severity=Severity.WARNING,
    on=Holding,
    sources=(regulations("5"), tool()),
)
def calendar_is_missing(h: Holding, at: Setting) -> Iterator[Spot]:
    """A fee is due within ninety days, in a year whose days off are not known here."""
    due = _due_soon(h, at)
    if due is not None and due.year not in at.law.workdays.published:
        yield Spot("patent.fees_paid_through", year=str(due.year), due=due)


def _due_soon(h: Holding, at: Setting) -> date | None:
    fee = next_fee(at.law, h, at.today)
    if fee is None or not timedelta(0) <= fee.due.nominal - at.today:
        return None
    return fee.due.nominal if at.within(fee.due.nominal - at.today, "annual-fee.near") else None


@rule(
    "DQ-05",
    "This patent lives, and there is no deadline for it.",
    remedy=N_("Enter its kind and filing date, from which fees and term are counted."),
    severity=Severity.WARNING,
    on=Holding,
    sources=(tool(),),
)
def nothing_is_watched(h: Holding, at: Setting) -> Iterator[Spot]:
    """A living patent has a fee to come or a term to end; one without either is forgotten."""
    if is_alive(h) and h.country == "CN" and not deadlines(at.law, h, at.today):
        yield Spot("patent.filed_on" if h.patent.filed_on is None else "patent.kind")
