"""Rules on the licence period, box 6 (专利许可期限)."""

from collections.abc import Iterator
from datetime import date

from olapp.domain.dates import add_years, day_before
from olapp.domain.declaration import Declaration, Period
from olapp.domain.finding import Severity
from olapp.domain.sentence import N_
from olapp.law.acts import guidelines, guidelines_five, patent_law, practice, regulations, tool
from olapp.law.entries import typed
from olapp.law.rule import Setting, Spot, rule
from olapp.law.term import expiry, last_protected_day

_TOO_MANY_YEARS = N_(
    "A licence period of {years} years from the announcement reaches beyond {last}, the last day "
    "of protection."
)
_FEWER_YEARS = N_("State fewer years, or better the last day of the period as a date.")
_NO_YEARS = N_("A licence period of {years} years is over before it begins.")
_ONE_YEAR = N_("State at least one year, or better the last day of the period as a date.")


def _field(period: Period) -> str:
    return "period.years" if period.is_relative else "period.end"


def _end(d: Declaration, at: Setting) -> date | None:
    """Give the last day as if announced today, since no announcement comes earlier."""
    return d.period.last_day(at.today)


@rule(
    "OL-TERM-01",
    "The licence period is empty.",
    remedy=N_("Enter the last day of the licence period."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("85.2(4)"),),
)
def period_is_empty(d: Declaration, at: Setting) -> Iterator[Spot]:
    """A declaration states its licence period; text that cannot be read is a fault of its own."""
    if _end(d, at) is None:
        field = "period.mode" if d.period.mode is None else _field(d.period)
        if not any(typed(d, each) for each in (field, "period.end", "period.years")):
            yield Spot(field)


@rule(
    "OL-TERM-02",
    "The licence period runs to {end}, beyond {last}, the last day of protection.",
    remedy=N_("Let the licence period end on or before the last day of protection."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(tool(), patent_law("42")),
)
def period_exceeds_term(d: Declaration, at: Setting) -> Iterator[Spot]:
    """Nobody can license longer than the right lasts: the last protected day is the last day.

    That day is one day before the expiry date, so a period to the expiry date itself is too long.
    Once the right is over OL-ELIG-13 says so, and no period could be right. Where kind or filing
    date is missing, OL-ELIG-07 and OL-ELIG-13 say that nobody can tell.
    """
    end, last = _end(d, at), last_protected_day(at.law, d.patent)
    if end is not None and last is not None and end > last >= at.today:
        values = {"end": end, "last": last, "years": d.period.years}
        texts = (_TOO_MANY_YEARS, _FEWER_YEARS) if d.period.is_relative else ("", "")
        yield Spot(_field(d.period), *texts, **values)


@rule(
    "OL-TERM-03",
    "The licence period is over on {end}, before anybody can take a licence.",
    remedy=N_("Choose a last day in the future, later than any start the declaration states."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(tool(),),
)
def period_is_over(d: Declaration, at: Setting) -> Iterator[Spot]:
    """A period that ends today or earlier, or before its own stated start, licenses nothing."""
    if _is_over(d, at):
        is_empty = d.period.is_relative and (d.period.years or 0) < 1
        texts = (_NO_YEARS, _ONE_YEAR) if is_empty else ("", "")
        yield Spot(_field(d.period), *texts, end=_end(d, at), years=d.period.years)


def _is_over(d: Declaration, at: Setting) -> bool:
    end = _end(d, at)
    if end is None:
        return False
    return end <= at.today or (d.period.start is not None and end < d.period.start)


@rule(
    "OL-TERM-04",
    "The licence period runs to {end}, less than one year.",
    remedy=N_("Give takers at least one year, and count the time until the announcement too."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(practice(),),
)
def period_is_short(d: Declaration, at: Setting) -> Iterator[Spot]:
    """The trial provinces asked for a year at least; the law itself names no minimum.

    The year runs from today, the earliest announcement, whose day is not counted (Rule 5), or from
    a later start that the declaration states, whose day is.
    """
    end, start, years = _end(d, at), d.period.start, at.limit("period.shortest")
    if end is None or years is None or _is_over(d, at):
        return
    enough = add_years(at.today, years)
    if start is not None and start > at.today:
        enough = day_before(add_years(start, years))
    if end < enough:
        yield Spot(_field(d.period), end=end)


@rule(
    "OL-TERM-05",
    "The licence period is {years} years from the announcement, without a calendar date.",
    remedy=N_("Give the last day of the period as a date."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(regulations("85.3"), tool()),
)
def period_is_relative(d: Declaration, at: Setting) -> Iterator[Spot]:
    """Content has to be clear; whether the office accepts a relative period is unconfirmed."""
    if d.period.is_relative and d.period.years is not None:
        yield Spot("period.mode", years=d.period.years)


@rule(
    "OL-TERM-06",
    "The licence period ends on {end}, the expiry date; the last protected day is {last}.",
    remedy=N_("End the period one day earlier: on the expiry date itself there is no right left."),
    severity=Severity.INFO,
    on=Declaration,
    sources=(guidelines_five("9", "4.1"),),
)
def period_ends_on_expiry(d: Declaration, at: Setting) -> Iterator[Spot]:
    """The expiry date (期满终止日) is the day after the last protected day: easily confused."""
    end = expiry(at.law, d.patent)
    if end is not None and _end(d, at) == end:
        yield Spot(_field(d.period), end=end, last=day_before(end))


@rule(
    "OL-TERM-07",
    "The licence period is said to start on {start}, before any announcement.",
    remedy=N_("Leave the start empty: the declaration takes effect on the day it is announced."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(guidelines("3.5"),),
)
def period_starts_too_early(d: Declaration, at: Setting) -> Iterator[Spot]:
    """A declaration takes effect on its announcement, which lies after today at the earliest."""
    if d.period.start is not None and d.period.start <= at.today:
        yield Spot("period.start", start=d.period.start)
