"""The index of a holding: what the law derives from it, for lists to show and sort by."""

from datetime import date

from olapp.domain.holding import Holding
from olapp.domain.money import Yuan
from olapp.law.fees import next_due
from olapp.law.statute import Law
from olapp.law.term import expiry
from olapp.persistence.kept_portfolio import Index


def index_of(law: Law, holding: Holding, today: date) -> Index:
    """Derive the index of a holding as of a day."""
    end = expiry(law, holding.patent)
    fee = next_due(law, holding.patent, today)
    if fee is None:
        return Index(expires_on=end)
    return Index(
        expires_on=end,
        fee_due_on=fee.due.rolled or fee.due.nominal,
        fee_year=fee.year,
        fee_fen=fen(fee.amount) if fee.amount else None,
    )


def fen(amount: Yuan) -> int:
    """Give an amount in whole fen, rounded half up."""
    return int(amount.rounded().scaleb(2))
