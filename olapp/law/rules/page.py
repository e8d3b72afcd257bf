"""The page of all rules: ``python -m olapp.law.rules.page CATALOGUE.mo > docs/rules.md``."""

import gettext
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from olapp.domain.finding import Source
from olapp.law.rule import Rule
from olapp.law.rules import all_rules

_GROUPS = {
    "ELIG": "Eligibility",
    "NUM": "Patent data",
    "PTY": "Parties",
    "AGT": "Agency",
    "TERM": "Period",
    "FEE": "Fee",
    "TXT": "Text",
    "UND": "Undertakings",
    "SIG": "Signatures",
    "PRT": "Printed pages",
    "FIL": "Filing",
    "ENT": "Entries",
    "HLD": "Holdings",
    "WDR": "Withdrawal",
    "CHG": "Changes",
    "LIC": "Licences",
    "REC": "Recordal",
    "AF": "Annual fees",
    "ER": "Evaluation report",
    "TR": "Trial",
    "DQ": "Quality of facts",
}
_HEAD = """# Rules

What olapp checks, as the code has it: this page is written from the rules and compared with them
in a test. To write it anew, compile the catalogues and run

    python -m olapp.law.rules.page resources/locale/zh/LC_MESSAGES/law.mo > docs/rules.md

An **error** stands in the way of filing (the pack is printed all the same, and says so), a
**warning** wants to be looked at, **info** is worth knowing. A fact that is missing or stale is
told as **unknown**, whatever the weight of its rule. A rule on unconfirmed ground may warn, never
block. None of this is legal advice.
"""


def page(rules: Iterable[Rule], chinese: Mapping[str, str]) -> str:
    """Write all rules as Markdown, by group; ``chinese`` maps English msgids to Chinese."""
    ordered = sorted(rules, key=lambda rule: (list(_GROUPS).index(_group(rule)), rule.code))
    groups = groupby(ordered, key=_group)
    return _HEAD + "".join(
        f"\n## {_GROUPS[key]}\n{''.join(_entry(rule, chinese) for rule in group)}"
        for key, group in groups
    )


def _group(rule: Rule) -> str:
    return rule.code.removeprefix("OL-").split("-")[0]


def _entry(rule: Rule, chinese: Mapping[str, str]) -> str:
    ground = "" if rule.is_confirmed else ", unconfirmed"
    law = " ".join((rule.body.__doc__ or "").split())
    return f"\n### {rule.code} ({rule.severity}{ground})\n\n{law}\n\n" + "".join(
        f"- {line}\n" for line in _lines(rule, chinese)
    )


def _lines(rule: Rule, chinese: Mapping[str, str]) -> Iterator[str]:
    for text in (rule.sentence, rule.remedy):
        yield text
        yield chinese.get(text, text)
    yield "; ".join(_citation(source) for source in rule.sources)


def _citation(source: Source) -> str:
    return str(source) if source.confidence.may_block else f"{source} (unconfirmed)"


def main(catalogue: Path) -> None:
    """Write the page to standard output, with the Chinese of a compiled catalogue."""
    with catalogue.open("rb") as file:
        words = gettext.GNUTranslations(file)
    rules = all_rules()
    texts = {text for rule in rules for text in (rule.sentence, rule.remedy)}
    sys.stdout.write(page(rules, {text: words.gettext(text) for text in texts}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
