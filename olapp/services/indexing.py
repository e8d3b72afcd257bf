"""The index of a holding: what the law derives from it, for lists to show and sort by."""

from datetime import date

from olapp.domain.holding import Holding
from olapp.law.deadlines import deadlines, next_fee
from olapp.law.statute import Law
from olapp.law.term import expiry
from olapp.persistence.kept_portfolio import Index


def index_of(law: Law, holding: Holding, today: date) -> Index:
    """Derive the index of a holding as of a day."""
    end = expiry(law, holding.patent)
    found = deadlines(law, holding, today)
    fee = next_fee(law, holding, today)
    if fee is None:
        return Index(expires_on=end, deadlines=found)
    return Index(
        expires_on=end,
        fee_due_on=fee.due.last,
        fee_year=fee.year,
        fee_fen=None if fee.amount is None else fee.amount.in_fen(),
        deadlines=found,
    )
