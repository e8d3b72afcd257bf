"""Box 10 and what travels with the form: signatures, enclosures, the filing itself."""

from olapp.domain.declaration import Enclosure, Signature
from olapp.domain.sentence import N_
from olapp.forms.spec import Field, Group, Label, Section

SIGNATURES = Section(
    key="signatures",
    number="10",
    label=Label("专利权人或者专利代理机构签章", "Signature or seal of the patentee or agency"),
    items=(
        Group(
            path="signatures",
            label=Label("签章", "Signatures"),
            item=Signature,
            fields=(
                Field(
                    path="role",
                    label=Label("签章身份", "Signing as"),
                    help=N_(
                        "With an agency, the agency seals; without one, the patentee or, for "
                        "several, the representative signs."
                    ),
                ),
                Field(
                    path="name",
                    label=Label("签章人姓名或者名称", "Signer's name"),
                    help=N_("The same name as above, letter for letter, and as on the seal."),
                ),
                Field(
                    path="has_seal",
                    label=Label("是否盖章", "Sealed"),
                    help=N_("A body uses its official seal; a person may sign by hand."),
                ),
                Field(
                    path="signed_on",
                    label=Label("签署日期", "Signing date"),
                    help=N_("The day it is signed; a day still to come is not believed."),
                ),
            ),
            help=N_("Who signed. Until then the paper shows the places for ink and seals."),
        ),
    ),
)

_ENCLOSURES = Label("附件", "Enclosures")

ENCLOSURES = Section(
    key="enclosures",
    number="",
    label=_ENCLOSURES,
    items=(
        Group(
            path="enclosures",
            label=_ENCLOSURES,
            item=Enclosure,
            fields=(
                Field(
                    path="kind",
                    label=Label("附件种类", "Kind of enclosure"),
                    help=N_("What the paper proves; it ticks off the list of what is needed."),
                ),
                Field(
                    path="title",
                    label=Label("附件名称", "Title of the enclosure"),
                    help=N_("What the paper calls itself, so that it can be found again."),
                ),
                Field(
                    path="patent_number",
                    label=Label("附件载明的专利号", "Patent number on the enclosure"),
                    help=N_("The number the paper prints, if any; papers must not disagree."),
                ),
                Field(
                    path="is_foreign_language",
                    label=Label("是否为外文材料", "Foreign-language paper"),
                    help=N_("Papers in other languages need a Chinese translation of their title."),
                ),
                Field(
                    path="has_translation",
                    label=Label("是否附中文题录译文", "Translation of the title attached"),
                    help=N_("Whether that translation lies with the paper."),
                    shown=lambda item: item.is_foreign_language is True,
                ),
            ),
            help=N_(
                "Papers you add yourself. The papers this program makes, and those the law wants, "
                "are listed without being named here."
            ),
        ),
    ),
)

FILING = Section(
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
