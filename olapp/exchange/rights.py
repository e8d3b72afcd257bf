"""Rights: the status of a row, its events, and the licences and burdens that come of them."""

import re
from collections.abc import Iterable, Iterator

from olapp.domain.holding import EncumbranceKind, LegalEvent, RightState
from olapp.domain.patent import PatentKind, PatentStatus
from olapp.domain.sentence import N_, Sentence
from olapp.exchange.burdens import encumbrances, licences, values_of
from olapp.exchange.days import read_day
from olapp.exchange.effects import Effects, effects
from olapp.exchange.events import event, is_name
from olapp.exchange.statuses import Status, read_status
from olapp.exchange.telling import Telling
from olapp.exchange.texts import parts

_UNKNOWN_WORD = N_("What {text} says of the right is not known; its state stays open.")
_STATUS_CUTS = ("|", ";", "；", "\n")
_OFFICE = re.compile(r"[A-Z]{2}")
_LONGEST_WORD, _MOST_WORDS = 60, 40
"""No status has longer words or more of them; cells may."""
_NO_STATUS = Status()
_NO_EFFECTS = Effects()


def read_rights(telling: Telling) -> None:
    """Read status, events, licences and burdens, as far as the row tells them."""
    status = _status(telling) if "state" in telling.facts else _NO_STATUS
    if not (status.events or status.burdens or _tells_rights(telling.facts)):
        _right(telling, status, _NO_EFFECTS)
        return
    events = tuple(_events(telling, status))
    if events:
        telling.holding["events"] = events
    followed = effects(events) if events and telling.country == "CN" else _NO_EFFECTS
    _right(telling, status, followed)
    _burdens(telling, status, followed)


def _tells_rights(paths: Iterable[str]) -> bool:
    """Whether there is a fact of events, licences or burdens; all paths at once, for each row."""
    text = "\n" + "\n".join(paths)
    return "\nevents" in text or "\nlicences." in text or "\nencumbrances." in text


def _status(telling: Telling) -> Status:
    """Read the words for the state, and keep them as they are."""
    text = telling.text("state")
    words = parts(text, _STATUS_CUTS)
    status = read_status(tuple(each[:_LONGEST_WORD] for each in words[:_MOST_WORDS]))
    if words:
        telling.holding["state_words"] = " | ".join(words)
    for each in status.unknown:
        telling.doubt("state", Sentence(_UNKNOWN_WORD, {"text": each[:40]}), each)
    return status


def _events(telling: Telling, status: Status) -> Iterator[LegalEvent]:
    given = telling.facts.get("events")
    if isinstance(given, tuple):
        yield from (each for each in given if isinstance(each, LegalEvent))
    yield from _coded(telling)
    yield from _in_words(telling)
    yield from _of_status(telling, status)
    yield from _transfers(telling)


def _in_words(telling: Telling) -> Iterator[LegalEvent]:
    """Give events written as ``2016-02-17 | +GRANT OF PATENT | CN | 2013-...``, of this country."""
    pieces = [each.strip() for each in telling.text("events.text").split("|")]
    for index, piece in enumerate(pieces[:-1]):
        day = read_day(piece, None).day
        if day is None:
            continue
        office = pieces[index + 2] if index + 2 < len(pieces) else ""
        if not _OFFICE.fullmatch(office) or office == telling.country:
            yield event(day, name=pieces[index + 1].lstrip("+-"))


def _coded(telling: Telling) -> Iterator[LegalEvent]:
    """Give events whose codes and dates stand side by side in two cells."""
    codes = values_of(telling, "events.codes")
    days = values_of(telling, "events.dates")
    is_even = len(codes) == len(days)
    for index, code in enumerate(codes):
        yield event(telling.day_of(days[index]).day if is_even else None, code)


def _of_status(telling: Telling, status: Status) -> Iterator[LegalEvent]:
    """Give the words of the status that are events; a gazette's word has its day beside it."""
    on = telling.day("events.state_on")
    words = parts(telling.text("state"), _STATUS_CUTS) if on else status.events
    for word in words:
        if word in status.events or is_name(word):
            yield event(on, name=word)


def _transfers(telling: Telling) -> Iterator[LegalEvent]:
    """Give a transfer that columns tell: from whom, to whom, when."""
    givers, takers = telling.names("events.transferor"), telling.names("events.transferee")
    if not givers and not takers:
        return
    days = [telling.day_of(each).day for each in values_of(telling, "events.transferred_on")]
    on = days[0] if len(days) == 1 else None
    yield event(on, name="权利转移", detail=f"{'、'.join(givers)} → {'、'.join(takers)}")


def _right(telling: Telling, status: Status, followed: Effects) -> None:
    """Tell the state of the right, and what the register says of it."""
    state, register = status.state, status.status
    patent = telling.patent
    if followed.granted_on is not None:
        patent.setdefault("granted_on", followed.granted_on)
    if state is None and status.is_alive and "granted_on" in patent:
        state, register = RightState.IN_FORCE, PatentStatus.IN_FORCE
    if state is None and "state" not in telling.facts and followed.is_over:
        state, register = RightState.DEAD, followed.ended
    if register is PatentStatus.IN_FORCE and followed.is_partly_invalid:
        register = PatentStatus.PARTLY_INVALID
    if state is RightState.DEAD:
        patent.pop("believed_expiry", None)  # some sources write the day of the lapse there
    if state is not None:
        telling.holding["state"] = state
    if register is not None:
        patent["status"] = register
    if status.is_twin and patent.get("kind") is PatentKind.UTILITY_MODEL:
        patent["is_given_up_twin"] = True


def _burdens(telling: Telling, status: Status, followed: Effects) -> None:
    """Tell licences, pledges, preservations and the offer; a bare word says only that one is."""
    found = licences(telling, followed, "licence" in status.burdens)
    if found:
        telling.holding["licences"] = found
        telling.holding["has_licensed"] = True
    lying = encumbrances(telling, followed, status.burdens)
    if lying:
        telling.holding["encumbrances"] = lying
    _flags(telling, {each.kind for each in lying if each.until is None})
    pledgees = [each.party for each in lying if each.party and each.until is None]
    if pledgees:
        telling.patent["pledgee"] = "、".join(dict.fromkeys(pledgees))
    if followed.offer is not None:
        telling.holding["offer"] = followed.offer
        telling.patent["has_live_declaration"] = followed.offer.withdrawn_on is None
    elif "offer" in status.burdens:
        telling.patent["has_live_declaration"] = True


def _flags(telling: Telling, kinds: set[EncumbranceKind]) -> None:
    if EncumbranceKind.PLEDGE in kinds:
        telling.patent["is_pledged"] = True
    if EncumbranceKind.PRESERVATION in kinds:
        telling.patent["is_suspended"] = True
