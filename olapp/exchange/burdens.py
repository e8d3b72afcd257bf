"""Burdens: licences and pledges as columns tell them, beside those that follow from events."""

import re
from collections.abc import Sequence
from datetime import date

from olapp.domain.holding import Encumbrance, EncumbranceKind, Licence
from olapp.exchange.effects import Effects, kind_of_licence
from olapp.exchange.telling import Telling
from olapp.exchange.texts import parts

_CUTS = re.compile(r"[|;；\n]")


def licences(telling: Telling, followed: Effects, is_said: bool) -> tuple[Licence, ...]:
    """Give the licences a row tells: of events, of columns, or merely that there is one."""
    if followed.licences:
        return followed.licences
    takers = telling.names("licences.current_licensee") or telling.names("licences.licensee")
    kinds = values_of(telling, "licences.kind")
    numbers = values_of(telling, "licences.number")
    if takers or kinds or numbers:
        count = max(len(takers), 1) if takers else max(len(kinds), len(numbers))
        recorded = _days(telling, "licences.recorded_on", count)
        effective = _days(telling, "licences.effective_on", count)
        aligned = (_aligned(values, count) for values in (takers, kinds, numbers))
        return tuple(map(_licence, *aligned, recorded, effective))
    return (Licence(),) if is_said or _count(telling, "licences.count") else ()


def _licence(
    taker: str | None,
    kind: str | None,
    number: str | None,
    recorded_on: date | None,
    effective_on: date | None,
) -> Licence:
    return Licence(
        licensee=taker,
        kind=kind_of_licence(kind or ""),
        is_open=True if "开放" in (kind or "") else None,
        number=number,
        recorded_on=recorded_on,
        effective_on=effective_on,
    )


def values_of(telling: Telling, path: str) -> tuple[str, ...]:
    """Give the values of a cell, each as often as it stands there: they go with those beside."""
    pieces = (each.strip() for each in _CUTS.split(telling.text(path)))
    return tuple(each for each in pieces if each)


def _aligned(values: Sequence[str], count: int) -> Sequence[str | None]:
    """Give the value of each of many: side by side, or one alike for all; else nobody's."""
    if len(values) == count:
        return values
    return [values[0] if len(set(values)) == 1 else None] * count


def _days(telling: Telling, path: str, count: int) -> list[date | None]:
    texts = values_of(telling, path)
    return [telling.day_of(text).day if text else None for text in _aligned(texts, count)]


def _count(telling: Telling, path: str) -> int:
    text = telling.text(path)
    return int(text) if text.isdecimal() and len(text) < 5 else 0


def encumbrances(
    telling: Telling, followed: Effects, said: frozenset[str]
) -> tuple[Encumbrance, ...]:
    """Give what lies on the patent: by events, by columns, or merely by a word of the status."""
    lying = followed.encumbrances
    kinds = {each.kind for each in lying}
    if EncumbranceKind.PLEDGE not in kinds:
        lying += _pledges(telling, "pledge" in said)
    if EncumbranceKind.PRESERVATION not in kinds and "preservation" in said:
        lying += (Encumbrance(kind=EncumbranceKind.PRESERVATION),)
    return lying


def _pledges(telling: Telling, is_said: bool) -> tuple[Encumbrance, ...]:
    parties = telling.names("encumbrances.current_party") or telling.names("encumbrances.party")
    numbers = values_of(telling, "encumbrances.number")
    if parties or numbers:
        count = len(parties) or len(numbers)
        since, until = _term(telling) if count == 1 else (None, None)
        return tuple(
            Encumbrance(
                kind=EncumbranceKind.PLEDGE,
                party=party,
                number=number,
                since=since,
                until=until,
            )
            for party, number in zip(
                _aligned(parties, count), _aligned(numbers, count), strict=True
            )
        )
    is_one = is_said or _count(telling, "encumbrances.count") > 0
    return (Encumbrance(kind=EncumbranceKind.PLEDGE),) if is_one else ()


def _term(telling: Telling) -> tuple[date | None, date | None]:
    """Read a term such as 2020.01.02至2023.01.01; only two dates make one."""
    text = telling.text("encumbrances.term")
    pieces = parts(text, ("至", "到", "~", "～", "—"))
    days = [telling.day_of(each).day for each in pieces]
    if len(days) == 2 and days[0] and days[1]:
        return days[0], days[1]
    return None, None
