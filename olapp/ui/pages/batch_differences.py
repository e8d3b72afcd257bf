"""What may differ from patent to patent in a batch: the fee and the last day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from olapp.domain.dates import read_date
from olapp.domain.declaration import Declaration
from olapp.domain.fee import FeeMethod
from olapp.domain.money import Rate, Yuan
from olapp.domain.sentence import N_
from olapp.ui.screen import Screen


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that may differ: its place in a declaration, its question, how it is read."""

    path: str
    question: str
    """English msgid."""
    read: Callable[[str], Any]


_FEES: Mapping[FeeMethod, Difference] = MappingProxyType(
    {
        FeeMethod.LUMP_SUM: Difference("fee.amount", N_("Lump sum in yuan"), Yuan.parse),
        FeeMethod.INSTALMENTS: Difference("fee.amount", N_("Total in yuan"), Yuan.parse),
        FeeMethod.YEARLY: Difference("fee.yearly_amount", N_("Yuan a year"), Yuan.parse),
        FeeMethod.ROYALTY: Difference("fee.rate", N_("Rate in per cent"), Rate.parse),
        FeeMethod.ENTRY_AND_ROYALTY: Difference("fee.entry_fee", N_("Entry fee"), Yuan.parse),
    }
)


def fee_difference(terms: Declaration) -> Difference | None:
    """Give how a fee may differ under these terms; None when nothing is paid or said."""
    return _FEES.get(terms.fee.method) if terms.fee.method else None


def period_difference(terms: Declaration) -> Difference:
    """Give how the licence period may differ under these terms."""
    if terms.period.is_relative:
        return Difference("period.years", N_("Years of the licence period"), int)
    return Difference("period.end", N_("Last day of the licence period"), read_date)


def fee_words(document: Declaration, screen: Screen) -> str:
    """Say the fee of a declaration in a few words."""
    fee = document.fee
    if fee.method is None:
        return ""
    found = fee_difference(document)
    value = "" if found is None else getattr(fee, found.path.removeprefix("fee."))
    return f"{screen.choice(fee.method)} {screen.say.value(value) if value else ''}".strip()


def period_words(document: Declaration, screen: Screen) -> str:
    """Say how long a declaration offers licences."""
    period = document.period
    if period.is_relative:
        return screen.say("{count} years", count=period.years)
    return screen.say.value(period.end) if period.end else ""
