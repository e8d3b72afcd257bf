"""Numbering: application and publication numbers in the spellings of all sources."""

import re
from dataclasses import dataclass

from olapp.domain.numbers import patent
from olapp.domain.numbers.patent import calc_check_digit, folded
from olapp.domain.sentence import N_, Sentence

_FULL = re.compile(
    r"(?:ZL|CN)?([0-9]{12}|[0-9]{8})[.·•・]?([0-9X])(?:[A-Z][0-9]?|[0-9]{8}[A-Z]{2})?"
)
_BARE = re.compile(r"(?:ZL|CN)?([0-9]{12}|8[5-9][0-9]{6})(?:\.?[A-Z][0-9]?)?")
_STANDARD = re.compile(r"(1[01]|2[01]|30)((?:19|20)[0-9]{2})([0-9]{9})")
_EPODOC = re.compile(r"CN((?:19|20)[0-9]{2})([12389])([0-9]{6})")
_STANDARD_KINDS = {"10": "1", "11": "8", "20": "2", "21": "9", "30": "3"}
_SCIENTIFIC = re.compile(r"[+-]?[0-9](?:[.,][0-9]+)?E\+?[0-9]+")
_SEVERAL = re.compile(
    r"[0-9]{7,}[ ().0-9A-Z]{0,8}(?:[;；、|,，/\n]|\s+(?:ZL|CN)).*[0-9]{7,}", re.DOTALL
)
_FOREIGN = re.compile(r"(?!CN|ZL|PCT)([A-Z]{2})[^A-Z]*[0-9]")
_PUBLISHED = re.compile(r"CN([0-9]{7,9})(?:([ABCDSUY])([0-9])?)?")
_PUBLISHED_FOREIGN = re.compile(r"(?!CN)([A-Z]{2})(?=(?:[A-Z]*[0-9]){3})[0-9A-Z]{3,20}")
_DATED = re.compile(r"(?<=[A-Z][0-9]) (?:19|20)[0-9]{6}$|(?<=[A-Z]) (?:19|20)[0-9]{6}$")
_SHORT_US = re.compile(r"US((?:20)[0-9]{2})([0-9]{6}A[0-9])")
_SEPARATING = re.compile(r"[-/,()（）]")
_LABEL = re.compile(r"^(?:专利号|申请号|专利申请号)+:?(?=[0-9CZ])|^第(?=[0-9CZ])|(?<=[0-9X])号$")
_OLD_CHECKLESS = ("85", "86", "87", "88")
_CHINESE_KINDS = "12389"
_LONGEST, _SHOWN = 120, 60
"""No cell with a number is longer, and so much of one is quoted."""

_CHECK = N_("The check digit of {text} should be {expected}: a slip of the hand?")
_COMPLETED = N_("The check digit of {text} was missing; {expected} was computed.")
_CUT_SHORT = N_(
    "A spreadsheet cut the number short: {text}. Its last digits are lost; give the column the "
    "format text, and export again."
)
_KIND = N_("{text} is no number of a patent: its kind digit must be 1, 2, 3, 8 or 9.")
_NO_NUMBER = N_("{text} is no application number.")
_NO_PUBLICATION = N_("{text} is no publication number.")
_MANY = N_("More than one number stands here: {text}.")


@dataclass(frozen=True, slots=True)
class Number:
    """A number read: compact, with the country it names; or the trouble with it, or both."""

    number: str | None = None
    country: str | None = None
    """Only when the number itself says so."""
    doubt: Sentence | None = None
    is_completed: bool = False
    """Whether the check digit was computed, since the source gave none."""


_QUICK = re.compile(r"(CN|ZL)?([0-9]{4}[12389][0-9]{7})\.?([0-9X])")


def application(text: str, country: str | None = None) -> Number:
    """Read an application number; with another country than CN, as that country writes it."""
    if len(text) > _LONGEST:
        return Number(doubt=Sentence(_NO_NUMBER, {"text": text[:_SHOWN]}))
    if country in {None, "CN"}:
        match = _QUICK.fullmatch(text)
        if match is not None and calc_check_digit(match[2]) == match[3]:
            return Number(match[2] + match[3], "CN" if match[1] else None)
    return _application(text, country)


