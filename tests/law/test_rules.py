"""Every rule, held against its cases, its Chinese, and the table of the law."""

import csv
import gettext
import json
import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po

from olapp.codec import decode
from olapp.domain.declaration import Declaration
from olapp.domain.finding import Finding, Severity
from olapp.domain.holding import Holding
from olapp.domain.printed import PrintedPack
from olapp.domain.sentence import Sentence
from olapp.i18n import Language
from olapp.law.rule import Rule, Setting, Spot, Unsure, check
from olapp.law.rules import all_rules
from olapp.law.rules.page import page
from olapp.law.statute import Law, shipped_law

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CATALOGUE = ROOT / "resources" / "locale" / "zh" / "LC_MESSAGES" / "law.po"
NOT_A_DOCUMENT = {"today", "like", "set", "clear"}
GROUPS = {"ELIG": 18, "NUM": 13, "PTY": 21, "AGT": 8, "TERM": 7, "FEE": 19, "TXT": 8}
GROUPS |= {"UND": 3, "SIG": 4, "PRT": 7, "FIL": 4, "WDR": 8, "CHG": 6, "LIC": 6, "REC": 6}
OF_HOLDINGS = {"AF": 13, "ER": 6, "TR": 2, "DQ": 4}
OWN = {f"OL-ENT-{n:02}" for n in range(1, 5)} | {f"OL-HLD-{n:02}" for n in range(1, 8)} | {"DQ-05"}
"""Rules on what was typed and on what a portfolio holds, which no table of the law has."""
NOT_BUILT = {f"OL-WDR-{n:02}" for n in (2, 3, 4, 5)} | {f"OL-LIC-{n:02}" for n in (2, 4, 5)}
NOT_BUILT |= {"OL-CHG-06", "OL-REC-02", "OL-REC-03", "DQ-02"}
"""Rules on papers that are not built yet, and on facts that nothing records."""
CODES = {f"OL-{group}-{n:02}" for group, most in GROUPS.items() for n in range(1, most + 1)}
CODES |= {f"{group}-{n:02}" for group, most in OF_HOLDINGS.items() for n in range(1, most + 1)}
CODES -= NOT_BUILT
KINDS: dict[str, type] = {"pack": PrintedPack, "holding": Holding}
"""Documents other than declarations, by the word a case has for them."""
RULES = {rule.code: rule for rule in all_rules()}


@dataclass(frozen=True)
class Case:
    """One case: a rule, the document and setting it is asked about, and what it must say."""

    code: str
    name: str
    fails: bool
    document: object
    setting: Setting
    at: tuple[str, ...] | None = None
    severity: Severity | None = None
    says: str = ""

    def holds(self, rule: Rule) -> bool:
        """Whether a rule says exactly what this case wants of it."""
        found = check(self.document, self.setting, [rule])
        if not self.fails:
            return not found
        fields = sorted(finding.field for finding in found)
        weight = self.severity or rule.severity
        return (
            bool(found)
            and (self.at is None or fields == sorted(self.at))
            and all(finding.severity is weight for finding in found)
            and all(self.says in in_words(finding) for finding in found)
        )

    def __str__(self) -> str:
        return f"{self.code} {'fails' if self.fails else 'passes'}: {self.name}"


def in_words(finding: Finding) -> str:
    """Sentence and remedy of a finding in English."""
    texts = (finding.sentence, finding.remedy)
    return " ".join(str(Sentence(text, finding.values)) for text in texts)


@cache
def law() -> Law:
    return shipped_law()


def plain(value: Any) -> Any:
    """TOML to the JSON of a file: a date is its text; text and times make a long text."""
    if isinstance(value, dict) and set(value) == {"text", "times"}:
        return str(value["text"]) * int(value["times"])
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def step(document: Any, path: str) -> tuple[Any, Any]:
    """The container and key a dotted path ends in; objects on the way are made."""
    *way, last = path.split(".")
    for name in way:
        document = (
            document[int(name)] if isinstance(document, list) else document.setdefault(name, {})
        )
    return document, int(last) if isinstance(document, list) else last


