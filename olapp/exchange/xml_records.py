"""XML records: documents of offices, one record for each publication or legal event."""

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import TypeAlias
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from olapp.domain.record import Place, Record
from olapp.domain.sentence import N_, Sentence
from olapp.exchange.assembly import assemble, refused
from olapp.exchange.elements import named
from olapp.exchange.mapping import UNKNOWN
from olapp.exchange.sources import source
from olapp.exchange.telling import Facts
from olapp.exchange.xml_cnipa import event_facts, newer_facts, older_facts
from olapp.exchange.xml_ops import document_facts, family_facts
from olapp.exchange.xml_st96 import publication_facts

_Reader: TypeAlias = Callable[[Element], Facts]
_READERS: Mapping[str, tuple[str, _Reader]] = MappingProxyType(
    {
        "cn-patent-document": ("cnipa-xml", older_facts),
        "PatentDocumentAndRelated": ("cnipa-xml", newer_facts),
        "PRSRecord": ("cnipa-events", event_facts),
        "PatentPublication": ("wipo-st96", publication_facts),
        "exchange-document": ("epo-ops", document_facts),
        "family-member": ("epo-ops", family_facts),
    }
)
"""Elements that are records: the source that writes them, and who reads them."""
_BROKEN = N_("The XML ends or breaks here: {reason}.")
_OTHER = N_("No document of a patent office that is known stands in this XML.")


def key_of_xml(body: bytes) -> str:
    """Tell the source of an XML file by the first element that is a record."""
    try:
        for _, element in iterparse(BytesIO(body), events=("start",)):
            found = _READERS.get(named(element))
            if found is not None:
                return found[0]
    except (ParseError, DefusedXmlException, ValueError):
        return UNKNOWN
    return UNKNOWN


def read_xml(body: bytes) -> Iterator[Record]:
    """Give a record for each document; one refused record where the file breaks."""
    count = 0
    try:
        for _, element in iterparse(BytesIO(body), events=("end",)):
            found = _READERS.get(named(element))
            if found is not None:
                count += 1
                key, read = found
                yield assemble(read(element), source(key), Place("", count), None)
                element.clear()
    except (ParseError, DefusedXmlException, ValueError) as fault:
        yield refused(Place("", count + 1), Sentence(_BROKEN, {"reason": str(fault)[:80]}))
        return
    if not count:
        yield refused(Place("", 1), Sentence(_OTHER))