def _application(text: str, country: str | None) -> Number:
    plain = _LABEL.sub("", folded(text))
    if _SCIENTIFIC.fullmatch(plain):
        return Number(doubt=Sentence(_CUT_SHORT, {"text": text[:_SHOWN]}))
    if _SEVERAL.search(text.upper()):
        return Number(doubt=Sentence(_MANY, {"text": text[:_SHOWN]}))
    foreign = _FOREIGN.match(plain)
    if foreign is not None or country not in {None, "CN"}:
        return _abroad(plain, foreign[1] if foreign else None, country, text)
    said = "CN" if plain.startswith(("CN", "ZL")) else None
    return _chinese(plain.replace("-", ""), said, text)


def _abroad(plain: str, said: str | None, country: str | None, text: str) -> Number:
    """Keep a number of another country with its country before it, unchecked."""
    bare = re.sub(r"[^0-9A-Z]", "", plain)
    if not any(map(str.isdigit, bare)):
        return Number(doubt=Sentence(_NO_NUMBER, {"text": text[:_SHOWN]}))
    own = said or country
    if own is None or bare.startswith((own, "PCT")):
        return Number(bare, own)
    return Number(own + bare, own)


def _chinese(plain: str, said: str | None, text: str) -> Number:
    match = _FULL.fullmatch(plain)
    if match is not None and _has_kind(match[1]):
        return _checked(match[1], match[2], said, text)
    bare = _body(plain)
    if bare is not None and _has_kind(bare):
        return _completed(bare, said, text)
    odd = match is not None or (bare is not None and len(bare) == 12)
    return Number(doubt=Sentence(_KIND if odd else _NO_NUMBER, {"text": text[:_SHOWN]}))


def _has_kind(body: str) -> bool:
    """Whether kind digit and year are possible; old numbers ended in 2003."""
    if len(body) == 12:
        return body[4] in _CHINESE_KINDS and 1985 <= int(body[:4]) <= 2099
    return body[2] in _CHINESE_KINDS and (int(body[:2]) >= 85 or int(body[:2]) <= 3)


def _body(plain: str) -> str | None:
    """Find the digits of a number that has no check digit, in any of its spellings."""
    match = _BARE.fullmatch(plain)
    if match is not None:
        return match[1]
    match = _STANDARD.fullmatch(plain)
    if match is not None:
        return match[2] + _STANDARD_KINDS[match[1]] + match[3][-7:]
    match = _EPODOC.fullmatch(plain)
    return None if match is None else match[1] + match[2] + match[3].zfill(7)


def _checked(body: str, check: str, said: str | None, text: str) -> Number:
    expected = calc_check_digit(body)
    if expected == check:
        return Number(body + check, said)
    return Number(
        body + check, said, Sentence(_CHECK, {"text": text[:_SHOWN], "expected": expected})
    )


def _completed(body: str, said: str | None, text: str) -> Number:
    expected = calc_check_digit(body)
    number = body + expected
    if body.startswith(_OLD_CHECKLESS) and len(body) == 8:
        return Number(number, said)  # none was given out before 1989
    return Number(
        number, said, Sentence(_COMPLETED, {"text": text[:_SHOWN], "expected": expected}), True
    )


_QUICK_PUBLISHED = re.compile(r"CN[1-3](?:[0-9]{6}|[0-9]{8})[ABCDSUY][0-9]?")


def publication(text: str, country: str | None = None) -> Number:
    """Read a publication number; a Chinese one may lack its kind letter."""
    if len(text) > _LONGEST:
        return Number(doubt=Sentence(_NO_PUBLICATION, {"text": text[:_SHOWN]}))
    if _QUICK_PUBLISHED.fullmatch(text):
        return Number(text, "CN")
    plain = _SEPARATING.sub("", folded(_DATED.sub("", text)))
    if plain.isdigit() and country is not None:
        plain = country + plain
    if plain.startswith("CN"):
        is_one = _PUBLISHED.fullmatch(plain) and not _is_application(plain)
        return Number(plain, "CN") if is_one else _no_publication(text)
    match = _PUBLISHED_FOREIGN.fullmatch(plain)
    if match is None:
        return _no_publication(text)
    return Number(_SHORT_US.sub(r"US\g<1>0\2", plain), match[1])


def _no_publication(text: str) -> Number:
    if _SEVERAL.search(text.upper()):
        return Number(doubt=Sentence(_MANY, {"text": text[:_SHOWN]}))
    return Number(doubt=Sentence(_NO_PUBLICATION, {"text": text[:_SHOWN]}))


def _is_application(plain: str) -> bool:
    """Whether nine digits are an old application number, as CN031234569A."""
    return plain[2:3] in "089" and patent.is_valid(plain[2:11])
