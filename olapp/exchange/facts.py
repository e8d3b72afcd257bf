"""Facts: the plain ones of a row: parties, dates, classes, texts."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from olapp.domain.holding import Attribute, Owner
from olapp.domain.patent import PatentKind
from olapp.domain.sentence import N_, Sentence
from olapp.exchange.headers import ATTRIBUTE
from olapp.exchange.identity import role_of
from olapp.exchange.telling import Telling
from olapp.exchange.texts import line, symbol, without_markup

_NO_YEAR = N_("{text} is no patent year.")
_TOO_EARLY = N_(
    "{day} lies before the first day of Chinese patents, 1 April 1985. It was left out."
)
_FIRST_DAY = date(1985, 4, 1)
_LAST_YEAR = 25
"""Fifteen, twenty, or with compensation at most twenty-five patent years."""


def read_facts(telling: Telling) -> None:
    """Read all plain facts a row tells."""
    _last_year(telling)
    for path in telling.facts:
        read = _READERS.get(path)
        if read is not None:
            read(telling, path)
        elif path.startswith(ATTRIBUTE):
            _attribute(telling, path)
    _publication_date(telling)


def _last_year(telling: Telling) -> None:
    """Note the year of publication: short years of a row are read by it."""
    text = telling.text("publication_year")
    if text.isdecimal() and len(text) == len("2000"):
        telling.last_year = int(text)


def _text(telling: Telling, path: str) -> None:
    words = telling.words(path).rstrip(";；")
    if words:
        telling.holding[path] = words


def _divisional(telling: Telling, path: str) -> None:
    """Note a parent application: its number stands there, or the plain word."""
    text = telling.text(path)
    if any(map(str.isdigit, text)) or text in {"是", "True", "true"}:
        telling.patent["is_divisional"] = True


def _title(telling: Telling, path: str) -> None:
    words = telling.words(path)
    if words:
        telling.patent["title"] = words


def _names(telling: Telling, path: str) -> None:
    found = telling.names(path)
    if found:
        telling.holding[path] = found


def _owners(telling: Telling, path: str) -> None:
    found = telling.names(path)
    if found:
        telling.holding[path] = tuple(Owner(name=name) for name in found)


def _patent_day(telling: Telling, path: str) -> None:
    day = telling.day(path)
    if day is not None:
        telling.patent[path.removeprefix("patent.")] = day


def _own_day(telling: Telling, path: str) -> None:
    """Read a day of the patent itself; an empty cell shown as a date is a day of 1899 or 1900."""
    name = path.removeprefix("patent.")
    _patent_day(telling, path)
    day = telling.patent.get(name)
    if telling.country == "CN" and day is not None and day < _FIRST_DAY:
        del telling.patent[name]
        telling.doubt(path, Sentence(_TOO_EARLY, {"day": day}), telling.text(path))


def _day(telling: Telling, path: str) -> None:
    day = telling.day(path)
    if day is not None:
        telling.holding[path] = day


def _earliest(telling: Telling, path: str) -> None:
    """Read the earliest of several dates."""
    value = telling.facts[path]
    if isinstance(value, date):
        telling.holding[path] = value
        return
    many = telling.parts(path)
    if len(many) < 2:
        _day(telling, path)
        return
    days = [read.day for read in map(telling.day_of, many) if read.day is not None]
    if days:
        telling.holding[path] = min(days)


def _main_class(telling: Telling, path: str) -> None:
    found = telling.parts(path)
    if found:
        telling.patent["main_class"] = symbol(found[0])


def _classes(telling: Telling, path: str) -> None:
    found = telling.parts(path)
    if found:
        telling.holding[path] = tuple(dict.fromkeys(map(symbol, found)))


def _abstract(telling: Telling, path: str) -> None:
    words = without_markup(telling.text(path))
    if words:
        telling.holding[path] = words


def _fees(telling: Telling, path: str) -> None:
    text = line(telling.text(path)).removeprefix("第").removesuffix("年").removesuffix("年度")
    if text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= _LAST_YEAR:
        telling.patent["fees_paid_through"] = int(text)
    else:
        telling.doubt(path, Sentence(_NO_YEAR, {"text": text[:40]}), text)


_READERS: Mapping[str, Callable[[Telling, str], None]] = MappingProxyType(
    {
        "patent.title": _title,
        "applicants": _names,
        "owners": _owners,
        "inventors": _names,
        "tags": _names,
        "patent.filed_on": _own_day,
        "patent.granted_on": _own_day,
        "patent.believed_expiry": _patent_day,
        "published_on": _day,
        "priority_on": _earliest,
        "patent.main_class": _main_class,
        "classes": _classes,
        "abstract": _abstract,
        "agency": _text,
        "address": _text,
        "department": _text,
        "reference": _text,
        "remarks": _text,
        "patent.fees_paid_through": _fees,
        "patent.is_divisional": _divisional,
    }
)


def _publication_date(telling: Telling) -> None:
    """Read the day of the document: the application's publication, or the grant."""
    if "publication_date" not in telling.facts:
        return
    day = telling.day("publication_date")
    is_grant = None if day is None else _is_grant(telling)
    if is_grant:
        telling.patent.setdefault("granted_on", day)
    elif is_grant is False:
        telling.holding.setdefault("published_on", day)


def _is_grant(telling: Telling) -> bool | None:
    """Whether the row is about the document of a grant; None when nothing tells."""
    granted = telling.patent.get("publication_number")
    published = telling.holding.get("published_as")
    if granted or published:
        is_both = granted is not None and published is not None
        number = telling.text("publication") if is_both else granted or published or ""
        return role_of(number) == "publication_number"
    if telling.patent.get("kind") in {PatentKind.UTILITY_MODEL, PatentKind.DESIGN}:
        return True
    said = telling.text("patent.kind")
    if telling.country != "CN" or "申请" in said or "公布" in said:
        return False
    return True if "授权" in said else None


def _attribute(telling: Telling, path: str) -> None:
    """Keep a fact only this office knows, under the name it gave it."""
    words = telling.words(path)
    if words:
        new = Attribute(name=path.removeprefix(ATTRIBUTE), value=words)
        telling.holding["attributes"] = (*telling.holding.get("attributes", ()), new)
