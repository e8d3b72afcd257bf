"""The index shows the next fee as the law tells it, whatever stands among the deadlines."""

from dataclasses import replace
from datetime import date

import pytest

from olapp.domain.holding import Holding, RightState
from olapp.law.deadlines import next_fee
from olapp.law.statute import shipped_law
from olapp.services.indexing import index_of
from tests.services.portfolio_desk import holding

_DAYS = (
    date(2026, 1, 31),
    date(2026, 2, 24),
    date(2026, 8, 3),
    date(2029, 2, 28),
    date(2040, 3, 1),
)


def _states() -> dict[str, Holding]:
    plain = holding()
    return {
        "paid for six years": replace(plain, patent=replace(plain.patent, fees_paid_through=6)),
        "paid for three years": replace(plain, patent=replace(plain.patent, fees_paid_through=3)),
        "nobody says what is paid": replace(
            plain, patent=replace(plain.patent, fees_paid_through=None)
        ),
        "overdue": replace(plain, state=RightState.FEE_OVERDUE),
        "pending": replace(plain, state=RightState.PENDING),
        "abroad": replace(plain, country="US"),
        "paid to the end": replace(plain, patent=replace(plain.patent, fees_paid_through=20)),
    }


@pytest.mark.parametrize("name", _states())
@pytest.mark.parametrize("today", _DAYS)
def test_the_fee_shown_is_the_fee_to_be_paid_next(name: str, today: date) -> None:
    law, one = shipped_law(), _states()[name]
    shown, fee = index_of(law, one, today), next_fee(law, one, today)
    if fee is None:
        assert (shown.fee_due_on, shown.fee_year, shown.fee_fen) == (None, None, None)
        return
    assert (shown.fee_due_on, shown.fee_year) == (fee.due.last, fee.year)
    assert shown.fee_fen == (None if fee.amount is None else fee.amount.in_fen())
