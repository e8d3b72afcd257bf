"""Whether the entries of a declaration can all be true together, and with the calendar."""

from collections.abc import Iterator
from datetime import date

from olapp.domain.dates import day_before, patent_year
from olapp.domain.declaration import Declaration
from olapp.domain.finding import Severity
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import tool
from olapp.law.rule import Setting, Spot, rule
from olapp.law.term import expiry


@rule(
    "OL-ENT-04",
    "These entries contradict each other: {fault}.",
    remedy=N_("Compare both with the papers, and correct the one that is wrong."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(tool(),),
)
def entries_contradict(d: Declaration, at: Setting) -> Iterator[Spot]:
    """What cannot be so: a slip in a date or an answer, which another rule might build on.

    A licence that ends before it starts; licences listed although the answer is that there are
    none; annual fees paid for more years than the term has; and a day still to come for what has
    been done already.
    """
    for field, fault in (*_licences(d), *_fees(d, at), *_days_to_come(d, at)):
        yield Spot(field, fault=fault)


def _licences(d: Declaration) -> Iterator[tuple[str, Sentence]]:
    if d.has_licensed is False and d.licences:
        text = N_("it is said that no licence was given, and {count} of them are listed")
        yield "has_licensed", Sentence(text, {"count": len(d.licences)})
    for index, licence in enumerate(d.licences):
        start, end = licence.start, licence.end
        if start is not None and end is not None and end < start:
            text = N_("licence {number} ends on {end}, before it starts on {start}")
            values = {"number": index + 1, "start": start, "end": end}
            yield f"licences.{index}.end", Sentence(text, values)


def _fees(d: Declaration, at: Setting) -> Iterator[tuple[str, Sentence]]:
    paid, filed, end = d.patent.fees_paid_through, d.patent.filed_on, expiry(at.law, d.patent)
    if paid is None or filed is None or end is None or end <= filed:
        return
    years = patent_year(filed, day_before(end))
    if not 0 <= paid <= years:
        text = N_("annual fees are paid through patent year {paid}, and the term has {years} years")
        yield "patent.fees_paid_through", Sentence(text, {"paid": paid, "years": years})


def _days_to_come(d: Declaration, at: Setting) -> Iterator[tuple[str, Sentence]]:
    text = N_("{day} is still to come, and what is dated so has been done already")
    for field, day in _days_of_done_things(d):
        if day is not None and day > at.today:
            yield field, Sentence(text, {"day": day})


def _days_of_done_things(d: Declaration) -> Iterator[tuple[str, date | None]]:
    yield "patent.fees_checked_on", d.patent.fees_checked_on
    yield "patent.register.owner_changed_on", d.patent.register.owner_changed_on
    yield "patent.report.issued_on", d.patent.report.issued_on
    if len(d.patentees) == 1 and not d.agency_acts:  # else OL-PTY-03 or OL-AGT-05 asks for it
        yield "patentees.0.consented_on", d.patentees[0].consented_on
