"""A patent of the portfolio as a form: what the detail page shows and a person may correct."""

from dataclasses import replace

from olapp.domain.finding import Confidence, Source
from olapp.domain.holding import Licence
from olapp.domain.sentence import N_
from olapp.forms.declaration import DECLARATION
from olapp.forms.holding_sheet import (
    AttributeLine,
    EncumbranceLine,
    EventLine,
    HoldingSheet,
    NoticeLine,
    OwnerLine,
    PaymentLine,
)
from olapp.forms.spec import Field, Form, Group, Label, Section

_ASKED = {item.path: item for item in DECLARATION.items() if isinstance(item, Field)}


def _known(path: str) -> Field:
    """Give a field of the declaration's patent; how to fill it in is told there."""
    return replace(_ASKED[f"patent.{path}"], help="")


def _field(path: str, zh: str, en: str, text: str = "", *, multiline: bool = False) -> Field:
    return Field(path=path, label=Label(zh, en), help=text, multiline=multiline)


_PATENT = Section(
    key="patent",
    number="",
    label=Label("专利", "Patent"),
    items=(
        _known("number"),
        _known("title"),
        _known("kind"),
        _field("country", "国家或者地区", "Country or region", N_("Two letters, as CN.")),
        _known("filed_on"),
        _field("priority_on", "优先权日", "Priority date"),
        _field("published_as", "申请公布号", "Publication number"),
        _field("published_on", "申请公布日", "Published on"),
        _known("publication_number"),
        _known("granted_on"),
        _known("main_class"),
        _field("classes", "分类号", "Classes", multiline=True),
        _known("is_divisional"),
        _field("abstract", "摘要", "Abstract", multiline=True),
    ),
)

_OFFICE = Section(
    key="office",
    number="",
    label=Label("本单位管理", "In our office"),
    items=(
        _field("reference", "本单位编号", "Our reference"),
        _field("department", "院系或者部门", "Department"),
        _field("tags", "标签", "Tags", N_("One on each line."), multiline=True),
        Group(
            path="attributes",
            label=Label("自定义属性", "Facts of our own"),
            item=AttributeLine,
            fields=(_field("name", "名称", "Name"), _field("value", "内容", "Value")),
        ),
        _field("remarks", "备注", "Remarks", multiline=True),
    ),
)

_STATE = Section(
    key="state",
    number="",
    label=Label("法律状态", "Legal state"),
    items=(
        _field("state", "状态归类", "State"),
        _field("state_words", "来源所载状态", "State as the source words it"),
        _known("status"),
        _known("register.checked_on"),
        _known("register.owners"),
        _known("register.owner_changed_on"),
        _known("believed_expiry"),
        _known("compensated_until"),
        _known("is_suspended"),
        _known("has_invalidation_pending"),
        _known("is_given_up_twin"),
        _known("other_obstacle"),
    ),
)

_PARTIES = Section(
    key="parties",
    number="",
    label=Label("权利人与发明人", "Owners and inventors"),
    items=(
        Group(
            path="owners",
            label=Label("专利权人", "Patentees"),
            item=OwnerLine,
            fields=(
                _field("name", "名称", "Name"),
                replace(_field("share", "份额", "Share"), example="60%"),
                _field("since", "自何日起", "Since"),
                _field("until", "至何日止", "Until", N_("The last day; empty while they own it.")),
                _field("acquired_by", "取得方式", "Acquired by"),
                _field("qualifies_for_reduction", "是否符合费减条件", "Fits the fee reduction"),
            ),
        ),
        _field("applicants", "申请人", "Applicants", N_("One name on each line."), multiline=True),
        _field("inventors", "发明人", "Inventors", N_("One name on each line."), multiline=True),
        _field("agency", "代理机构", "Agency"),
        _field("address", "地址", "Address"),
    ),
)

