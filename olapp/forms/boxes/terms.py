"""Boxes 8 and 9: other terms, and where takers write to."""

from olapp.domain.sentence import N_
from olapp.forms.spec import Field, Label, Section

CHINA = "中国境内"
"""The only territory of an open licence (Guidelines Part V Ch. 11, 1)."""

_OTHER = Label("其他约定事项", "Other terms")

OTHER = Section(
    key="other-terms",
    number="8",
    label=_OTHER,
    items=(
        Field(
            path="territory",
            label=Label("许可实施地域", "Territory"),
            help=N_(
                "Where licensees may work the patent: by law the whole of China. Leave it empty to "
                "have just that printed."
            ),
            suggestions=(CHINA,),
        ),
        Field(
            path="other_terms",
            label=_OTHER,
            help=N_(
                "Anything a licensee must know beyond fee and period, such as papers or help that "
                "you give. Do not limit who may take the licence, and do not advertise."
            ),
            multiline=True,
            suggestions=(
                "专利权人不承担提供技术资料、技术指导和技术服务的义务。",
                "被许可方不得向第三方分许可。",
                (
                    "实施开放许可发生争议的，由当事人协商解决；不愿协商或者协商不成的，"
                    "可以请求国家知识产权局进行调解，也可以向人民法院起诉。"
                ),
            ),
        ),
    ),
)

CONTACT = Section(
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
