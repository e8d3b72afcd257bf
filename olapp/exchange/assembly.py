"""Assembly: the facts of one row or document become one record."""

from functools import lru_cache

from olapp.domain.holding import Holding
from olapp.domain.patent import Patent
from olapp.domain.record import Place, Record
from olapp.domain.sentence import Sentence
from olapp.exchange.facts import read_facts
from olapp.exchange.identity import identify
from olapp.exchange.mapping import DayOrder
from olapp.exchange.rights import read_rights
from olapp.exchange.sources import FileSource
from olapp.exchange.telling import Facts, Telling


def assemble(facts: Facts, source: FileSource, place: Place, order: DayOrder | None) -> Record:
    """Read what a row says; without any number it is refused, with what else it said."""
    telling = Telling(place=place, source=source, order=order, facts=facts)
    refusal = identify(telling)
    read_facts(telling)
    read_rights(telling)
    told = _told(tuple(telling.holding), tuple(telling.patent))
    holding = Holding(patent=Patent(**telling.patent), **telling.holding)
    doubts = tuple(telling.doubts)
    return Record(place=place, holding=holding, told=told, doubts=doubts, refusal=refusal)


@lru_cache(maxsize=64)
def _told(own: tuple[str, ...], bare: tuple[str, ...]) -> tuple[str, ...]:
    """Give the paths of facts: one value for all rows that tell the same ones."""
    return (*own, *(f"patent.{name}" for name in bare))


def refused(place: Place, reason: Sentence) -> Record:
    """Give the record of a row that cannot be read at all."""
    return Record(place=place, refusal=reason)
