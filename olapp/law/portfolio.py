"""The portfolio before the law: whether a holding may be opened, and what a change would break."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache

from olapp.domain.finding import Finding, Severity
from olapp.domain.holding import Holding, Owner
from olapp.law.bars import deciding, notes, outside, seen
from olapp.law.holdings import offer_stands
from olapp.law.names import folded
from olapp.law.projection import as_declaration
from olapp.law.rule import Rule, Setting, by_weight, check
from olapp.law.rules import (
    all_rules,
    change,
    eligibility,
    licensing,
    rules_of,
    validity,
    withdrawal,
)
from olapp.law.rules import holding as standing

__all__ = [
    "Judgement",
    "Verdict",
    "as_declaration",
    "check_holding",
    "guard",
    "judge",
    "portfolio_rules",
]


class Verdict(StrEnum):
    """Whether a patent can be opened to licensees today."""

    ELIGIBLE = "eligible"
    AFTER = "after"
    """Once something is done that lies in the patentee's hand."""
    BARRED = "barred"
    UNKNOWN = "unknown"
    """A fact that decides is missing or stale."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, and the findings that decide it or should be weighed with it, heaviest first."""

    verdict: Verdict
    findings: tuple[Finding, ...] = ()


_MENDABLE = {
    eligibility.annual_fee_is_unpaid.code,
    eligibility.pledgee_has_not_consented.code,
    validity.report_is_missing.code,
    standing.right_waits_for_restoration.code,
    standing.source_calls_a_fee_late.code,
}
"""Rules of which the remedy lies in the patentee's hand."""


def judge(at: Setting, holding: Holding) -> Judgement:
    """Tell whether a holding may be opened to licensees on the day of the setting.

    What bars is told alone; else what is unknown, together with what would have to be done first
    and what should be weighed.
    """
    if closed := outside(at, holding):
        return Judgement(_verdict(closed), closed)
    declaration = seen(at, holding)
    found = tuple(deciding(at, holding, declaration))
    verdict = _verdict(found)
    if verdict is Verdict.BARRED:
        return Judgement(verdict, by_weight(filter(_bars, found)))
    return Judgement(verdict, by_weight((*found, *notes(at, declaration))))


def _verdict(found: tuple[Finding, ...]) -> Verdict:
    if any(map(_bars, found)):
        return Verdict.BARRED
    weights = {each.severity for each in found}
    if Severity.UNKNOWN in weights:
        return Verdict.UNKNOWN
    return Verdict.AFTER if Severity.ERROR in weights else Verdict.ELIGIBLE


def _bars(finding: Finding) -> bool:
    """Whether nothing the patentee could do today would open the patent."""
    if finding.severity is not Severity.ERROR:
        return False
    return finding.code not in _MENDABLE or finding.sentence == eligibility.LAPSED


def guard(at: Setting, before: Holding, after: Holding) -> tuple[Finding, ...]:
    """Give what a change newly breaks while a declaration on the patent stands.

    A new owner entered without a date has come today.
    """
    if not offer_stands(after, at.today):
        return ()
    rules = _guarding()
    known = [_told(each) for each in check(before, at, rules)]
    found = check(_dated(before, after, at.today), at, rules)
    return tuple(each for each in found if _told(each) not in known)


def _told(finding: Finding) -> tuple[str, str, object]:
    """What a finding says, wherever in a list it says it."""
    return finding.code, finding.sentence, finding.values


def _dated(before: Holding, after: Holding, today: date) -> Holding:
    had = {folded(owner.name) for owner in before.owners}
    if not had:
        return after

    def dated(owner: Owner) -> Owner:
        is_new = owner.since is None and folded(owner.name) not in had
        return replace(owner, since=today) if is_new else owner

    return replace(after, owners=tuple(map(dated, after.owners)))


@cache
def _guarding() -> tuple[Rule, ...]:
    """Give the rules on what must not be while a declaration stands."""
    return rules_of(withdrawal, change, licensing)


@cache
def portfolio_rules() -> tuple[Rule, ...]:
    """Give the rules that judge a holding, those apart that only say whether it can be opened."""
    apart = set(rules_of(standing))
    return tuple(rule for rule in all_rules() if rule.on is Holding and rule not in apart)


def check_holding(at: Setting, holding: Holding) -> tuple[Finding, ...]:
    """Run every rule on holdings; the heaviest findings first."""
    return check(holding, at, portfolio_rules())
