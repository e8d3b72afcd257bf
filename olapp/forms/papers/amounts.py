"""Amounts as papers state them: in figures and, for renminbi, in Chinese capitals."""

from olapp.domain.capitals import capitals
from olapp.domain.fee import FeeTerms, is_renminbi
from olapp.domain.money import Yuan

RENMINBI = "人民币"


def currency_text(currency: str | None) -> str:
    """Name the currency; a code for renminbi is kept in brackets."""
    plain = (currency or "").strip()
    if is_renminbi(plain):
        return RENMINBI if plain in {"", RENMINBI} else f"{RENMINBI}（{plain}）"
    return plain


def unit_text(currency: str | None) -> str:
    """Name the unit of bare figures."""
    return "元" if is_renminbi(currency) else currency_text(currency)


def amount_text(amount: Yuan | None, fee: FeeTerms) -> str:
    """State an amount, ``人民币50,000.00元（大写：人民币伍万元整）``; nothing for none.

    Other currencies, and figures no capitals can write, stand in figures alone.
    """
    if amount is None:
        return ""
    if not is_renminbi(fee.currency):
        return f"{currency_text(fee.currency)} {amount}"
    try:
        return f"{RENMINBI}{amount}元（大写：{capitals(amount)}）"
    except ValueError:
        return f"{RENMINBI}{amount}元"
