"""Box 1, second half: everybody the patent belongs to."""

from olapp.domain.party import Party
from olapp.domain.sentence import N_
from olapp.forms import circumstances as when
from olapp.forms.boxes.patent import PATENT
from olapp.forms.spec import Field, Group, Label, Section

NAME = (
    Field(
        path="kind",
        label=Label("专利权人类别", "Kind of party"),
        help=N_(
            "An entity signs with its seal and is known by its credit code, a person signs by hand "
            "and is known by an identity document. The fields below follow your answer."
        ),
    ),
    Field(
        path="origin",
        label=Label("所属国家或者地区", "Origin"),
        help=N_(
            "Where the patentee belongs. Those from abroad, Hong Kong, Macao or Taiwan who have no "
            "residence or business in the mainland may have to file through a patent agency."
        ),
    ),
    Field(
        path="name",
        label=Label("姓名或者名称", "Name"),
        help=N_(
            "The full name as in the register, for an entity as on its seal, without titles. It "
            "must read the same on every paper. Foreign names are given in Chinese."
        ),
    ),
    Field(
        path="is_short_form",
        label=Label("名称是否为简称", "Name is a short form"),
        help=N_(
            "Whether the name above is shorter than the one on the seal. A short "
            "name may come back for correction, so put the full one in its place."
        ),
        shown=when.is_entity,
    ),
    Field(
        path="original_name",
        label=Label("原文姓名或者名称", "Name in the original language"),
        help=N_(
            "The name as the passport or the foreign register writes it. It ties the Chinese name "
            "to the proof of identity."
        ),
        shown=when.or_filled(when.is_from_abroad, "original_name"),
    ),
)

IDENTITY = (
    Field(
        path="credit_code",
        label=Label("统一社会信用代码", "Unified social credit code"),
        help=N_(
            "The 18 characters on the business licence or certificate of the entity. The last one "
            "checks the others, so a slip is seen at once."
        ),
        shown=when.or_filled(when.has_credit_code, "credit_code"),
    ),
    Field(
        path="identity_kind",
        label=Label("身份证件类型", "Identity document"),
        help=N_("The document the person is known by; the number below is checked by its rules."),
        shown=when.or_filled(when.is_person, "identity_kind"),
    ),
    Field(
        path="identity_number",
        label=Label("身份证件号码", "Identity number"),
        help=N_(
            "The number of that document. It is hidden on the screen and printed in full on the "
            "papers, because the office needs it."
        ),
        shown=when.or_filled(when.is_person, "identity_number"),
        masked=True,
    ),
    Field(
        path="nationality",
        label=Label("国籍或者注册地", "Nationality or place of registration"),
        help=N_(
            "The country or region a person belongs to, or where an entity is registered. It must "
            "be stated for every patentee from outside the mainland."
        ),
        shown=when.or_filled(when.is_from_abroad, "nationality"),
    ),
    Field(
        path="resides_in_mainland",
        label=Label("在内地有无经常居所或者营业所", "Residence or business in the mainland"),
        help=N_(
            "Whether this patentee lives or has a place of business in the mainland. Without one, "
            "a patent agency must be appointed in the cases the law names."
        ),
        shown=when.is_from_abroad,
    ),
)

ADDRESS = (
    Field(
        path="address",
        label=Label("地址", "Address"),
        help=N_(
            "Province, city, district, street and house number; the name of an entity alone is no "
            "address. For a foreign address begin with the country."
        ),
        multiline=True,
    ),
    Field(
        path="postcode",
        label=Label("邮政编码", "Postcode"),
        help=N_("Six digits that belong to the address."),
    ),
)

CONSENT = (
    Field(
        path="has_identity_proof",
        label=Label("是否已备身份证明", "Identity proof at hand"),
        help=N_(
            "Whether a copy of the identity document or certificate lies ready. The office lists "
            "it among the usual papers for each patentee."
        ),
    ),
    Field(
        path="consented_on",
        label=Label("同意声明签署日", "Consent signed on"),
        help=N_(
            "The day this patentee signed or sealed the consent to open licensing. If one "
            "co-owner's consent is missing, the declaration cannot be announced."
        ),
    ),
)

PATENTEES = Group(
    path="patentees",
    label=Label("全体专利权人", "All patentees"),
    item=Party,
    fields=(*NAME, *IDENTITY, *ADDRESS, *CONSENT),
    help=N_(
        "Every patentee in the order of the register, none left out. The office compares the list "
        "with the register, and a co-owner left out has agreed to nothing."
    ),
)

REPRESENTATIVE = (
    Field(
        path="representative",
        label=Label("代表人", "Representative"),
        help=N_(
            "One of the patentees, who files online and answers for all; without a name it is the "
            "first one. The others still have to sign their consent."
        ),
        shown=when.or_filled(when.has_several_patentees, "representative"),
    ),
    Field(
        path="has_owners_agreement",
        label=Label("共有人是否就开放许可另有约定", "Co-owners have an agreement"),
        help=N_(
            "Whether the co-owners have agreed among themselves how open licences are given. Such "
            "an agreement goes first and its proof is filed too."
        ),
        shown=when.has_several_patentees,
    ),
)

SECTION = Section(
    key="patent",
    number="1",
    label=Label("专利信息", "Patent and patentees"),
    items=(*PATENT, PATENTEES, *REPRESENTATIVE),
    help=N_(
        "Copy this box from the patent register, not from memory: the office compares it word by "
        "word."
    ),
)
