"""What was found, as lines for people and as values for machines."""

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from olapp.codec import UnreadableDocument
from olapp.domain.finding import Finding, Severity
from olapp.domain.sentence import N_
from olapp.domain.trouble import Trouble
from olapp.i18n import Language

T = TypeVar("T")
WEIGHTS = {
    Severity.ERROR: N_("error"),
    Severity.UNKNOWN: N_("unknown"),
    Severity.WARNING: N_("warning"),
    Severity.INFO: N_("note"),
}


def harmless(line: str) -> str:
    """Show what would steer a terminal (controls, direction marks, line ends) by its code."""
    return "".join(
        mark if mark.isprintable() or mark == "\u3000" else f"〔U+{ord(mark):04X}〕"
        for mark in line
    )


def uncancelled(answer: T | None) -> T:
    """Give the answer of work that could be cancelled, which here nobody does."""
    if answer is None:
        raise RuntimeError("nobody cancels on the command line")
    return answer


def offer_json(parser: argparse.ArgumentParser, say: Language) -> None:
    """Let the caller ask for what machines read."""
    parser.add_argument("--json", action="store_true", help=say(N_("write JSON for machines")))


def finding_lines(found: Iterable[Finding], say: Language) -> Iterable[str]:
    """Give one finding as its sentence, and its remedy and ground under it."""
    for each in found:
        unconfirmed = "" if each.is_confirmed else " " + say(N_("[unconfirmed]"))
        place = f" {each.field}:" if each.field else ""
        yield f"  {say(WEIGHTS[each.severity])} {each.code}{place} {say.finding(each)}{unconfirmed}"
        ground = "; ".join(say.citation(source) for source in each.sources)
        yield f"      → {say.remedy(each)} ({ground})"


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
        "remedy": say.remedy(found),
        "sources": [say.citation(source) for source in found.sources],
        "confirmed": found.is_confirmed,
    }


def fault_values(unreadable: UnreadableDocument, say: Language) -> list[dict[str, str]]:
    """Give the faults of a file for machines."""
    return [
        {"path": fault.path, "sentence": say.sentence(fault.sentence)}
        for fault in unreadable.faults
    ]


def fault_lines(file: Path, unreadable: UnreadableDocument, say: Language) -> Iterable[str]:
    """Give each fault of a file in one line: the file, the place in it, what is wrong there."""
    for fault in fault_values(unreadable, say):
        place = f"{fault['path']}: " if fault["path"] else ""
        yield f"{file}: {place}{fault['sentence']}"


def trouble_text(trouble: Trouble, say: Language) -> str:
    """Give what happened and what to do, in one line."""
    return f"{say.sentence(trouble.what)} {say.sentence(trouble.remedy)}"


def has_errors(found: Iterable[Finding]) -> bool:
    """Whether any finding weighs "error"."""
    return any(each.severity is Severity.ERROR for each in found)
