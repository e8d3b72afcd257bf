"""A desk on a small made-up portfolio, for the tests of what is due, judged and made from it."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from olapp.domain.holding import Holding, Owner, RightState
from olapp.domain.patent import (
    EvaluationReport,
    Patent,
    PatentKind,
    PatentStatus,
    Register,
    ReportConclusion,
)
from olapp.persistence.database import Store
from olapp.services.batch import Batch
from olapp.services.desk import Tools
from olapp.services.due import Due
from olapp.services.portfolio import Portfolio
from olapp.services.screening import Screening

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
NUMBERS = ("2020101234562", "2020102345670", "2019103456786", "2021201234562", "2018301234566")


@dataclass
class PortfolioDesk:
    """The services over one store; the day can be moved."""

    folder: Path
    tools: Tools
    day: list[date] = field(default_factory=lambda: [TODAY])

    def __post_init__(self) -> None:
        self.store = Store.open(self.folder / "olapp.db")
        law = self.tools.checking.law
        self.portfolio = Portfolio(
            self.store, law, lambda: NOW, self.today, self.folder / "attachments"
        )
        self.due = Due(self.store, law, self.today)
        self.screening = Screening(self.store, law, self.today)
        self.batch = Batch(
            self.store, law, self.tools.checking, self.tools.printing, lambda: NOW, self.today
        )

    def today(self) -> date:
        return self.day[0]

    def add(self, *holdings: Holding) -> list[int]:
        return [self.portfolio.add(holding).id for holding in holdings]


def holding(number: str = NUMBERS[0], **patent: object) -> Holding:
    """An invention in force, filed in February 2020, all that decides known and fine."""
    facts = Patent(
        number=number,
        kind=PatentKind.INVENTION,
        title="一种示例水泵",
        filed_on=date(2020, 2, 10),
        granted_on=date(2022, 5, 3),
        publication_number="CN111234567B",
        main_class="F04D 13/06",
        is_divisional=False,
        status=PatentStatus.IN_FORCE,
        register=Register(
            checked_on=date(2026, 11, 20), owners=("示例大学",), owner_changed_on=None
        ),
        fees_paid_through=7,
        fees_checked_on=date(2026, 11, 20),
        is_suspended=False,
        is_pledged=False,
        has_invalidation_pending=False,
        has_live_declaration=False,
        is_given_up_twin=False,
        report=EvaluationReport(),
    )
    return Holding(
        patent=replace(facts, **patent),  # type: ignore[arg-type]
        state=RightState.IN_FORCE,
        owners=(Owner(name="示例大学"),),
        applicants=("示例大学",),
        has_licensed=False,
        department="示例机械学院",
    )


def utility_model(number: str = NUMBERS[3], *, has_report: bool = True) -> Holding:
    """A utility model in force, with or without its report."""
    report = EvaluationReport(
        is_attached=True,
        conclusion=ReportConclusion.MEETS,
        patent_number=number,
        issued_on=date(2024, 1, 8),
    )
    return holding(
        number,
        kind=PatentKind.UTILITY_MODEL,
        title="一种示例支架",
        filed_on=date(2021, 3, 1),
        granted_on=date(2021, 11, 2),
        fees_paid_through=6,
        report=report if has_report else EvaluationReport(is_attached=False),
    )
