"""The shipped law, and living rights made by kind, years and reductions."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from olapp.domain.dates import annual_fee_due
from olapp.domain.holding import FeeReduction, Holding, Licence, RightState
from olapp.domain.money import Rate
from olapp.domain.patent import LicenceKind, Patent, PatentKind
from olapp.law.statute import Law, shipped_law

FILED = date(2025, 1, 15)
"""All fees of a patent so filed come due after open licences were given a reduction."""


@pytest.fixture(scope="session")
def law() -> Law:
    return shipped_law()


def open_licence(filed: date, first: int, last: int) -> Licence:
    """An open licence in whose time the fees of these patent years come due."""
    day = annual_fee_due(filed, first) - timedelta(days=20)
    return Licence(
        kind=LicenceKind.ORDINARY,
        is_open=True,
        effective_on=day - timedelta(days=10),
        recorded_on=day,
        ends_on=annual_fee_due(filed, last) + timedelta(days=20),
    )


def living_right(
    kind: PatentKind,
    *,
    filed: date = FILED,
    grant_year: int | None = None,
    rate: int = 0,
    licence: tuple[int, int] | None = None,
    paid: int | None = None,
) -> Holding:
    """A right in force, its general reduction in per cent, and its years under an open licence."""
    granted = None if grant_year is None else annual_fee_due(filed, grant_year) + timedelta(days=99)
    return Holding(
        patent=Patent(kind=kind, filed_on=filed, granted_on=granted, fees_paid_through=paid),
        state=RightState.IN_FORCE,
        reduction=FeeReduction(rate=Rate.of(rate)) if rate else None,
        licences=() if licence is None else (open_licence(filed, *licence),),
    )


@pytest.fixture(scope="session")
def right() -> Callable[..., Holding]:
    """Makes living rights; a fixture, since the tests are folders and not packages."""
    return living_right
