"""Assembly: the facts of one row or document become one record."""

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
    told = (*telling.holding, *(f"patent.{name}" for name in telling.patent))
    holding = Holding(patent=Patent(**telling.patent), **telling.holding)
    doubts = tuple(telling.doubts)
    return Record(place=place, holding=holding, told=told, doubts=doubts, refusal=refusal)


def refused(place: Place, reason: Sentence) -> Record:
    """Give the record of a row that cannot be read at all."""
    return Record(place=place, refusal=reason)