def change(document: Any, clear: list[str], values: Mapping[str, Any]) -> Any:
    document = json.loads(json.dumps(document))
    for path in clear:
        holder, key = step(document, path)
        assert isinstance(key, int) or key in holder, f"{path} is empty already"
        del holder[key]
    for path, value in values.items():
        *parents, last = path.split(".")
        if last == "0" and parents:
            holder, key = step(document, ".".join(parents))
            holder.setdefault(key, [])
        holder, key = step(document, path)
        if isinstance(key, int) and key == len(holder):
            holder.append(plain(value))
        else:
            holder[key] = plain(value)
    return document


@cache
def bases() -> dict[str, Any]:
    return tomllib.loads((HERE / "cases" / "bases.toml").read_text(encoding="utf-8"))


@cache
def base(kind: str, name: str) -> tuple[date, str]:
    """The day and the JSON of a base."""
    table = bases()[kind][name] if kind in KINDS else bases()[name]
    own = plain({key: value for key, value in table.items() if key not in NOT_A_DOCUMENT})
    today = table.get("today")
    if "like" in table:
        day, text = base(kind, table["like"])
        own = change(json.loads(text), table.get("clear", []), table.get("set", {}))
        today = today or day
    return today, json.dumps(own)


def document_of(kind: str, text: str) -> object:
    return decode(KINDS.get(kind, Declaration), text)


def read_case(code: str, fails: bool, table: Mapping[str, Any]) -> Case:
    kind = table.get("on", "declaration")
    day, text = base(kind, table.get("base", "sound" if kind in KINDS else "invention"))
    changed = change(json.loads(text), table.get("clear", []), table.get("set", {}))
    setting = Setting(law(), table.get("today", day), frozenset(table.get("other_numbers", ())))
    severity = Severity(table["severity"]) if "severity" in table else None
    at = tuple(table["at"]) if "at" in table else None
    document = document_of(kind, json.dumps(changed))
    says = table.get("says", "")
    return Case(code, table["name"], fails, document, setting, at, severity, says)


def read_cases() -> Iterator[Case]:
    for path in sorted((HERE / "cases").glob("*.toml")):
        if path.name == "bases.toml":
            continue
        for code, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for kind in ("fails", "passes"):
                for entry in table.get(kind, []):
                    yield read_case(code, kind == "fails", entry)


CASES = list(read_cases())


def cases_of(code: str, *, fails: bool) -> list[Case]:
    return [case for case in CASES if case.code == code and case.fails is fails]


@cache
def chinese() -> dict[str, str]:
    with CATALOGUE.open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file) if m.id and m.string}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def silent(_document: object, _at: Setting) -> Iterator[Spot | Unsure]:
    return iter(())


def garrulous(_document: object, _at: Setting) -> Iterator[Spot | Unsure]:
    yield Spot("")


def base_names() -> list[tuple[str, str]]:
    names = [("declaration", name) for name in bases() if name not in KINDS]
    return names + [(kind, name) for kind in KINDS for name in bases()[kind]]


def test_there_is_a_rule_for_every_code_of_the_groups_and_no_other() -> None:
    assert sorted(rule.code for rule in all_rules()) == sorted(CODES | OWN)


def test_no_case_speaks_of_a_rule_that_does_not_exist() -> None:
    assert {case.code for case in CASES} <= set(RULES)


@pytest.mark.parametrize("code", sorted(RULES))
def test_each_rule_has_a_failing_and_a_passing_case(code: str) -> None:
    assert cases_of(code, fails=True)
    assert cases_of(code, fails=False)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_rule_says_what_the_case_wants(case: Case) -> None:
    found = list(RULES[case.code](case.document, case.setting))
    told = [
        (finding.severity.value, finding.field, str(Sentence(finding.sentence, finding.values)))
        for finding in found
    ]
    assert case.holds(RULES[case.code]), told


