"""Box 7: the parts of a fee paid bit by bit."""

from olapp.domain.fee import Instalment
from olapp.domain.sentence import N_
from olapp.forms import circumstances as when
from olapp.forms.spec import Field, Group, Label

INSTALMENTS = Group(
    path="fee.instalments",
    label=Label("分期支付", "Instalments"),
    item=Instalment,
    fields=(
        Field(
            path="amount",
            label=Label("本期金额", "Amount of the instalment"),
            help=N_("What is due with this part. All parts must add up to the total."),
        ),
        Field(
            path="due_days",
            label=Label("通知后付款天数", "Days after the notice"),
            help=N_(
                "Days from the licensee's written notice. It suits every taker, whenever one comes."
            ),
        ),
        Field(
            path="due_on",
            label=Label("付款日", "Due date"),
            help=N_(
                "A calendar day, in place of counted days. A taker who comes after it cannot keep "
                "it, so prefer counted days."
            ),
        ),
    ),
    help=N_("The parts in the order they fall due."),
    shown=when.counts("fee.instalments"),
)