_BURDENS = Section(
    key="burdens",
    number="",
    label=Label("质押、保全与许可", "Pledges, preservation, licences"),
    items=(
        _known("is_pledged"),
        _known("pledgee"),
        _known("pledgee_consented_on"),
        Group(
            path="encumbrances",
            label=Label("质押与保全登记", "Pledges and preservations"),
            item=EncumbranceLine,
            fields=(
                _field("kind", "种类", "Kind"),
                _field("party", "质权人或者法院", "Pledgee or court"),
                _field("number", "登记号", "Number"),
                _field("since", "自何日起", "Since"),
                _field("until", "至何日止", "Until"),
                _field("has_consent_to_open", "是否同意开放许可", "Consent to the open licence"),
            ),
        ),
        _field(
            "has_licensed",
            "是否已有许可",
            "Licences exist",
            N_("No says that the list below is whole though it is empty."),
        ),
        Group(
            path="licences",
            label=Label("许可", "Licences"),
            item=Licence,
            fields=(
                _field("licensee", "被许可人", "Licensee"),
                _field("kind", "许可种类", "Kind"),
                _field("is_open", "是否开放许可", "Taken under an offer"),
                _field("number", "备案号", "Number of the recordal"),
                _field("notified_on", "收到书面通知日", "Notice received on"),
                _field("effective_on", "生效日", "Effective on"),
                _field("recorded_on", "备案日", "Recorded on"),
                _field("ends_on", "终止日", "Ends on"),
            ),
        ),
    ),
)

_REPORT = Section(
    key="report",
    number="",
    label=Label("专利权评价报告", "Evaluation report"),
    items=(
        _known("report.is_attached"),
        _known("report.conclusion"),
        _known("report.patent_number"),
        _known("report.issued_on"),
        _field("report_request.requested_on", "请求评价报告日", "Report requested on"),
        _field("report_request.fee_paid_on", "评价报告缴费日", "Fee of the report paid on"),
    ),
)

_FEES = Section(
    key="fees",
    number="",
    label=Label("年费", "Annual fees"),
    items=(
        _known("fees_paid_through"),
        _known("fees_checked_on"),
        replace(_field("reduction.rate", "费减比例", "Reduction approved"), example="85%"),
        _field("reduction.approved_on", "费减批准日", "Reduction approved on"),
        Group(
            path="payments",
            label=Label("缴费记录", "Payments"),
            item=PaymentLine,
            fields=(
                _field("year", "专利年度", "Patent year"),
                _field("paid_on", "缴费日", "Paid on"),
                _field("amount", "金额（元）", "Amount in yuan"),
                _field("receipt", "票据号", "Receipt"),
            ),
        ),
    ),
)

_OFFER = Section(
    key="offer",
    number="",
    label=Label("开放许可声明", "Open-licence declaration"),
    items=(
        _known("has_live_declaration"),
        _field("offer.number", "声明编号", "Number of the declaration"),
        _field("offer.filed_on", "声明提交日", "Filed on"),
        _field("offer.announced_on", "声明公告日", "Announced on"),
        _field("offer.ends_on", "许可期限届满日", "Offer ends on"),
        _field("offer.withdrawn_on", "撤回公告日", "Withdrawal announced on"),
        _field("trial_listed_on", "试点登记日", "Listed in the trial on"),
    ),
)

_LETTERS = Section(
    key="letters",
    number="",
    label=Label("通知书与法律事件", "Letters and legal events"),
    items=(
        Group(
            path="notices",
            label=Label("待答复的通知书", "Letters of the office"),
            item=NoticeLine,
            fields=(
                _field("kind", "种类", "Kind"),
                _field("received_on", "收到日", "Received on"),
                _field("due_on", "指定期限", "To be answered by"),
                _field("answered_on", "答复日", "Answered on"),
            ),
        ),
        Group(
            path="events",
            label=Label("法律事件", "Legal events"),
            item=EventLine,
            fields=(
                _field("on", "日期", "Date"),
                _field("code", "代码", "Code"),
                _field("name", "名称", "Name"),
                _field("detail", "详情", "Details", multiline=True),
            ),
        ),
    ),
)

HOLDING = Form(
    key="holding",
    title=Label("专利详情", "Patent"),
    document=HoldingSheet,
    sections=(
        _PATENT,
        _OFFICE,
        _STATE,
        _PARTIES,
        _FEES,
        _BURDENS,
        _OFFER,
        _REPORT,
        _LETTERS,
    ),
    sources=(Source(N_("Form of our own"), confidence=Confidence.TOOL),),
    revision="1",
)
"""All facts of a holding; no office prints this form."""
