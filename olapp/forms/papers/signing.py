"""Room for ink and seals, with the names that belong beside them."""

from olapp.domain.declaration import Declaration, Signature, SignerRole
from olapp.domain.party import Party, PartyKind
from olapp.forms.choices import label_of
from olapp.forms.paper import Row, SignatureArea
from olapp.forms.papers.writing import label_at, written

TO_SIGN = "填报底稿·供签章"
"""Mark of papers in words of our own that become the originals once they are signed."""
TO_SIGN_NOTE = (
    "“填报底稿”指本件由填报程序编制，不是国家知识产权局制定的表格；签章后即为提交用的原件。"
)
_INK_ROOM = 12
"""A hand's signature needs less height than a seal, in millimetres."""
_HOW = {True: "（盖章）", False: "（签字）", None: "（签字或者盖章）"}


def filer_areas(document: Declaration) -> tuple[SignatureArea, ...]:
    """Give the places of box 10: as signed, else of whoever has to sign."""
    if document.signatures:
        return tuple(_signed(index, each) for index, each in enumerate(document.signatures))
    if document.has_agency:
        return (agency_area(document),)
    if document.lead is None:
        return (_area("专利权人", None, Row("姓名或者名称", "", "patentees")),)
    index = document.patentees.index(document.lead)
    role = SignerRole.REPRESENTATIVE if len(document.patentees) > 1 else SignerRole.PATENTEE
    return (_party_area(label_of(role).zh, index, document.lead, ""),)


def agency_area(document: Declaration) -> SignatureArea:
    """Give the place of the agency's seal."""
    name = Row(label_at("agency.name"), written(document.agency.name), "agency.name")
    return _area(label_of(SignerRole.AGENCY).zh, True, name)


def patentee_areas(document: Declaration, day: str = "") -> tuple[SignatureArea, ...]:
    """Give a place for each patentee; ``day`` names the attribute that dates the signature."""
    parties = document.patentees or (Party(),)
    several = len(parties) > 1
    return tuple(
        _party_area(f"专利权人{index + 1}" if several else "专利权人", index, party, day)
        for index, party in enumerate(parties)
    )


def _party_area(who: str, index: int, party: Party, day: str) -> SignatureArea:
    place = f"patentees.{index}"
    by_seal = None if party.kind is None else party.kind is PartyKind.ENTITY
    name = Row(label_at("patentees.0.name"), written(party.name), f"{place}.name")
    signed = Row("日期", written(getattr(party, day)), f"{place}.{day}") if day else None
    return _area(who, by_seal, name, signed)


def _signed(index: int, signature: Signature) -> SignatureArea:
    place = f"signatures.{index}"
    role = "签章人" if signature.role is None else label_of(signature.role).zh
    name = Row("姓名或者名称", written(signature.name), f"{place}.name")
    day = Row("日期", written(signature.signed_on), f"{place}.signed_on")
    return _area(role, signature.has_seal, name, day)


def _area(who: str, by_seal: bool | None, name: Row, day: Row | None = None) -> SignatureArea:
    lines = (name, day or Row("日期", ""))
    caption = who + _HOW[by_seal]
    return (
        SignatureArea(caption, lines, _INK_ROOM)
        if by_seal is False
        else SignatureArea(caption, lines)
    )
