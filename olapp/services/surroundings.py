"""What stands around one patent of the portfolio: its fees, days, papers, drafts and past."""

from dataclasses import dataclass

from olapp.domain.deadline import Deadline
from olapp.domain.holding import Holding
from olapp.law.deadlines import deadlines
from olapp.law.late_fees import Balance, balance
from olapp.law.reductions import YearFee, fee_schedule
from olapp.services.drafts import DraftRow
from olapp.services.portfolio import Attachment, Change, Portfolio

__all__ = ["Balance", "Deadline", "Fees", "Surroundings", "YearFee", "fees_of", "surroundings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fees:
    """The annual fees of a holding, and what has to be done by when, as of today."""

    schedule: tuple[YearFee, ...]
    balance: Balance | None
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Everything beside the facts themselves."""

    attachments: tuple[Attachment, ...]
    declarations: tuple[DraftRow, ...]
    changes: tuple[Change, ...]


def fees_of(portfolio: Portfolio, holding: Holding) -> Fees:
    """Reckon the fees and deadlines of a holding as it stands on the screen."""
    law, today = portfolio.law, portfolio.today()
    return Fees(
        schedule=fee_schedule(law, holding, today),
        balance=balance(law, holding, today),
        deadlines=deadlines(law, holding, today),
    )


def surroundings(portfolio: Portfolio, holding_id: int, number: str | None) -> Surroundings:
    """Look up what is kept beside a holding."""
    return Surroundings(
        attachments=portfolio.attachments(holding_id),
        declarations=portfolio.declarations(number) if number else (),
        changes=portfolio.history(holding_id),
    )
