"""How the declaration reaches the office."""

from olapp.domain.sentence import N_
from olapp.forms.spec import Field, Label, Section

SECTION = Section(
    key="filing",
    number="",
    label=Label("提交", "Filing"),
    items=(
        Field(
            path="filing.channel",
            label=Label("提交方式", "Filing channel"),
            help=N_(
                "Filing is online in principle; by hand or post only when online filing is truly "
                "difficult."
            ),
        ),
        Field(
            path="filing.correction_due",
            label=Label("补正期限届满日", "Correction due"),
            help=N_(
                "The last day the office set to correct the declaration, if it asked you to. "
                "Missing it may count as never having filed."
            ),
        ),
        Field(
            path="filing.honesty_notice_read",
            label=Label("已阅读诚信提示", "Honesty notice read"),
            help=N_(
                "Untrue declarations are revoked, and a warning and a fine of up to 100,000 yuan "
                "may follow. Tick it when you have read this."
            ),
        ),
        Field(
            path="form_code",
            label=Label("表格代码", "Form code"),
            help=N_(
                "The office's code for this form, printed at the top. We could not confirm it, so "
                "it stays empty unless you know it."
            ),
        ),
    ),
    help=N_("How the declaration reaches the office, and what the office answered."),
)
