"""Declarations to print: one with everything in it, and one that strains every paper."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from olapp.domain.declaration import (
    Channel,
    Declaration,
    Enclosure,
    EnclosureKind,
    Filing,
    Period,
    PeriodMode,
    Signature,
    SignerRole,
    Undertakings,
)
from olapp.domain.fee import (
    AccountPeriod,
    FeeMethod,
    FeeTerms,
    Instalment,
    RoyaltyBase,
    RoyaltyStep,
)
from olapp.domain.money import Rate, Yuan
from olapp.domain.party import (
    Agency,
    Attorney,
    Contact,
    IdentityKind,
    Origin,
    Party,
    PartyKind,
)
from olapp.domain.patent import (
    EvaluationReport,
    ExistingLicence,
    LicenceKind,
    Patent,
    PatentKind,
    PatentStatus,
    Register,
    ReportConclusion,
)
from olapp.pdf.fonts import Fonts

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The bundled fonts."""
    return Fonts.load(ROOT / "resources" / "fonts", ())


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def fee() -> FeeTerms:
    """Fee terms with every value filled in; a test chooses the method."""
    return FeeTerms(
        method=FeeMethod.ENTRY_AND_ROYALTY,
        currency="CNY",
        amount=Yuan.of(60000),
        yearly_amount=Yuan.of(12000),
        entry_fee=Yuan.of(200000),
        entry_fee_creditable=True,
        instalments=(
            Instalment(amount=Yuan.of("20000"), due_days=30),
            Instalment(amount=Yuan.of("40000"), due_on=date(2027, 6, 30)),
        ),
        base=RoyaltyBase.NET_SALES,
        base_definition="开票总额扣除增值税、退货和运费后的余额。",
        rate=Rate.of("2.5"),
        account_period=AccountPeriod.QUARTER,
        floor=Yuan.of(5000),
        ceiling=Yuan.of(800000),
        inspection="专利权人每年可以查阅一次销售账目。",
        payment_days=30,
        payee="户名：示例大学　开户行：示例银行　账号：1234567890",
        remarks="上述金额为含税金额。",
        same_for_all=True,
    )


@pytest.fixture
def stepped(fee: FeeTerms) -> FeeTerms:
    steps = (
        RoyaltyStep(up_to=Yuan.of(1000000), rate=Rate.of(3)),
        RoyaltyStep(over=Yuan.of(1000000), rate=Rate.of("1.5")),
    )
    return replace(fee, method=FeeMethod.ROYALTY, steps=steps)


@pytest.fixture
def full(fee: FeeTerms) -> Declaration:
    """A declaration of two owners and an agency with every field filled in that can be at once."""
    return Declaration(
        form_code="100999",
        patent=Patent(
            number="zl2021212345677",
            kind=PatentKind.UTILITY_MODEL,
            title="一种测试用折叠支架",
            filed_on=date(2021, 6, 3),
            granted_on=date(2021, 12, 10),
            publication_number="CN212345678U",
            main_class="F16M 11/38",
            is_divisional=False,
            believed_expiry=date(2031, 6, 3),
            status=PatentStatus.IN_FORCE,
            register=Register(
                checked_on=date(2026, 11, 20),
                owners=("示例大学", "示例旧名有限公司"),
                owner_changed_on=date(2025, 5, 6),
            ),
            fees_paid_through=6,
            fees_checked_on=date(2026, 11, 19),
            is_suspended=False,
            is_pledged=True,
            pledgee="示例银行股份有限公司",
            pledgee_consented_on=date(2026, 11, 1),
            has_invalidation_pending=False,
            has_live_declaration=False,
            is_given_up_twin=False,
            other_obstacle="共有人之间另有诉讼。",
            report=EvaluationReport(
                is_attached=True,
                conclusion=ReportConclusion.MEETS,
                patent_number="202121234567.7",
                issued_on=date(2024, 4, 5),
            ),
        ),
        patentees=(
            Party(
                kind=PartyKind.ENTITY,
                origin=Origin.MAINLAND,
                name="示例大学",
                is_short_form=False,
                credit_code="91350100M000100Y43",
                nationality="中国",
                address="北京市海淀区示例路1号",
                postcode="100080",
                has_identity_proof=True,
                consented_on=date(2026, 11, 2),
            ),
            Party(
                kind=PartyKind.PERSON,
                origin=Origin.FOREIGN,
                name="约翰·示例",
                original_name="John Example",
                identity_kind=IdentityKind.PASSPORT,
                identity_number="E12345678",
                nationality="德国",
                resides_in_mainland=True,
                address="德国慕尼黑示例街2号",
                postcode="803310",
                has_identity_proof=False,
            ),
        ),
        representative="约翰·示例",
        has_owners_agreement=True,
        agency_acts=True,
        agency=Agency(
            name="示例专利代理有限公司",
            code="11999",
            attorneys=(Attorney(name="李示例", qualification="1199912345.6", phone="010-1234"),),
            has_power_of_attorney=True,
            general_power_number="ZW-2024-77",
            scope="办理上述专利的开放许可声明提出、撤回及有关事务。",
        ),
        undertakings=Undertakings(**{item.name: True for item in fields(Undertakings)}),
        works_patent=True,
        own_working="自2022年起在本校中试车间实施。",
        has_licensed=True,
        licences=(
            ExistingLicence(
                licensee="示例制造有限公司",
                kind=LicenceKind.ORDINARY,
                start=date(2023, 1, 1),
                end=date(2027, 12, 31),
            ),
        ),
        period=Period(mode=PeriodMode.FIXED_END, end=date(2028, 12, 31)),
        fee=fee,
        explanation="依据同类许可的平均费率估算。\n提成比例取行业中位数。",
        territory="中国境内",
        other_terms="专利权人提供一次技术说明会。",
        contact=Contact(
            name="王示例",
            phone="010-87654321",
            email="open@example.cn",
            address="北京市海淀区示例路1号科技处",
            postcode="100081",
        ),
        signatures=(
            Signature(
                role=SignerRole.AGENCY,
                name="示例专利代理有限公司（章）",
                has_seal=True,
                signed_on=date(2026, 11, 22),
            ),
        ),
        enclosures=(
            Enclosure(
                kind=EnclosureKind.OWNERS_AGREEMENT,
                title="Co-ownership agreement",
                patent_number="ZL202121234567.7",
                is_foreign_language=True,
                has_translation=False,
            ),
        ),
        filing=Filing(
            channel=Channel.ONLINE,
            correction_due=date(2026, 12, 24),
            honesty_notice_read=True,
        ),
    )


@pytest.fixture
def stress(full: Declaration) -> Declaration:
    """Thirty patentees, a title of 200 characters, an explanation of 2,000, rare characters."""
    parties = tuple(
        Party(
            kind=PartyKind.ENTITY if index % 2 else PartyKind.PERSON,
            origin=Origin.MAINLAND,
            name=f"𬭎示例{index}研究院㛃",
            identity_number=None if index % 2 else "11010519491231002X",
            identity_kind=None if index % 2 else IdentityKind.RESIDENT,
            credit_code="91350100M000100Y43" if index % 2 else None,
            address="省" + "测试长地址" * 29 + f"{index}号"[:4],
            postcode="100080",
        )
        for index in range(30)
    )
    return replace(
        full,
        patent=replace(
            full.patent,
            title="一种" + "多段折叠支架" * 33,
            register=Register(owners=tuple(party.name or "" for party in parties)),
        ),
        patentees=parties,
        representative=None,
        explanation="估算依据说明文字" * 250,
    )
