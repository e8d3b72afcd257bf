"""Rules: functions with a code, a sentence, a remedy and sources; and the check that runs them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from datetime import date, timedelta
from typing import Any

from olapp.domain.finding import Finding, Severity, Source
from olapp.domain.paths import get
from olapp.domain.sentence import N_, Sentence
from olapp.law.entries import spelt
from olapp.law.statute import Law

UNSURE = N_("This cannot be judged yet: {fact}.")
FIND_OUT = N_("Find out and fill it in.")
IN_REGISTER = N_("Look it up in the patent register, and fill it in.")


class Spot:
    """A place in a document where a rule is broken, with the values its sentence needs."""

    __slots__ = ("field", "remedy", "sentence", "values")

    def __init__(
        self, field: str, sentence: str = "", remedy: str = "", /, **values: object
    ) -> None:
        """Name the dotted field and the values; msgids given here stand for the rule's own."""
        self.field = field
        self.sentence = sentence
        self.remedy = remedy
        self.values: Mapping[str, object] = values


@dataclass(frozen=True, slots=True)
class Unsure:
    """A fact the rule turns on is missing or stale; ``fact`` and ``remedy`` are English msgids."""

    field: str
    fact: str
    remedy: str = FIND_OUT
    values: Mapping[str, object] = default(default_factory=dict, kw_only=True)
    """What fills the places of ``fact``."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What rules are judged against beside the document: the law, the day, the desk."""

    law: Law
    today: date
    other_numbers: frozenset[str] = frozenset()
    """Compact patent numbers of the other declarations on this desk."""

    def limit(self, key: str) -> Any:
        """Give the value an act in force today sets; None on a day on which no act sets one."""
        try:
            return self.law.parameter(key, self.today).value
        except KeyError:
            return None

    def within(self, days: timedelta, key: str) -> bool:
        """Whether a number of days is at most the limit of this name; never without a limit."""
        most = self.limit(key)
        return most is not None and days <= timedelta(days=most)


def known_bar(
    document: object, field: str, unknown: str, remedy: str = IN_REGISTER
) -> Iterator[Spot | Unsure]:
    """Speak of a fact that bars, or of ``unknown``, a msgid, while nobody has said what is so."""
    is_so = get(document, field)
    if is_so is None:
        yield Unsure(field, unknown, remedy)
    elif is_so:
        yield Spot(field)


def _plain(value: object) -> object:
    """Spell out the signs that would corrupt the sentence a value is put into."""
    if isinstance(value, str):
        return spelt(value)
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, Sentence) and value.values:
        return Sentence(value.text, {name: _plain(each) for name, each in value.values.items()})
    return value


Body = Callable[[Any, Setting], Iterator[Spot | Unsure]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; call it with a document and a setting to get its findings."""

    code: str
    sentence: str
    remedy: str
    severity: Severity
    on: type
    sources: tuple[Source, ...]
    body: Body = default(repr=False)

    def __call__(self, document: object, at: Setting) -> Iterator[Finding]:
        """Give the findings, one for each field at most."""
        seen: set[str] = set()
        for hit in self.body(document, at):
            if hit.field not in seen:
                seen.add(hit.field)
                yield self._finding(hit)

    def _finding(self, hit: Spot | Unsure) -> Finding:
        if isinstance(hit, Unsure):
            values: Mapping[str, object] = {"fact": Sentence(hit.fact, hit.values)}
            kind, sentence, remedy = Severity.UNKNOWN, UNSURE, hit.remedy
        else:
            kind, values = self.severity, hit.values
            sentence, remedy = hit.sentence or self.sentence, hit.remedy or self.remedy
        told = {name: _plain(value) for name, value in values.items()}
        return Finding(self.code, kind, hit.field, sentence, remedy, self.sources, told)

    @property
    def is_confirmed(self) -> bool:
        """Whether every source may carry a refusal."""
        return all(source.confidence.may_block for source in self.sources)


def rule(
    code: str,
    sentence: str,
    *,
    remedy: str,
    severity: Severity,
    on: type,
    sources: tuple[Source, ...],
) -> Callable[[Body], Rule]:
    """Make a rule of a function; ValueError for one without source, or one that blocks unconfirmed.

    ``sentence`` and ``remedy`` are English msgids (wrap the remedy in ``N_``).
    """
    if not sources:
        raise ValueError(f"{code} has no source")
    if severity is Severity.ERROR and not all(s.confidence.may_block for s in sources):
        raise ValueError(f"{code} rests on an unconfirmed source and may not block")

    def make(body: Body) -> Rule:
        return Rule(code, sentence, remedy, severity, on, sources, body)

    return make


def check(document: object, at: Setting, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Run all rules made for this kind of document; the heaviest findings first."""
    return by_weight(
        f for each in rules if isinstance(document, each.on) for f in each(document, at)
    )


def by_weight(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Order findings: the heaviest first, then by code."""
    return tuple(sorted(findings, key=lambda finding: (finding.severity.rank, finding.code)))
