"""Box 9: where takers write to."""

from olapp.domain.sentence import N_
from olapp.forms.spec import Field, Label, Section

SECTION = Section(
    key="contact",
    number="9",
    label=Label("许可方联系方式", "Contact details of the licensor"),
    items=(
        Field(
            path="contact.name",
            label=Label("联系人", "Contact person"),
            help=N_("One person of yours who answers takers. Only one may be named."),
        ),
        Field(
            path="contact.phone",
            label=Label("电话", "Phone"),
            help=N_("A number that is answered; it will be public, so take no private one."),
        ),
        Field(
            path="contact.email",
            label=Label("电子邮箱", "E-mail"),
            help=N_("An address that is read; it will be public too."),
        ),
        Field(
            path="contact.address",
            label=Label("地址", "Address"),
            help=N_(
                "Where a licensee sends the written notice. Notices sent to an old address lead to "
                "disputes about when the licence began."
            ),
            multiline=True,
        ),
        Field(
            path="contact.postcode",
            label=Label("邮政编码", "Postcode"),
            help=N_("Six digits that belong to the address."),
        ),
    ),
    help=N_("All of this is announced in the gazette with the declaration, for everybody to read."),
)
