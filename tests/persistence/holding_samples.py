"""Holdings to keep: one with everything that is hard to keep exactly, and short ones."""

from datetime import date

from olapp.domain.deadline import Deadline, DeadlineKind
from olapp.domain.finding import Source
from olapp.domain.holding import (
    Attribute,
    Encumbrance,
    EncumbranceKind,
    FeeReduction,
    Holding,
    LegalEvent,
    Licence,
    Offer,
    Origin,
    Owner,
    Payment,
    RightState,
)
from olapp.domain.money import Rate, Yuan
from olapp.domain.patent import LicenceKind, Patent, PatentKind, PatentStatus, Register
from olapp.persistence.kept_portfolio import Index

RICH = Holding(
    patent=Patent(
        number="2020101234562",
        kind=PatentKind.INVENTION,
        title="一种含𬭎合金的锂电池热管理装置及LED灯",
        filed_on=date(2020, 2, 29),
        granted_on=date(2022, 3, 4),
        publication_number="CN112345678B",
        main_class="H01M10/613",
        status=PatentStatus.IN_FORCE,
        register=Register(checked_on=date(2026, 11, 1), owners=("示例大学",)),
        fees_paid_through=4,
    ),
    published_as="CN112345678A",
    state=RightState.IN_FORCE,
    state_words="专利权维持",
    applicants=("示例大学",),
    owners=(
        Owner(name="示例大学", share=Rate.of("66.67")),
        Owner(name="Ōe 示例有限公司", share=Rate.of("33.33")),
        Owner(name="示例旧主公司", until=date(2023, 1, 1)),
    ),
    inventors=("发明人一", "发明人二"),
    classes=("H01M10/613", "F21K9/00"),
    reference="ZKY-2020-001",
    department="材料学院",
    tags=("储能", "重点"),
    attributes=(Attribute(name="项目", value="示例计划"),),
    remarks="第一行\n第二行",
    licences=(Licence(kind=LicenceKind.ORDINARY, licensee="示例受让厂"), Licence()),
    encumbrances=(Encumbrance(kind=EncumbranceKind.PLEDGE, party="示例银行"),),
    events=(LegalEvent(on=date(2022, 3, 4), code="GR01", name="授权"),),
    payments=(Payment(year=3, paid_on=date(2022, 3, 1), amount=Yuan.of("90071992547409.93")),),
    reduction=FeeReduction(rate=Rate.of(85)),
    offer=Offer(),
    origins=(
        Origin(source="incopat", name="示例.xlsx", as_of=date(2024, 1, 1), paths=("patent.title",)),
    ),
)
GROUND = Source("Regulations", "Rule {at}", "115")
FEE = Deadline(
    key="annual-fee.5",
    kind=DeadlineKind.ANNUAL_FEE,
    nominal=date(2027, 2, 28),
    rolled=date(2027, 3, 1),
    source=GROUND,
    year=5,
    amount=Yuan.of("1200.50"),
    is_assumed=True,
)
INDEX = Index(
    expires_on=date(2040, 2, 29),
    fee_due_on=date(2027, 3, 1),
    fee_year=5,
    fee_fen=120050,
    deadlines=(FEE,),
)
NOTHING = Index()


def titled(title: str, **facts: object) -> Holding:
    """Give a holding of a title, with other facts of the holding itself."""
    return Holding(patent=Patent(title=title), **facts)  # type: ignore[arg-type]
