"""The tariff of box 7: which of its values count under the payment method chosen."""

from collections.abc import Iterator

from olapp.domain.fee import FeeMethod, FeeTerms
from olapp.domain.money import Rate, Yuan

_ROYALTY = {
    "base",
    "base_definition",
    "rate",
    "steps",
    "account_period",
    "floor",
    "ceiling",
    "inspection",
    "payment_days",
}
_USED = {
    FeeMethod.FREE: set[str](),
    FeeMethod.LUMP_SUM: {"amount", "payment_days"},
    FeeMethod.INSTALMENTS: {"amount", "instalments"},
    FeeMethod.YEARLY: {"yearly_amount", "payment_days"},
    FeeMethod.ROYALTY: _ROYALTY,
    FeeMethod.ENTRY_AND_ROYALTY: _ROYALTY | {"entry_fee", "entry_fee_creditable"},
}
_PAID = {"currency", "payee"}
_ALWAYS = {"method", "remarks", "same_for_all"}
_FIXED_AMOUNTS = ("amount", "yearly_amount", "entry_fee")
SINGLE_AMOUNTS = (*_FIXED_AMOUNTS, "floor", "ceiling")
"""Fields of the fee that hold one amount; instalments and steps hold more."""


def counts(fee: FeeTerms, field: str) -> bool:
    """Whether a dotted field of the fee counts under the method; without a method none does.

    Values of a method not chosen are kept, but judged and printed by nobody.
    """
    name = field.removeprefix("fee.").partition(".")[0]
    if name in _ALWAYS:
        return True
    if fee.method is None or (name == "rate" and fee.steps):
        return False
    return name in _USED[fee.method] or (name in _PAID and fee.method is not FeeMethod.FREE)


def amounts(fee: FeeTerms) -> Iterator[tuple[str, Yuan | None]]:
    """Give every amount that counts, with its place."""
    for name in SINGLE_AMOUNTS:
        if counts(fee, name):
            yield f"fee.{name}", getattr(fee, name)
    if counts(fee, "instalments"):
        for index, part in enumerate(fee.instalments):
            yield f"fee.instalments.{index}.amount", part.amount
    if counts(fee, "steps"):
        for index, step in enumerate(fee.steps):
            yield f"fee.steps.{index}.over", step.over
            yield f"fee.steps.{index}.up_to", step.up_to


def fixed_amounts(fee: FeeTerms) -> Iterator[tuple[str, Yuan]]:
    """Give the stated fixed amounts a licensee pays: lump sum or total, yearly fee, entry fee."""
    for name in _FIXED_AMOUNTS:
        amount: Yuan | None = getattr(fee, name)
        if amount is not None and counts(fee, name):
            yield f"fee.{name}", amount


def rates(fee: FeeTerms) -> Iterator[tuple[str, Rate | None]]:
    """Give every rate that counts, with its place: those of the steps, or the single one."""
    if counts(fee, "rate"):
        yield "fee.rate", fee.rate
    elif counts(fee, "steps"):
        for index, step in enumerate(fee.steps):
            yield f"fee.steps.{index}.rate", step.rate


def is_valid_rate(rate: Rate) -> bool:
    """Whether a rate lies above 0 and at most at 100 per cent."""
    return 0 < rate.percent <= 100
