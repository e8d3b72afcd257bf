"""Rules on the running royalty of box 7: its rates, base, account and steps."""

from collections.abc import Iterator
from decimal import Decimal

from olapp.domain.declaration import Declaration
from olapp.domain.fee import FeeTerms, RoyaltyBase
from olapp.domain.finding import Severity
from olapp.domain.money import Rate
from olapp.domain.sentence import N_, Sentence
from olapp.law import tariff
from olapp.law.acts import guidelines, regulations, unconfirmed
from olapp.law.entries import blank, in_use, is_rate, shortened, typed
from olapp.law.openness import left_open
from olapp.law.rule import Setting, Spot, rule

_BAND = N_("The least royalty of {floor} yuan is above the greatest of {ceiling} yuan.")
_MEND_THE_BAND = N_("Lower the least royalty, or raise the greatest.")


def _rates_above(d: Declaration, base: RoyaltyBase, cap: Decimal | None) -> Iterator[Spot]:
    """Give the valid rates on a base above its cap; invalid ones are OL-FEE-07's."""
    if cap is None or d.fee.base is not base:
        return
    for field, rate in tariff.rates(d.fee):
        if rate is not None and rate.percent > cap and tariff.is_valid_rate(rate):
            yield Spot(field, rate=rate, cap=Rate.of(cap))


@rule(
    "OL-FEE-05",
    "The royalty of {rate} of net sales is above the usual limit of {cap}.",
    remedy=N_("Lower the rate, or explain in the brief explanation why it is justified."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(guidelines("3.3"),),
)
def net_sales_rate_is_above_cap(d: Declaration, at: Setting) -> Iterator[Spot]:
    """A royalty on net sales is generally not above 20 per cent; each step is judged."""
    yield from _rates_above(d, RoyaltyBase.NET_SALES, at.limit("cap.net-sales"))


@rule(
    "OL-FEE-06",
    "The royalty of {rate} of profit is above the usual limit of {cap}.",
    remedy=N_("Lower the rate, or explain in the brief explanation why it is justified."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(guidelines("3.3"),),
)
def profit_rate_is_above_cap(d: Declaration, at: Setting) -> Iterator[Spot]:
    """A royalty on profit is generally not above 40 per cent; each step is judged."""
    yield from _rates_above(d, RoyaltyBase.PROFIT, at.limit("cap.profit"))


@rule(
    "OL-FEE-07",
    "“{rate}” is no valid royalty rate.",
    remedy=N_("Enter a rate above 0 and at most 100 per cent, such as 3%."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("85.3"),),
)
def rate_is_invalid(d: Declaration, at: Setting) -> Iterator[Spot]:
    """A rate that counts lies above 0 and at most at 100 per cent; 100 itself is one."""
    for field, rate in tariff.rates(d.fee):
        if rate is not None and not tariff.is_valid_rate(rate):
            yield Spot(field, rate=rate)
    for entry in d.unreadable:
        if is_rate(entry) and in_use(d, entry) and not left_open(at.law, entry.text):
            yield Spot(entry.field, rate=shortened(entry.text))


@rule(
    "OL-FEE-08",
    "A royalty cannot be computed without {missing}.",
    remedy=N_("Write what the royalty is taken on, with all deductions, and how often it is due."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("85.3"),),
)
def royalty_is_undefined(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """A royalty needs a definition of its base and a period of account to be clear."""
    if not tariff.counts(d.fee, "base_definition"):
        return
    if blank(d.fee.base_definition):
        yield Spot("fee.base_definition", missing=Sentence(N_("a definition of its base")))
    if d.fee.account_period is None:
        yield Spot("fee.account_period", missing=Sentence(N_("its period of account")))


@rule(
    "OL-FEE-09",
    "The royalty comes without a way to inspect the accounts.",
    remedy=N_("Say how and how often the licensor may inspect the licensee's accounts."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(unconfirmed(N_("Civil Code"), N_("Art. {article}"), "846"),),
)
def inspection_is_missing(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """Technology contracts with a royalty agree on inspecting the accounts."""
    if tariff.counts(d.fee, "inspection") and blank(d.fee.inspection):
        yield Spot("fee.inspection")


@rule(
    "OL-FEE-19",
    "The steps of the royalty do not fit together: {fault}.",
    remedy=N_(
        "Let the first step start at 0, each step where the one before ends, and the last "
        "one be open."
    ),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("85.3"),),
)
def royalty_ranges_clash(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """Every amount of the base has one rate and only one, so steps neither overlap nor leave gaps.

    The first step starts at 0 (or states no start), each further one exactly where the step
    before ends, and the last has no end. A least royalty above the greatest leaves a gap of the
    same kind and is told here; equal ones are in order.
    """
    if not tariff.counts(d.fee, "steps"):
        return
    for field, fault in _step_faults(d.fee):
        if not typed(d, field):
            yield Spot(field, fault=fault)
    floor, ceiling = d.fee.floor, d.fee.ceiling
    if floor is not None and ceiling is not None and floor > ceiling:
        yield Spot("fee.ceiling", _BAND, _MEND_THE_BAND, floor=floor, ceiling=ceiling)


def _step_faults(fee: FeeTerms) -> Iterator[tuple[str, Sentence]]:
    for index in range(len(fee.steps)):
        if fault := _start_fault(fee, index):
            yield f"fee.steps.{index}.over", fault
        if fault := _end_fault(fee, index):
            yield f"fee.steps.{index}.up_to", fault


def _start_fault(fee: FeeTerms, index: int) -> Sentence | None:
    """Say what is wrong with the lower end of a step, seen from the step before."""
    start, number = fee.steps[index].over, index + 1
    if index == 0:
        text = N_("the first step starts at {start} yuan, and amounts below have no rate")
        return Sentence(text, {"start": start}) if start is not None and start.value > 0 else None
    if start is None:
        return Sentence(N_("step {number} states no lower end"), {"number": number})
    end = fee.steps[index - 1].up_to
    if end is None or start == end:
        return None
    gap = N_("step {number} starts at {start} yuan, and amounts from {end} yuan have no rate")
    overlap = N_("step {number} starts at {start} yuan, within the step to {end} yuan")
    values = {"number": number, "start": start, "end": end}
    return Sentence(gap if start > end else overlap, values)


def _end_fault(fee: FeeTerms, index: int) -> Sentence | None:
    """Say what is wrong with the upper end of a step."""
    step, number = fee.steps[index], index + 1
    is_last = number == len(fee.steps)
    if step.up_to is None:
        text = N_("step {number} has no upper end, though another step follows")
        return None if is_last else Sentence(text, {"number": number})
    if step.over is not None and not step.up_to > step.over:
        return Sentence(N_("step {number} does not end above its start"), {"number": number})
    text = N_("the last step ends at {end} yuan, and amounts above have no rate")
    return Sentence(text, {"end": step.up_to}) if is_last else None
