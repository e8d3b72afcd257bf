"""Findings: what is wrong, doubtful or worth knowing in a person's data, and on what ground."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default
from enum import StrEnum


class Confidence(StrEnum):
    """How sure we are of a source; the labels of the law dossier."""

    PRIMARY = "primary"
    """Read in the text of the law itself."""
    TWO_SOURCES = "two-sources"
    """Found in two or more independent sources."""
    ONE_SOURCE = "one-source"
    """Found in a single secondary source: may warn, never block."""
    TOOL = "tool"
    """A rule of this program, derived from the sources."""
    UNCONFIRMED = "unconfirmed"
    """Found in no retrieved source: may warn, never block, is shown as unconfirmed."""

    @property
    def may_block(self) -> bool:
        """Whether a finding on this ground may stop a filing."""
        return self not in {Confidence.ONE_SOURCE, Confidence.UNCONFIRMED}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule or a number stands: the act, the place in it, and how sure we are.

    ``title`` and ``place`` are English msgids; ``at`` fills the place ``{at}`` of the latter, or
    its place ``{article}``, which each language writes in its own way: Art. 86(1), 第86条第(1)项.
    """

    title: str
    place: str = ""
    at: str = ""
    confidence: Confidence = Confidence.PRIMARY

    def __str__(self) -> str:
        """Give the English citation in one line."""
        return f"{self.title} {self.place.format(at=self.at, article=self.at)}".strip()


class Severity(StrEnum):
    """The weight of a finding; the order is the order of the list."""

    ERROR = "error"
    UNKNOWN = "unknown"
    """A fact the rule turns on is missing or stale, so nobody can say that all is well."""
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: a permanent code, its weight, the field, the sentence, the ground, the remedy.

    ``field`` is dotted (``patentees.0.name``); ``""`` is the document as a whole. ``sentence`` and
    ``remedy`` are English msgids whose places ``values`` fills.
    """

    code: str
    severity: Severity
    field: str
    sentence: str
    remedy: str
    sources: tuple[Source, ...]
    values: Mapping[str, object] = default(default_factory=dict)

    @property
    def is_confirmed(self) -> bool:
        """Whether every source of it may carry a refusal; else it shows as unconfirmed."""
        return all(source.confidence.may_block for source in self.sources)
