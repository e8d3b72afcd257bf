"""Effects: what a run of legal events says of burdens, licences, offers and the end of a right."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from olapp.domain.holding import Encumbrance, EncumbranceKind, LegalEvent, Licence, Offer
from olapp.domain.patent import LicenceKind, PatentStatus
from olapp.exchange.days import read_day
from olapp.exchange.events import Code, codes

_MOST = 1000
"""No patent has more events; of a file that says so, the latest are followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """What a run of events of one patent comes down to."""

    licences: tuple[Licence, ...] = ()
    encumbrances: tuple[Encumbrance, ...] = ()
    offer: Offer | None = None
    granted_on: date | None = None
    ended: PatentStatus | None = None
    """What the register says since the end, where there was one without restoration."""
    is_over: bool = False
    """Whether right or application ended, and was not restored afterwards."""
    is_partly_invalid: bool = False


def effects(events: Iterable[LegalEvent]) -> Effects:
    """Follow events in the order of their days; several files of one patent are read together."""
    told = Effects()
    ordered = sorted(events, key=lambda event: event.on or date.min)
    for each in ordered[-_MOST:]:
        code = codes().get(each.code)
        if code is not None:
            told = _after(told, code, each)
    return told


def _after(told: Effects, code: Code, each: LegalEvent) -> Effects:
    """Give what is known after one more event."""
    match code.effect.partition("-")[0], code.effect:
        case (("end" | "restored"), effect):
            told = replace(told, is_over=effect == "end", ended=code.status)
        case "grant", _:
            told = replace(told, granted_on=told.granted_on or each.on)
        case "part", _:
            told = replace(told, is_partly_invalid=True)
        case "offer", effect:
            told = replace(told, offer=_offer(told.offer, each, effect))
        case "licence", effect:
            told = replace(told, licences=_licences(told.licences, each, effect))
        case (("pledge" | "preservation"), effect):
            told = replace(told, encumbrances=_encumbrances(told.encumbrances, each, effect))
    return told


def _offer(offer: Offer | None, each: LegalEvent, effect: str) -> Offer:
    if effect == "offer":
        return Offer(announced_on=each.on)
    return replace(offer or Offer(), withdrawn_on=each.on)


_LINES = re.compile(r"[\n\r;；]+")
_PAIR = re.compile(r"([^:：]{2,40}?)\s*[:：]\s*(\S.*)")
_KINDS = {
    "独占": LicenceKind.EXCLUSIVE,
    "排他": LicenceKind.SOLE,
    "普通": LicenceKind.ORDINARY,
    "开放": LicenceKind.ORDINARY,
    "exclusive": LicenceKind.EXCLUSIVE,
    "sole": LicenceKind.SOLE,
    "common": LicenceKind.ORDINARY,
    "ordinary": LicenceKind.ORDINARY,
}
_NUMBER = ("合同备案号", "登记号", "质押登记号", "contract record no.", "registration number")
_TAKER = ("受让人", "被许可人", "assignee", "licensee")
_PLEDGEE = ("质权人", "pledgee")
_KIND = ("许可种类", "许可类型", "license type", "licence type")
_SINCE = ("登记生效日", "登记日", "备案日期", "effective date of registration", "record date")
_UNTIL = ("解除日", "注销日", "备案注销日", "登记解除日", "date of cancellation")


def details(text: str) -> dict[str, str]:
    """Read lines such as 备案日期:20210204 of a detail, by folded name."""
    pairs = (_PAIR.fullmatch(each.strip()) for each in _LINES.split(text))
    return {match[1].casefold(): match[2] for match in pairs if match}


def kind_of_licence(text: str) -> LicenceKind | None:
    """Tell the kind of a licence from its words in Chinese or English."""
    plain = text.casefold()
    return next((kind for word, kind in _KINDS.items() if word in plain), None)


def _said(said: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((said[name] for name in names if name in said), None)


def _said_on(said: Mapping[str, str], names: tuple[str, ...]) -> date | None:
    text = _said(said, names)
    return None if text is None else read_day(text, None).day


def _licences(licences: tuple[Licence, ...], each: LegalEvent, effect: str) -> tuple[Licence, ...]:
    said = details(each.detail)
    number = _said(said, _NUMBER)
    if effect == "licence":
        kind = _said(said, _KIND) or ""
        new = Licence(
            kind=kind_of_licence(kind),
            is_open=True if "开放" in kind else None,
            licensee=_said(said, _TAKER),
            number=number,
            recorded_on=_said_on(said, _SINCE) or each.on,
        )
        return (*licences, new)
    if effect == "licence-change":
        return licences or (Licence(number=number),)
    end = _said_on(said, _UNTIL) or each.on
    return _ended(licences, number, end) or (Licence(number=number, ends_on=end),)


def _ended(
    licences: tuple[Licence, ...], number: str | None, end: date | None
) -> tuple[Licence, ...]:
    """End the licence of a number; without number the only one there is, else none is known."""
    same = [i for i, each in enumerate(licences) if number is None or each.number == number]
    if len(same) != 1:
        return licences
    index = same[0]
    return (*licences[:index], replace(licences[index], ends_on=end), *licences[index + 1 :])


def _encumbrances(
    lying: tuple[Encumbrance, ...], each: LegalEvent, effect: str
) -> tuple[Encumbrance, ...]:
    said = details(each.detail)
    kind = EncumbranceKind(effect.partition("-")[0])
    number = _said(said, _NUMBER)
    if effect.endswith("-end"):
        return _lifted(lying, kind, number, _said_on(said, _UNTIL) or each.on)
    if effect.endswith("-change") and any(other.kind is kind for other in lying):
        return lying
    since = _said_on(said, _SINCE) or each.on
    new = Encumbrance(kind=kind, party=_said(said, _PLEDGEE), number=number, since=since)
    return (*lying, new)


def _lifted(
    lying: tuple[Encumbrance, ...], kind: EncumbranceKind, number: str | None, day: date | None
) -> tuple[Encumbrance, ...]:
    """Lift what lies there: by its number, else the only one of its kind, else a bare end."""
    same = [
        index
        for index, each in enumerate(lying)
        if each.kind is kind and (number is None or each.number in {None, number})
    ]
    if not same:
        return (*lying, Encumbrance(kind=kind, number=number, until=day)) if day else lying
    if len(same) > 1:
        return lying
    index = same[0]
    return (*lying[:index], replace(lying[index], until=day), *lying[index + 1 :])
