"""Whether the published contact and the addresses can be used (box 9, 许可方联系方式)."""

import re
from collections.abc import Iterator

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Severity
from olapp.domain.party import Contact, Origin
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import guidelines, guidelines_five, guidelines_one, tool
from olapp.law.entries import blank, narrow, shortened
from olapp.law.rule import Setting, Spot, Unsure, rule

_POSTCODE = re.compile(r"\d{6}", re.ASCII)
_PHONE = re.compile(
    r"(?:\+?86-?)?(?:1[3-9]\d{9}|0?[1-9]\d{1,2}-\d{7,8}(?:-\d{1,6})?)"
    r"|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?"
    r"|[48]00-?\d{3}-?\d{4}"
    r"|\+(?!86)\d[\d-]{5,18}",
    re.ASCII,
)
_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_][\w-]{1,62}")
_FIELDS = {"name": N_("name"), "phone": N_("telephone number")}

# GB/T 2260: 4 municipalities, 23 provinces, 5 autonomous and 2 special administrative regions.
_PROVINCES = re.compile(
    r"(?:中国|中华人民共和国)?(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西"
    r"|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)"
)
_STREET = re.compile(r"\d|[路街道巷弄胡号村镇乡里庄屯]")

_SEVERAL = re.compile(
    r"[、;/&|\n\r]"
    r"|(?<=[\u3400-\u9fff])\s*,\s*(?=[\u3400-\u9fff])"
    r"|(?<=[\u3400-\u9fff]{2})(?:\s+|\s*[和及与]\s*)(?=[\u3400-\u9fff]{2})"
)
_NO_NAME = re.compile(r"[\d@]|(?:部|处|科|室|中心|办|办公室|公司|学院|大学|研究[所院]|组)$")
_CHINESE = re.compile("[\u3400-\u9fff]")


def _lead_is_foreign(d: Declaration) -> bool:
    return d.lead is not None and d.lead.origin is Origin.FOREIGN


@rule(
    "OL-PTY-15",
    "The contact has no {what}.",
    remedy=N_("Enter the name and telephone number of the contact; both are published."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines("3.3(5)"),),
)
def contact_is_missing(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """A declaration states how the patentee can be reached: at least a name and a telephone."""
    for name, word in _FIELDS.items():
        if blank(getattr(d.contact, name)):
            yield Spot(f"contact.{name}", what=Sentence(word))


@rule(
    "OL-PTY-16",
    "“{typed}” does not have the shape of {what}.",
    remedy=N_("Correct it: takers and the office use it as it stands."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(tool(), guidelines_five("1", "5.4")),
)
def contact_is_malformed(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """Telephone numbers, e-mail addresses and six-digit postcodes have their shapes.

    Postcodes are not checked where the patentee is foreign; a telephone number abroad begins with
    a plus sign.
    """
    phone, email = narrow(d.contact.phone).replace(" ", ""), narrow(d.contact.email)
    if phone and not _PHONE.fullmatch(phone):
        yield Spot("contact.phone", typed=shortened(phone), what=Sentence(N_("a phone number")))
    if email and not _EMAIL.fullmatch(email):
        yield Spot("contact.email", typed=shortened(email), what=Sentence(N_("an e-mail address")))
    for place, postcode in _postcodes(d):
        if postcode and not _POSTCODE.fullmatch(postcode):
            yield Spot(place, typed=shortened(postcode), what=Sentence(N_("a postcode")))


def _postcodes(d: Declaration) -> Iterator[tuple[str, str]]:
    if not _lead_is_foreign(d):
        yield "contact.postcode", narrow(d.contact.postcode)
    for index, party in enumerate(d.patentees):
        if party.origin is not Origin.FOREIGN:
            yield f"patentees.{index}.postcode", narrow(party.postcode)


@rule(
    "OL-PTY-17",
    "The contact is published with the declaration: {contact}.",
    remedy=N_("Give a business telephone and address, nothing private."),
    severity=Severity.INFO,
    on=Declaration,
    sources=(guidelines("5"),),
)
def contact_is_published(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """What stands in box 9 appears in the gazette, and anyone may read it."""
    if d.contact != Contact():
        given = (d.contact.name, d.contact.phone, d.contact.email, d.contact.address)
        yield Spot("contact", contact=tuple(shortened(text) for text in given if text))


@rule(
    "OL-PTY-18",
    "The address is incomplete: {gap}.",
    remedy=N_(
        "Write province, city, district, street and number; the name of an entity is no address."
    ),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(guidelines_one("4.1.7"),),
)
def address_is_incomplete(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """An address begins with one of the 34 divisions of province level and leads to a street.

    A foreign patentee's address and contact are left alone. The contact may do without an
    address, a patentee not.
    """
    for place, address, is_needed in _addresses(d):
        if not address and is_needed:
            yield Spot(place, N_("The address is not filled in."))
        elif address and (gap := _gap(address)):
            yield Spot(place, gap=Sentence(gap, {"address": shortened(address)}))


def _addresses(d: Declaration) -> Iterator[tuple[str, str, bool]]:
    for index, party in enumerate(d.patentees):
        if party.origin is not Origin.FOREIGN:
            yield f"patentees.{index}.address", narrow(party.address), True
    if not _lead_is_foreign(d):
        yield "contact.address", narrow(d.contact.address), False


def _gap(address: str) -> str | None:
    province = _PROVINCES.match(address)
    if province is None:
        return N_("“{address}” does not begin with a province or municipality")
    if _STREET.search(address, province.end()) is None:
        return N_("“{address}” names no street, village or number")
    return None


@rule(
    "OL-PTY-19",
    "More than one contact person is named: “{name}”.",
    remedy=N_("Name one person."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(guidelines_one("4.1.4"),),
)
def several_contacts(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """There is one contact person.

    Blanks inside a single name do not make it two, nor does an office or a number beside it, nor
    the same name in other letters behind a stroke.
    """
    name = narrow(d.contact.name)
    if _is_several(name):
        yield Spot("contact.name", name=shortened(name))


def _is_several(text: str) -> bool:
    parts = [part.strip() for part in _SEVERAL.split(text)]
    names = [part for part in parts if part and not _NO_NAME.search(part)]
    chinese = [name for name in names if _CHINESE.search(name)]
    if len(chinese) == 1 and len(names) == 2 and "/" in text:
        return False
    return len(names) > 1
