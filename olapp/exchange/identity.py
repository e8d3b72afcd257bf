"""Identity: which patent a row is about: its numbers, its country, its kind."""

import re

from olapp.domain.patent import PatentKind
from olapp.domain.sentence import N_, Sentence
from olapp.exchange.countries import code_of
from olapp.exchange.headers import folded
from olapp.exchange.numbering import Number, application, publication
from olapp.exchange.telling import Telling, discreet

_NOTHING = N_("No number of an application or a patent stands in this row.")
_OTHER_KIND = N_("The number is of another kind than the row says: {text}.")
_KIND_OF_DIGIT = {
    "1": PatentKind.INVENTION,
    "2": PatentKind.UTILITY_MODEL,
    "3": PatentKind.DESIGN,
    "8": PatentKind.INVENTION,
    "9": PatentKind.UTILITY_MODEL,
}
_KIND_OF_LETTER = {
    "A": PatentKind.INVENTION,
    "B": PatentKind.INVENTION,
    "C": PatentKind.INVENTION,
    "U": PatentKind.UTILITY_MODEL,
    "Y": PatentKind.UTILITY_MODEL,
    "S": PatentKind.DESIGN,
    "D": PatentKind.DESIGN,
}
_WORDS = (
    ("发明", PatentKind.INVENTION),
    ("实用新型", PatentKind.UTILITY_MODEL),
    ("新型", PatentKind.UTILITY_MODEL),
    ("外观", PatentKind.DESIGN),
    ("invention", PatentKind.INVENTION),
    ("utility", PatentKind.UTILITY_MODEL),
    ("design", PatentKind.DESIGN),
)
_LETTER = re.compile(r"[0-9]([A-Z])[0-9]?$")
_PUBLICATIONS = (
    ("published_as", "published_as"),
    ("patent.publication_number", "publication_number"),
    ("publication", ""),
)
_BETWEEN = re.compile(r"[;；|\n]")
_BOTH = 2
_ERA_OF_APPLICATIONS = 10
"""Length of CN and eight digits."""


def identify(telling: Telling) -> Sentence | None:
    """Read the numbers of a row; give the reason when none can be had."""
    told = code_of(telling.text("country")) if "country" in telling.facts else None
    troubles = [_publication(telling, path, role, told) for path, role in _PUBLICATIONS]
    telling.country = telling.holding.get("country") or told or "CN"
    troubles.append(_application(telling, told))
    telling.holding["country"] = telling.country
    _kind(telling)
    if (
        telling.patent.keys() & {"number", "publication_number"}
        or "published_as" in telling.holding
    ):
        return None
    reasons = [each for each in reversed(troubles) if each is not None]
    return discreet(reasons[0]) if reasons else Sentence(_NOTHING)


def _publication(telling: Telling, path: str, role: str, told: str | None) -> Sentence | None:
    text = telling.text(path)
    if not text:
        return None
    read = publication(text, told)
    if read.number is None:
        pair = _pair(text, told)
        if not pair:
            return _trouble(telling, path, read, text)
        for each in pair:
            _publish(telling, each)
        return None
    _publish(telling, read, role)
    return None


def _pair(text: str, told: str | None) -> tuple[Number, ...]:
    """Read a cell with two numbers, of the application and of the grant; else nothing."""
    found = tuple(publication(each.strip(), told) for each in _BETWEEN.split(text))
    roles = {role_of(each.number) for each in found if each.number}
    return found if len(found) == len(roles) == _BOTH else ()


def _publish(telling: Telling, read: Number, role: str = "") -> None:
    """Keep a publication number where it belongs: with the application, or with the grant."""
    number = read.number or ""
    telling.holding.setdefault("country", read.country)
    if (role or role_of(number)) == "published_as":
        telling.holding.setdefault("published_as", number)
    else:
        telling.patent.setdefault("publication_number", number)


def role_of(number: str) -> str:
    """Tell by the kind letter, else by the series, whether a number is of a grant."""
    match = _LETTER.search(number)
    if match is not None:
        return "published_as" if match[1] == "A" else "publication_number"
    is_model_or_design = number.startswith(("CN2", "CN3")) and len(number) != _ERA_OF_APPLICATIONS
    return "publication_number" if is_model_or_design else "published_as"


def _application(telling: Telling, told: str | None) -> Sentence | None:
    text = telling.text("patent.number")
    if not text:
        return None
    is_known = told is not None or "country" in telling.holding
    country = telling.country if is_known else None
    read = application(text, country)
    if read.number is None:
        return _perhaps_published(telling, read, text, told)
    if country == "CN" and read.country not in {None, "CN"}:
        return _trouble(telling, "patent.number", application("-"), text)
    telling.country = country or read.country or "CN"
    telling.patent["number"] = read.number
    if read.doubt and not (read.is_completed and telling.source.omits_check_digit):
        telling.doubt("patent.number", read.doubt, text)
    return None


def _perhaps_published(
    telling: Telling, read: Number, text: str, told: str | None
) -> Sentence | None:
    """Take a publication number that stands where the application number belongs."""
    published = publication(text, told)
    if published.number is None:
        return _trouble(telling, "patent.number", read, text)
    _publish(telling, published)
    telling.country = telling.holding["country"]
    return None


def _trouble(telling: Telling, path: str, read: Number, text: str) -> Sentence | None:
    if read.doubt is not None:
        telling.doubt(path, read.doubt, text)
    return read.doubt


def _kind(telling: Telling) -> None:
    """Tell the kind by word, number and letter; where they contradict, the number is believed."""
    text = telling.text("patent.kind")
    said = kind_of(text) if text else None
    shown = _shown(telling) if telling.country == "CN" else None
    if said is not None and shown is not None and said is not shown:
        telling.doubt("patent.kind", Sentence(_OTHER_KIND, {"text": text}), text)
    kind = shown or said
    if kind is not None:
        telling.patent["kind"] = kind


def kind_of(text: str) -> PatentKind | None:
    """Tell the kind of a patent from its words, or from the code of the office."""
    plain = folded(text)
    if plain in _KIND_OF_DIGIT:
        return _KIND_OF_DIGIT[plain]
    return next((kind for word, kind in _WORDS if word in plain), None)


def _shown(telling: Telling) -> PatentKind | None:
    """Tell the kind that the numbers show."""
    number: str | None = telling.patent.get("number")
    if number is not None:
        return _KIND_OF_DIGIT.get(number[4] if len(number) > 9 else number[2])
    published = telling.patent.get("publication_number") or telling.holding.get("published_as")
    match = _LETTER.search(published) if published else None
    return _KIND_OF_LETTER.get(match[1]) if match else None
