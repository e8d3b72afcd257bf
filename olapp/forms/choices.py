"""Choices: the official Chinese word and the English term for every value one can choose."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from olapp.domain.declaration import Channel, EnclosureKind, PeriodMode, SignerRole
from olapp.domain.fee import AccountPeriod, FeeMethod, RoyaltyBase
from olapp.domain.finding import Confidence, Severity
from olapp.domain.lifecycle import DraftState
from olapp.domain.numbers.reading import NumberForm
from olapp.domain.party import IdentityKind, Origin, PartyKind
from olapp.domain.patent import LicenceKind, PatentKind, PatentStatus, ReportConclusion
from olapp.forms.holding_choices import HOLDING_CHOICES
from olapp.forms.spec import Label
from olapp.forms.states import STATES

TRI_STATE: Mapping[bool | None, Label] = MappingProxyType(
    {True: Label("是", "Yes"), False: Label("否", "No"), None: Label("未核实", "Not known")}
)
"""Labels of a yes-or-no fact that may be unknown."""

CHOICES: Mapping[type[StrEnum], Mapping[str, Label]] = MappingProxyType(
    {
        PatentKind: {
            PatentKind.INVENTION: Label("发明", "Invention"),
            PatentKind.UTILITY_MODEL: Label("实用新型", "Utility model"),
            PatentKind.DESIGN: Label("外观设计", "Design"),
        },
        NumberForm: {
            NumberForm.APPLICATION: Label("申请号", "Application number"),
            NumberForm.PUBLICATION: Label("公布号或者公告号", "Publication number"),
            NumberForm.NEITHER: Label("无法识别的号码", "Neither of the two"),
        },
        PatentStatus: {
            PatentStatus.IN_FORCE: Label("专利权维持", "In force"),
            PatentStatus.TERMINATED: Label("专利权终止", "Terminated"),
            PatentStatus.SURRENDERED: Label("放弃专利权", "Surrendered"),
            PatentStatus.PARTLY_INVALID: Label("宣告部分无效", "Partly invalid"),
            PatentStatus.WHOLLY_INVALID: Label("宣告全部无效", "Wholly invalid"),
        },
        LicenceKind: {
            LicenceKind.EXCLUSIVE: Label("独占许可", "Exclusive licence"),
            LicenceKind.SOLE: Label("排他许可", "Sole licence"),
            LicenceKind.ORDINARY: Label("普通许可", "Ordinary licence"),
        },
        ReportConclusion: {
            ReportConclusion.MEETS: Label("符合授权条件", "Grant conditions met"),
            ReportConclusion.PARTLY: Label("部分不符合授权条件", "Grant conditions met in part"),
            ReportConclusion.FAILS: Label("不符合授权条件", "Grant conditions not met"),
        },
        PartyKind: {
            PartyKind.ENTITY: Label("单位", "Entity"),
            PartyKind.PERSON: Label("个人", "Person"),
        },
        Origin: {
            Origin.MAINLAND: Label("中国内地", "Mainland China"),
            Origin.HK_MACAO_TAIWAN: Label("香港、澳门、台湾地区", "Hong Kong, Macao or Taiwan"),
            Origin.FOREIGN: Label("外国", "Foreign"),
        },
        IdentityKind: {
            IdentityKind.RESIDENT: Label("居民身份证", "Resident identity card"),
            IdentityKind.PASSPORT: Label("护照", "Passport"),
            IdentityKind.HK_MACAO_PERMIT: Label(
                "港澳居民来往内地通行证", "Travel permit of Hong Kong and Macao residents"
            ),
            IdentityKind.TAIWAN_PERMIT: Label(
                "台湾居民来往大陆通行证", "Travel permit of Taiwan residents"
            ),
            IdentityKind.RESIDENCE_PERMIT: Label(
                "港澳台居民居住证", "Residence permit of Hong Kong, Macao and Taiwan residents"
            ),
            IdentityKind.OTHER: Label("其他证件", "Other identity document"),
        },
        PeriodMode: {
            PeriodMode.FIXED_END: Label("固定届满日", "Fixed end date"),
            PeriodMode.YEARS: Label("自公告之日起若干年", "Years from the announcement"),
        },
        FeeMethod: {
            FeeMethod.FREE: Label("免费", "Free"),
            FeeMethod.LUMP_SUM: Label("一次性付费", "Lump sum"),
            FeeMethod.INSTALMENTS: Label("分期支付", "Instalments"),
            FeeMethod.YEARLY: Label("按年固定费用", "Yearly fixed fee"),
            FeeMethod.ROYALTY: Label("提成支付", "Running royalty"),
            FeeMethod.ENTRY_AND_ROYALTY: Label("入门费附加提成", "Entry fee plus royalty"),
        },
        RoyaltyBase: {
            RoyaltyBase.NET_SALES: Label("净销售额", "Net sales"),
            RoyaltyBase.PROFIT: Label("利润额", "Profit"),
        },
        AccountPeriod: {
            AccountPeriod.MONTH: Label("按月", "Monthly"),
            AccountPeriod.QUARTER: Label("按季度", "Quarterly"),
            AccountPeriod.HALF_YEAR: Label("按半年", "Half-yearly"),
            AccountPeriod.YEAR: Label("按年", "Yearly"),
        },
        SignerRole: {
            SignerRole.PATENTEE: Label("专利权人", "Patentee"),
            SignerRole.REPRESENTATIVE: Label("代表人", "Representative"),
            SignerRole.AGENCY: Label("专利代理机构", "Patent agency"),
        },
        EnclosureKind: {
            EnclosureKind.OWNERS_AGREEMENT: Label(
                "共有人关于开放许可的约定", "Co-owners' agreement on open licensing"
            ),
            EnclosureKind.IDENTITY_PROOF: Label("身份证明", "Identity proof"),
            EnclosureKind.POWER_OF_ATTORNEY: Label("专利代理委托书", "Power of attorney"),
            EnclosureKind.EVALUATION_REPORT: Label("专利权评价报告", "Evaluation report"),
            EnclosureKind.PLEDGEE_CONSENT: Label("质权人同意书", "Pledgee's consent"),
            EnclosureKind.TRANSLATION: Label("中文译文", "Chinese translation"),
            EnclosureKind.OTHER: Label("其他附件", "Other enclosure"),
        },
        Channel: {
            Channel.ONLINE: Label("在线提交", "Online"),
            Channel.PAPER: Label("面交或者邮寄", "By hand or post"),
        },
        DraftState: STATES,
        Severity: {
            Severity.ERROR: Label("错误", "Error"),
            Severity.UNKNOWN: Label("无法判断", "Unknown"),
            Severity.WARNING: Label("警告", "Warning"),
            Severity.INFO: Label("提示", "Note"),
        },
        Confidence: {
            Confidence.PRIMARY: Label("法律原文", "Text of the law"),
            Confidence.TWO_SOURCES: Label("两个以上来源", "Two or more sources"),
            Confidence.ONE_SOURCE: Label("单一来源", "One source"),
            Confidence.TOOL: Label("本程序规则", "Rule of this program"),
            Confidence.UNCONFIRMED: Label("待核实", "Unconfirmed"),
        },
        **HOLDING_CHOICES,
    }
)
"""Labels by kind of choice; kept apart because members of two kinds may share a value."""


def label_of(value: StrEnum | bool | None) -> Label:
    """Give the label of a chosen value, or of a yes-or-no fact; KeyError when it has none."""
    if not isinstance(value, StrEnum):
        return TRI_STATE[value]
    if type(value) not in CHOICES:
        from olapp.forms.law_choices import LAW_CHOICES  # noqa: PLC0415 - all rules come with it

        return LAW_CHOICES[type(value)][value]
    return CHOICES[type(value)][value]
