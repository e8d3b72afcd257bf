"""EPO Open Patent Services: exchange documents, and families with their legal events."""

from xml.etree.ElementTree import Element

from olapp.domain.holding import LegalEvent
from olapp.exchange.days import read_day
from olapp.exchange.elements import attribute, children, filled, first, named, run, runs, words
from olapp.exchange.events import event
from olapp.exchange.telling import Facts

_DATE, _CODE, _FREE = "L007EP", "L008EP", "L510EP"


def document_facts(document: Element) -> Facts:
    """Read ``exchange-document``."""
    data = first(document, "bibliographic-data")
    published = _numbered(data, "publication-reference", "docdb")
    parties = first(data, "parties")
    country = attribute(document, "country") or run(published, "country")
    return filled(
        {
            "publication": _full(published, country),
            "publication_date": run(published, "date"),
            "country": country,
            "patent.number": _filed(data, country),
            "patent.filed_on": _filed_on(data),
            "patent.title": _titled(data),
            "abstract": words(document, "abstract", "p"),
            "applicants": _names(parties, "applicants", "applicant", "applicant-name"),
            "inventors": _names(parties, "inventors", "inventor", "inventor-name"),
            "classes": tuple(
                run(each, "text").partition("  ")[0]
                for each in children(data, "classifications-ipcr", "classification-ipcr")
            ),
            "priority_on": runs(
                children(data, "priority-claims", "priority-claim", "document-id"), "date"
            ),
        }
    )


def family_facts(member: Element) -> Facts:
    """Read ``ops:family-member`` with its ``ops:legal`` events."""
    published = _numbered(member, "publication-reference", "docdb")
    country = run(published, "country")
    facts = filled(
        {
            "publication": _full(published, country),
            "publication_date": run(published, "date"),
            "country": country,
            "patent.number": _filed(member, country),
            "patent.filed_on": _filed_on(member),
        }
    )
    events = tuple(_event(each) for each in children(member, "legal"))
    return {**facts, "events": events} if events else facts


def _numbered(data: Element | None, name: str, kind: str) -> Element | None:
    """Give the number of one kind: docdb, epodoc or original."""
    found = list(children(data, name, "document-id"))
    fitting = (each for each in found if attribute(each, "document-id-type") == kind)
    return next(fitting, None)


def _full(document: Element | None, country: str) -> str:
    number = run(document, "doc-number")
    return f"{country}{number}{run(document, 'kind')}" if number else ""


def _filed(data: Element | None, country: str) -> str:
    """Give the application number with check digit where the office printed one."""
    original = run(_numbered(data, "application-reference", "original"), "doc-number")
    docdb = _numbered(data, "application-reference", "docdb")
    number = run(docdb, "doc-number")
    if country == "CN" and original:
        return original
    return f"{run(docdb, 'country')}{number}{run(docdb, 'kind')}" if number else ""


def _filed_on(data: Element | None) -> str:
    elements = children(data, "application-reference", "document-id")
    return next((day for each in elements if (day := run(each, "date"))), "")


def _titled(data: Element | None) -> str:
    """Give the Chinese title, else the English one, else any."""
    titles = {attribute(each, "lang"): run(each) for each in children(data, "invention-title")}
    return titles.get("zh") or titles.get("en") or next(iter(titles.values()), "")


def _names(parties: Element | None, *path: str) -> tuple[str, ...]:
    """Give the names as printed, else as the EPO writes them."""
    found: dict[str, list[str]] = {}
    for each in children(parties, *path[:2]):
        name = run(each, path[2], "name").rstrip(",")
        if name:
            found.setdefault(attribute(each, "data-format"), []).append(name)
    names = found.get("original") or found.get("epodoc") or []
    return tuple(dict.fromkeys(names))


def _event(legal: Element) -> LegalEvent:
    """Read one event: its code, its day in the gazette, and what else is told."""
    told = {named(each): each for each in legal.iter()}
    day = read_day(run(told[_DATE]), None).day if _DATE in told else None
    code = run(told[_CODE]) if _CODE in told else attribute(legal, "code")
    lines = [
        words(each) if name == _FREE else f"{attribute(each, 'desc')}: {run(each)}"
        for name, each in told.items()
        if name.startswith("L5") and attribute(each, "desc") and run(each)
    ]
    return event(day, code, attribute(legal, "desc"), "\n".join(lines))
