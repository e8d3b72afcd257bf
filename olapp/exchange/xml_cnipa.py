"""CNIPA XML: both families of full-text documents, and legal status records."""

from xml.etree.ElementTree import Element

from olapp.exchange.days import read_day
from olapp.exchange.elements import attribute, children, filled, first, run, runs, words
from olapp.exchange.events import event
from olapp.exchange.telling import Facts

_ORIGINAL = "original"


def older_facts(document: Element) -> Facts:
    """Read ``cn-patent-document``, after WIPO ST.36."""
    data = first(document, "cn-bibliographic-data")
    published = first(data, "cn-publication-reference", "document-id")
    filed = first(data, "application-reference", "document-id")
    filing = first(data, "application-reference")
    parties = first(data, "cn-parties")
    applicants = list(children(parties, "cn-applicants", "cn-applicant", "addressbook"))
    classes = runs(children(data, "classifications-ipcr", "classification-ipcr", "text"))
    return filled(
        {
            "publication": _joined(published, "country", "doc-number", "kind"),
            "publication_date": run(published, "date"),
            "patent.number": run(filed, "doc-number"),
            "patent.filed_on": run(filed, "date"),
            "country": run(published, "country"),
            "patent.kind": attribute(filing, "appl-type") if filing is not None else "",
            "patent.is_divisional": run(data, "cn-related-documents", "division"),
            "patent.title": run(data, "invention-title"),
            "abstract": words(data, "abstract"),
            "applicants": runs(applicants, "name"),
            "address": run(applicants[0], "address") if applicants else "",
            "inventors": runs(children(parties, "cn-inventors", "cn-inventor"), "name"),
            "agency": run(parties, "cn-agents", "cn-agent", "cn-agency", "name"),
            "classes": classes,
            "patent.main_class": classes[0] if classes else "",
            "priority_on": runs(children(data, "cn-priority-claims", "priority-claim"), "date"),
        }
    )


def newer_facts(document: Element) -> Facts:
    """Read ``business:PatentDocumentAndRelated``, after WIPO ST.96."""
    data = first(document, "BibliographicData")
    published = first(_original(data, "PublicationReference"), "DocumentID")
    filed = _original(data, "ApplicationReference")
    number = first(filed, "DocumentID")
    parties = first(data, "Parties")
    applicants = list(children(parties, "ApplicantDetails", "Applicant"))
    classes = _newer_classes(data)
    return filled(
        {
            "publication": _joined(published, "WIPOST3Code", "DocNumber", "Kind"),
            "publication_date": run(published, "Date"),
            "patent.number": run(number, "DocNumber"),
            "patent.filed_on": run(number, "Date"),
            "country": run(published, "WIPOST3Code"),
            "patent.title": run(data, "InventionTitle"),
            "abstract": words(first(document, "Abstract"), "Paragraphs"),
            "applicants": runs(applicants, "AddressBook", "Name"),
            "address": run(applicants[0], "AddressBook", "Address", "Text") if applicants else "",
            "inventors": runs(
                children(parties, "InventorDetails", "Inventor"), "AddressBook", "Name"
            ),
            "agency": run(
                parties, "AgentDetails", "Agent", "Agency", "AddressBook", "OrganizationName"
            ),
            "classes": classes,
            "patent.main_class": classes[0] if classes else "",
            "priority_on": runs(children(data, "PriorityDetails", "Priority"), "Date"),
            "patent.is_divisional": run(
                data, "RelatedDocuments", "Division", "DocumentsRelation", "ParentDocument"
            ),
        }
    )


def _original(data: Element | None, name: str) -> Element | None:
    """Give the reference as the office printed it, not its standard form."""
    found = list(children(data, name))
    fitting = (each for each in found if attribute(each, "dataFormat") == _ORIGINAL)
    return next(fitting, found[0] if found else None)


def _newer_classes(data: Element | None) -> tuple[str, ...]:
    found = runs(children(data, "ClassificationIPCRDetails", "ClassificationIPCR"), "Text")
    if found:
        return found
    old = first(data, "ClassificationIPC")
    elements = [*children(old, "MainClassification"), *children(old, "FurtherClassification")]
    return runs(each for each in elements if attribute(each, "dataFormat") == _ORIGINAL)


def event_facts(record: Element) -> Facts:
    """Read ``business:PRSRecord``, one event of the data series CN-PA-PRSS.

    No file was at hand: the elements are those that public code reads.
    """
    filed = first(_original(record, "ApplicationReference"), "DocumentID")
    detail = words(record, "PRSInformation")
    day = read_day(run(record, "PRSPublicationDate", "Date"), None).day
    told = event(day, run(record, "PRSCode"), run(record, "PRSValue"), detail)
    facts = filled(
        {
            "patent.number": run(filed, "DocNumber"),
            "patent.filed_on": run(filed, "Date"),
            "country": run(filed, "WIPOST3Code"),
        }
    )
    return {**facts, "events": (told,)}


def _joined(document: Element | None, *names: str) -> str:
    return "".join(run(document, name) for name in names) if run(document, names[1]) else ""
