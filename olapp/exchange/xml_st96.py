"""WIPO ST.96 XML: a publication of any office."""

from xml.etree.ElementTree import Element

from olapp.exchange.elements import children, filled, first, run, runs, words
from olapp.exchange.telling import Facts

_NAMES = (
    ("Contact", "Name", "OrganizationName", "OrganizationStandardName"),
    ("Contact", "Name", "PersonName", "PersonStructuredName"),
    ("Contact", "Name", "PersonName", "PersonFullName"),
    ("Contact", "Name", "EntityName"),
)


def publication_facts(document: Element) -> Facts:
    """Read ``pat:PatentPublication``."""
    data = first(document, "BibliographicData")
    published = first(data, "PatentPublicationIdentification")
    filed = first(data, "ApplicationIdentification")
    country = run(published, "IPOfficeCode") or run(document, "IPOfficeCode")
    number = run(published, "PublicationNumber")
    parties = first(data, "PartyBag")
    classes = _classes(data)
    return filled(
        {
            "publication": number and _published(published, country, number),
            "publication_date": run(published, "PublicationDate"),
            "country": country,
            "patent.number": run(filed, "ApplicationNumber", "ApplicationNumberText"),
            "patent.filed_on": run(filed, "FilingDate"),
            "patent.title": run(data, "InventionTitleBag", "InventionTitle"),
            "abstract": words(document, "Abstract") or words(data, "Abstract"),
            "applicants": _names(parties, "ApplicantBag", "Applicant"),
            "owners": _names(parties, "AssigneeBag", "Assignee"),
            "inventors": _names(parties, "InventorBag", "Inventor"),
            "classes": classes,
            "patent.main_class": classes[0] if classes else "",
            "priority_on": runs(children(data, "PriorityClaimBag", "PriorityClaim"), "FilingDate"),
        }
    )


def _published(published: Element | None, country: str, number: str) -> str:
    kind = run(published, "PatentDocumentKindCode")
    return f"{'' if number.startswith(country) else country}{number}{kind}"


def _names(parties: Element | None, *path: str) -> tuple[str, ...]:
    found = (_name(each) for each in children(parties, *path))
    return tuple(dict.fromkeys(each for each in found if each))


def _name(party: Element) -> str:
    return next((name for path in _NAMES if (name := run(party, *path))), "")


def _classes(data: Element | None) -> tuple[str, ...]:
    bag = first(data, "PatentClassificationBag") if data is not None else None
    found = []
    for each in children(
        bag if bag is not None else data, "IPCRClassificationBag", "IPCRClassification"
    ):
        names = ("Section", "Class", "Subclass", "MainGroup", "Subgroup")
        section, class_, subclass, group, subgroup = (run(each, name) for name in names)
        found.append(f"{section}{class_}{subclass}{group}/{subgroup}")
    return tuple(dict.fromkeys(found))
