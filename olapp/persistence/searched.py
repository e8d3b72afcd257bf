"""What of a value is searched, and how a search text is read."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.sql.elements import KeyedColumnElement
from stdnum.exceptions import ValidationError

from olapp.domain.declaration import Declaration
from olapp.domain.numbers import patent

_LONGEST_SHOWN = 500
_LONGEST_SOUGHT = 4000
_LONGEST_QUERY = 200
_LONGEST_NUMBER = 80
_BETWEEN_DIGITS = re.compile(r"[.\-_/]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Searched:
    """The columns of a document that lists show and searches look through."""

    title: str
    number: str
    names: str
    sought: str


def searched(document: Declaration) -> Searched:
    """Give what lists and searches need of a declaration."""
    subject = document.patent
    names = [shown(party.name) for party in document.patentees if party.name]
    numbers = (number_key(subject.number or ""), number_key(subject.publication_number or ""))
    return Searched(
        title=shown(subject.title or ""),
        number=stored_number(subject.number or ""),
        names="\n".join(names),
        sought=sought(subject.title or "", *numbers, *names),
    )


def shown(text: str) -> str:
    """One line that any list and any database can hold, cut where nobody reads on."""
    plain = _SURROGATE.sub("\ufffd", text[:_LONGEST_SHOWN])
    return " ".join(_without_controls(plain).split())


def folded(text: str) -> str:
    """The text as searches compare it: half-width, lower case, no invisible marks."""
    return shown(unicodedata.normalize("NFKC", text[:_LONGEST_SHOWN])).casefold()


def sought(*texts: str) -> str:
    """Fold texts into one column, one a line, so that no search runs across two of them."""
    return "\n".join(folded(text) for text in texts if text)[:_LONGEST_SOUGHT]


def number_key(text: str) -> str:
    """Give the letters and digits of a number, whole or in part, without its prefix.

    >>> number_key("ＺＬ 2020 1 0123456.2"), number_key("cn109352307a")
    ('2020101234562', '109352307a')
    """
    if text.isascii() and text.isalnum():  # as kept, by the hundred thousand
        plain = text[:_LONGEST_SHOWN].upper()
    else:
        plain = _BETWEEN_DIGITS.sub("", patent.folded(shown(text)))
    return plain.removeprefix("ZL" if plain.startswith("ZL") else "CN").lower()


def stored_number(text: str) -> str:
    """Give a patent number compact, or what was typed where it is none."""
    try:
        return patent.compact(text)
    except ValidationError:
        return shown(text)[:_LONGEST_NUMBER]


def matches(column: KeyedColumnElement[str], text: str) -> ColumnElement[bool] | None:
    """Give the condition of a search: the text as a number, or every word of it; None for all."""
    words = folded(text[:_LONGEST_QUERY]).split()
    if not words:
        return None
    by_words = and_(*(column.contains(word, autoescape=True) for word in words))
    key = number_key(text[:_LONGEST_QUERY])
    if not any(mark.isdigit() for mark in key):
        return by_words
    return or_(column.contains(key, autoescape=True), by_words)


def begins(column: KeyedColumnElement[str], text: str) -> ColumnElement[bool]:
    """Give the condition that some line of the column begins with the text."""
    starts = {folded(text[:_LONGEST_QUERY]), number_key(text[:_LONGEST_QUERY])} - {""}
    first = (column.startswith(start, autoescape=True) for start in starts)
    later = (column.contains("\n" + start, autoescape=True) for start in starts)
    return or_(*first, *later)


def lines(text: str) -> tuple[str, ...]:
    """Read the names column back."""
    return tuple(text.split("\n")) if text else ()


def _without_controls(text: str) -> str:
    return text if text.isprintable() else "".join(_kept(text))


def _kept(text: str) -> Iterable[str]:
    for mark in text:
        category = unicodedata.category(mark)
        if category != "Cf":
            yield " " if category == "Cc" else mark
