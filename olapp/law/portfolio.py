"""The portfolio before the law: whether a holding may be opened, and what a change would break."""

from dataclasses import dataclass
from enum import StrEnum

from olapp.domain.finding import Finding
from olapp.domain.holding import Holding
from olapp.law.projection import as_declaration
from olapp.law.rule import Rule, Setting, check
from olapp.law.rules import all_rules

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


def judge(at: Setting, holding: Holding) -> Judgement:
    """Tell whether a holding may be opened to licensees on the day of the setting."""
    return Judgement(Verdict.UNKNOWN)


def guard(at: Setting, before: Holding, after: Holding) -> tuple[Finding, ...]:
    """Give what a change newly breaks while a declaration on the patent stands."""
    known = {(each.code, each.field) for each in check_holding(at, before)}
    return tuple(each for each in check_holding(at, after) if (each.code, each.field) not in known)


def portfolio_rules() -> tuple[Rule, ...]:
    """Give the rules that judge a holding."""
    return tuple(rule for rule in all_rules() if rule.on is Holding)


def check_holding(at: Setting, holding: Holding) -> tuple[Finding, ...]:
    """Run every rule on holdings; the heaviest findings first."""
    return check(holding, at, portfolio_rules())