@pytest.mark.parametrize("code", sorted(RULES))
def test_without_its_body_a_rule_is_missed(code: str) -> None:
    emptied = replace(RULES[code], body=silent)
    assert not any(case.holds(emptied) for case in cases_of(code, fails=True))


@pytest.mark.parametrize("code", sorted(set(RULES) - {"OL-FIL-01"}))
def test_a_rule_that_always_speaks_is_noticed(code: str) -> None:
    shouting = replace(RULES[code], body=garrulous)
    passes = cases_of(code, fails=False)
    assert passes
    assert not any(case.holds(shouting) for case in passes)


@pytest.mark.parametrize(("kind", "name"), base_names())
def test_a_sound_document_raises_nothing_but_information(kind: str, name: str) -> None:
    day, text = base(kind, name)
    found = check(document_of(kind, text), Setting(law(), day), all_rules())
    heavy = [finding for finding in found if finding.severity is not Severity.INFO]
    assert [(finding.code, finding.field) for finding in heavy] == []


@pytest.mark.parametrize("code", sorted(RULES))
def test_each_rule_says_its_law_in_plain_words(code: str) -> None:
    rule = RULES[code]
    assert rule.sources
    assert rule.sentence
    assert rule.remedy
    assert len(rule.body.__doc__ or "") > 20


def said(finding: Finding) -> Iterator[str]:
    """Every msgid a finding shows."""
    yield finding.sentence
    yield finding.remedy
    for source in finding.sources:
        yield from (source.title, source.place)
    for value in finding.values.values():
        if isinstance(value, Sentence):
            yield value.text


@pytest.mark.parametrize("case", [case for case in CASES if case.fails], ids=str)
def test_all_that_a_finding_says_is_there_in_chinese(case: Case) -> None:
    for finding in RULES[case.code](case.document, case.setting):
        assert places(finding.sentence) <= set(finding.values)
        assert places(finding.remedy) <= set(finding.values)
        for text in said(finding):
            if text and text != "{at}":
                assert text in chinese(), f"no Chinese for {text!r}"
                assert places(chinese()[text]) == places(text)


class Words(gettext.NullTranslations):
    """The catalogue of the law, read from its source."""

    def gettext(self, message: str) -> str:
        return chinese().get(message, message)


@pytest.mark.parametrize("case", [case for case in CASES if case.fails], ids=str)
def test_a_finding_can_be_said_in_both_languages(case: Case) -> None:
    for finding in RULES[case.code](case.document, case.setting):
        for language in (Language("en", gettext.NullTranslations()), Language("zh", Words())):
            remedy = language(finding.remedy, **finding.values)
            citations = [language.citation(source) for source in finding.sources]
            for text in (language.finding(finding), remedy, *citations):
                assert text
                assert "{" not in text


@pytest.mark.parametrize("code", sorted(RULES))
def test_what_rests_on_unconfirmed_ground_never_blocks(code: str) -> None:
    assert RULES[code].is_confirmed or RULES[code].severity is not Severity.ERROR


def test_the_rules_weigh_as_the_table_of_the_law_has_it(shared: Path) -> None:
    with (shared / "domain" / "tables" / "rules.csv").open(encoding="utf-8") as file:
        rows = {row["rule_id"]: row for row in csv.DictReader(file)}
    assert set(rows) >= CODES
    for code in CODES:
        rule = RULES[code]
        confirmed = rows[code]["source_confirmed"] == "yes"
        capped = not confirmed and rows[code]["severity"] == "error"
        assert rule.severity == ("warning" if capped else rows[code]["severity"]), code
        assert rule.is_confirmed is confirmed, code


def test_the_page_of_the_rules_is_up_to_date() -> None:
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == page(all_rules(), chinese()), "write it anew as olapp/law/rules/page.py says"
