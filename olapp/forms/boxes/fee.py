"""Box 7: how the fee is paid, and how much it is."""

from olapp.domain.sentence import N_
from olapp.forms import circumstances as when
from olapp.forms.boxes.instalments import INSTALMENTS
from olapp.forms.boxes.royalty import ENTRY, ROYALTY
from olapp.forms.spec import Field, Label, Section

METHOD = (
    Field(
        path="fee.method",
        label=Label("支付方式", "Payment method"),
        help=N_(
            "How licensees pay. Choose one; what you typed for another method is kept but not "
            "printed. Free is a full choice of its own."
        ),
    ),
    Field(
        path="fee.currency",
        label=Label("币种", "Currency"),
        help=N_(
            "Renminbi, unless there is a strong reason. Amounts in another currency are printed "
            "without Chinese capital figures."
        ),
        shown=when.counts("fee.currency"),
        suggestions=("人民币",),
    ),
)

FIXED = (
    Field(
        path="fee.amount",
        label=Label("许可使用费总额", "Total fee"),
        help=N_(
            "The lump sum, or the sum of all instalments, for the whole licence. Above 20 million "
            "yuan the Guidelines point to other kinds of licence."
        ),
        shown=when.counts("fee.amount"),
    ),
    Field(
        path="fee.yearly_amount",
        label=Label("每年许可使用费", "Fee per year"),
        help=N_(
            "What a licensee pays for each year of the licence, counted from its own start. The "
            "papers ask for it at the beginning of every such year."
        ),
        shown=when.counts("fee.yearly_amount"),
    ),
    INSTALMENTS,
)

PAYMENT = (
    Field(
        path="fee.payment_days",
        label=Label("付款天数", "Days to pay"),
        help=N_(
            "How many days a licensee has: after the written notice for fixed sums, after each "
            "account period for royalties. Without it, nobody knows when the licence is paid."
        ),
        shown=when.counts("fee.payment_days"),
    ),
    Field(
        path="fee.payee",
        label=Label("收款账户", "Payee account"),
        help=N_(
            "Account holder, bank and account number, so that a taker can pay without asking. It "
            "becomes public with the declaration."
        ),
        shown=when.counts("fee.payee"),
        multiline=True,
        suggestions=("户名：　开户行：　账号：",),
    ),
)


GENERAL = (
    Field(
        path="fee.same_for_all",
        label=Label("是否对所有被许可方适用同一标准", "Same tariff for all licensees"),
        help=N_(
            "Whether everybody pays by the same rule. A price that depends on who the taker is "
            "does not fit an offer made to all."
        ),
    ),
    Field(
        path="fee.remarks",
        label=Label("费用补充说明", "Remarks on the fee"),
        help=N_(
            "What is needed to work out the fee beyond doubt, such as tax or broken years. Words "
            "like “to be negotiated” make the fee unclear and are refused."
        ),
        multiline=True,
        suggestions=(
            "上述金额为含税金额。",
            "最后一个许可年度不足一年的，按照实际天数折算。",
            "提成费计算至人民币分，分以下四舍五入。",
        ),
    ),
)

SECTION = Section(
    key="fee",
    number="7",
    label=Label("许可使用费支付方式、标准", "Payment and amount of the licence fee"),
    items=(*METHOD, *FIXED, *ENTRY, *ROYALTY, *PAYMENT, *GENERAL),
    help=N_(
        "A taker must be able to work out from this box alone what to pay, when and to whom: "
        "notice and payment make the licence, without talks."
    ),
)
