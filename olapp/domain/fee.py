"""Fee terms: how the published licence fee is paid, and how much it is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from olapp.domain.money import Rate, Yuan

CNY = "CNY"
_RENMINBI = {"", "cny", "rmb", "人民币", "人民币元", "元", "¥", "￥"}


def is_renminbi(currency: str | None) -> bool:
    """Whether a currency is renminbi, as an empty one is."""
    return "".join((currency or "").split()).casefold() in _RENMINBI


class FeeMethod(StrEnum):
    """The ways of being paid that box 7 offers."""

    FREE = "free"
    LUMP_SUM = "lump-sum"
    INSTALMENTS = "instalments"
    YEARLY = "yearly"
    ROYALTY = "royalty"
    ENTRY_AND_ROYALTY = "entry-and-royalty"


class RoyaltyBase(StrEnum):
    """What a running royalty is taken on."""

    NET_SALES = "net-sales"
    PROFIT = "profit"


class AccountPeriod(StrEnum):
    """How often royalties are settled."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment:
    """One part of a fixed fee."""

    amount: Yuan | None = None
    due_on: date | None = None
    due_days: int | None = None
    """Days after the licensee's notice, where no calendar date fits all takers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoyaltyStep:
    """A rate for the part of the base above ``over`` and up to ``up_to`` (``None``: no end)."""

    over: Yuan | None = None
    up_to: Yuan | None = None
    rate: Rate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeTerms:
    """Box 7. Values of a method not chosen are kept, so that changing one's mind loses nothing."""

    method: FeeMethod | None = None
    currency: str | None = None
    amount: Yuan | None = None
    """The lump sum, or the total of the instalments."""
    yearly_amount: Yuan | None = None
    entry_fee: Yuan | None = None
    entry_fee_creditable: bool | None = None
    """Whether the entry fee counts towards later royalties."""
    instalments: tuple[Instalment, ...] = ()
    base: RoyaltyBase | None = None
    base_definition: str | None = None
    rate: Rate | None = None
    """The single rate, when there are no steps."""
    steps: tuple[RoyaltyStep, ...] = ()
    account_period: AccountPeriod | None = None
    floor: Yuan | None = None
    """Least royalty for one account period."""
    ceiling: Yuan | None = None
    """Greatest royalty for one account period."""
    inspection: str | None = None
    """How the licensor may inspect the accounts."""
    payment_days: int | None = None
    """Days to pay: after the notice, or after the end of an account period."""
    payee: str | None = None
    """Account holder, bank and account number."""
    remarks: str | None = None
    same_for_all: bool | None = None
    """Whether every taker pays by the same tariff."""
