"""Box 7: fees that follow what the licensee earns, with or without an entry fee."""

from olapp.domain.fee import RoyaltyStep
from olapp.domain.sentence import N_
from olapp.forms import circumstances as when
from olapp.forms.spec import Field, Group, Label

ENTRY = (
    Field(
        path="fee.entry_fee",
        label=Label("入门费", "Entry fee"),
        help=N_(
            "A fixed sum paid once at the start, besides the royalty. The usual ceiling of 20 "
            "million yuan holds for it as well."
        ),
        shown=when.counts("fee.entry_fee"),
    ),
    Field(
        path="fee.entry_fee_creditable",
        label=Label("入门费是否抵扣提成费", "Entry fee counts towards royalties"),
        help=N_(
            "Whether the entry fee is taken off later royalties. Say it, or both sides will read "
            "it their own way."
        ),
        shown=when.counts("fee.entry_fee_creditable"),
    ),
)

_RATE = Label("提成比例", "Royalty rate")

STEPS = Group(
    path="fee.steps",
    label=Label("分段提成", "Royalty steps"),
    item=RoyaltyStep,
    fields=(
        Field(
            path="over",
            label=Label("超过（元）", "Above"),
            help=N_("Where the step begins: the end of the one before; empty or 0 for the first."),
        ),
        Field(
            path="up_to",
            label=Label("至（元，含本数）", "Up to and including"),
            help=N_("Where the step ends; empty for the last one, which has no end."),
        ),
        Field(
            path="rate",
            label=_RATE,
            help=N_("The rate for this part of the base alone, not for what lies below it."),
        ),
    ),
    help=N_(
        "Different rates for different parts of what is earned within one account period. The "
        "steps must join without gap or overlap."
    ),
    shown=when.counts("fee.steps"),
)

BASE = (
    Field(
        path="fee.base",
        label=Label("提成基数", "Royalty base"),
        help=N_(
            "What the rate is taken on. Generally at most 20 % of net sales, or 40 % of profit, is "
            "accepted."
        ),
        shown=when.counts("fee.base"),
    ),
    Field(
        path="fee.base_definition",
        label=Label("提成基数的定义", "Definition of the base"),
        help=N_(
            "Which sums count and which are taken off. The law does not define net sales or "
            "profit, so without this two accountants get two fees."
        ),
        shown=when.counts("fee.base_definition"),
        multiline=True,
        suggestions=(
            (
                "净销售额，是指被许可方销售实施本专利的产品开具发票的总额，"
                "扣除增值税、退货、折让以及单独列明的运输费和保险费后的余额。"
            ),
            (
                "利润额，是指被许可方销售实施本专利的产品所得的净销售额，"
                "扣除按照国家统一的会计制度核算的直接材料、直接人工和制造费用后的余额。"
            ),
        ),
    ),
    Field(
        path="fee.rate",
        label=_RATE,
        help=N_("One rate for the whole base. For rates that change, add steps below instead."),
        shown=when.counts("fee.rate"),
    ),
    STEPS,
)

ACCOUNTS = (
    Field(
        path="fee.account_period",
        label=Label("结算周期", "Account period"),
        help=N_("How often the licensee reports and pays. Short periods mean work for both sides."),
        shown=when.counts("fee.account_period"),
    ),
    Field(
        path="fee.floor",
        label=Label("每期最低提成费", "Least royalty per period"),
        help=N_("What is due for each account period even if little or nothing is sold."),
        shown=when.counts("fee.floor"),
    ),
    Field(
        path="fee.ceiling",
        label=Label("每期最高提成费", "Greatest royalty per period"),
        help=N_("The most that is due for one account period, however much is sold."),
        shown=when.counts("fee.ceiling"),
    ),
    Field(
        path="fee.inspection",
        label=Label("账目查阅办法", "Account inspection"),
        help=N_(
            "How you may look into the licensee's accounts. Contract law wants it agreed wherever "
            "a royalty is paid; without it the sums cannot be checked."
        ),
        shown=when.counts("fee.inspection"),
        multiline=True,
        suggestions=(
            (
                "被许可方应当就实施本专利的产品单独记账，并在每一结算周期届满后十五日内"
                "提交销售报表；专利权人提前十日书面通知后，可以自行或者委托会计师事务所"
                "查阅有关会计账目，每年不超过一次。"
            ),
        ),
    ),
)

ROYALTY = (*BASE, *ACCOUNTS)
