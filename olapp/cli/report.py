"""Findings and faults as lines for people and as values for machines."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from olapp.codec import DocumentFault
from olapp.domain.finding import Finding, Severity
from olapp.domain.sentence import N_
from olapp.i18n import Language

WEIGHTS = {
    Severity.ERROR: N_("error"),
    Severity.UNKNOWN: N_("unknown"),
    Severity.WARNING: N_("warning"),
    Severity.INFO: N_("note"),
}


def finding_lines(found: Iterable[Finding], say: Language) -> Iterable[str]:
    """Give one finding as its sentence, and its remedy and ground under it."""
    for each in found:
        unconfirmed = "" if each.is_confirmed else " " + say(N_("[unconfirmed]"))
        place = f" {each.field}:" if each.field else ""
        yield f"  {say(WEIGHTS[each.severity])} {each.code}{place} {say.finding(each)}{unconfirmed}"
        ground = "; ".join(say.citation(source) for source in each.sources)
        yield f"      → {say(each.remedy)} ({ground})"


def tally(found: Iterable[Finding], say: Language) -> str:
    """Count the findings by weight, in one line."""
    counts = Counter(each.severity for each in found)
    parts = [f"{say(WEIGHTS[weight])} {counts[weight]}" for weight in Severity]
    return ", ".join(parts)


def finding_value(found: Finding, say: Language) -> dict[str, Any]:
    """Give a finding for machines; the sentence is in the language asked for."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "field": found.field,
        "sentence": say.finding(found),
        "remedy": say(found.remedy),
        "sources": [say.citation(source) for source in found.sources],
        "confirmed": found.is_confirmed,
    }


def fault_value(fault: DocumentFault, say: Language) -> dict[str, str]:
    """Give a fault of a file for machines."""
    return {"path": fault.path, "sentence": say.sentence(fault.sentence)}


def has_errors(found: Iterable[Finding]) -> bool:
    """Whether any finding weighs "error"."""
    return any(each.severity is Severity.ERROR for each in found)
