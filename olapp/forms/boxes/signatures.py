"""Box 10: signatures and seals."""

from olapp.domain.declaration import Signature
from olapp.domain.sentence import N_
from olapp.forms.spec import Field, Group, Label, Section

SECTION = Section(
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
                    help=N_("An entity uses its official seal; a person may sign by hand."),
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
