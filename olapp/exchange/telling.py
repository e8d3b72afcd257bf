"""Telling: one row or document while it is being read into a record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from olapp.domain.holding import LegalEvent
from olapp.domain.numbers.identity import masked_within
from olapp.domain.record import Doubt, Place
from olapp.domain.sentence import N_, Sentence
from olapp.exchange.book import Value
from olapp.exchange.days import Day, read_day
from olapp.exchange.mapping import DayOrder
from olapp.exchange.sources import FileSource
from olapp.exchange.texts import is_damaged, line, names, parts

Fact: TypeAlias = Value | tuple[str, ...] | tuple[LegalEvent, ...]
"""What a source says of one field: a cell, or values already cut apart."""
Facts: TypeAlias = Mapping[str, Fact]
"""What one row or document says, by the path of ``FieldChoice``; nothing empty."""

_DAMAGED = N_("Characters were lost before the file came here: {text}.")
_SHOWN = 120
"""Of a long cell, so much is quoted."""


@dataclass(slots=True)
class Telling:
    """What has been read so far of one row."""

    place: Place
    source: FileSource
    order: DayOrder | None
    facts: Facts
    country: str = "CN"
    patent: dict[str, Any] = field(default_factory=dict)
    """Facts of the patent, by name."""
    holding: dict[str, Any] = field(default_factory=dict)
    """Facts beside it, by name."""
    doubts: list[Doubt] = field(default_factory=list)
    last_year: int | None = None
    """Year the document was published, where short years have to be read."""

    def text(self, path: str) -> str:
        """Give a fact as text of its source, empty when it is not told."""
        value = self.facts.get(path)
        if isinstance(value, str):
            return value
        return "" if value is None else as_text(value)

    def doubt(self, path: str, sentence: Sentence, text: str = "") -> None:
        """Note something a person should look at; no identity number is quoted whole."""
        self.doubts.append(Doubt(path, discreet(sentence), masked_within(text)[:_SHOWN]))

    def words(self, path: str) -> str:
        """Give a fact in one line, with a doubt when characters were lost."""
        words = line(self.text(path))
        self._look_for_damage(path, words)
        return words

    def names(self, path: str) -> tuple[str, ...]:
        """Give the names a fact holds."""
        value = self.facts.get(path)
        if isinstance(value, tuple):
            return tuple(each for each in value if isinstance(each, str))
        text = self.text(path)
        self._look_for_damage(path, text)
        return names(text, self.source.separators)

    def parts(self, path: str) -> tuple[str, ...]:
        """Give the values a fact holds."""
        value = self.facts.get(path)
        if isinstance(value, tuple):
            return tuple(each for each in value if isinstance(each, str))
        return parts(self.text(path), self.source.separators)

    def day(self, path: str) -> date | None:
        """Give the date a fact tells; with a doubt when it is none, or could be two."""
        value = self.facts.get(path)
        if value is None or isinstance(value, date):
            return value
        read = self._day(value)
        if read.doubt is not None:
            self.doubt(path, read.doubt, as_text(value))
        return read.day

    def _day(self, value: Fact) -> Day:
        """Read a date, the first of several in one cell."""
        text = as_text(value)
        read = read_day(text, self.order, self.last_year)
        if read.day is None and len(text) > len("2000-12-31 "):
            first = parts(text, (*self.source.separators, "\n", "|", ";"))[:1]
            return read_day(first[0], self.order, self.last_year) if first else read
        return read

    def day_of(self, text: str) -> Day:
        """Read one date of several."""
        return read_day(text, self.order, self.last_year)

    def _look_for_damage(self, path: str, text: str) -> None:
        if is_damaged(text):
            quoted = text[:_SHOWN]
            self.doubt(path, Sentence(_DAMAGED, {"text": quoted}), quoted)


def as_text(value: Fact) -> str:
    """Give a cell as text: dates in ISO, lists in lines."""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "\n".join(map(str, value))
    return str(value)


def discreet(sentence: Sentence) -> Sentence:
    """Give a sentence that quotes no identity number whole."""
    values = {
        name: masked_within(value) if isinstance(value, str) else value
        for name, value in sentence.values.items()
    }
    return Sentence(sentence.text, values)
