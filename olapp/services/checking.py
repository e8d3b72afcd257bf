"""Checking: every rule on a declaration, and every character that no font can draw."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Finding
from olapp.domain.paths import texts
from olapp.domain.printed import MissingGlyph, PrintedPack
from olapp.law.rule import Rule, Setting, by_weight, check
from olapp.law.rules import all_rules
from olapp.law.statute import Law

NO_NUMBERS: frozenset[str] = frozenset()
Uncovered = Callable[[str], tuple[str, ...]]
"""Gives the characters of a text that no font at hand has."""


@dataclass(frozen=True, slots=True)
class Checking:
    """The check as the desk runs it: the law, the day, the fonts."""

    law: Law
    today: Callable[[], date]
    uncovered: Uncovered
    rules: tuple[Rule, ...]

    def check(
        self, document: Declaration, other_numbers: frozenset[str] = NO_NUMBERS
    ) -> tuple[Finding, ...]:
        """Give all findings at once, the heaviest first. May run on any thread."""
        at = Setting(self.law, self.today(), other_numbers)
        unprinted = PrintedPack(missing=tuple(self._missing(document)))
        return by_weight(check(document, at, self.rules) + check(unprinted, at, self.rules))

    def check_printed(self, printed: PrintedPack) -> tuple[Finding, ...]:
        """Judge the pages of a pack as they were drawn."""
        return check(printed, Setting(self.law, self.today()), self.rules)

    @property
    def fingerprint(self) -> str:
        """SHA-256 over codes, weights and sentences of the rules: which rule set this is."""
        lines = (f"{each.code} {each.severity} {each.sentence}\n" for each in self.rules)
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    def _missing(self, document: Declaration) -> Iterator[MissingGlyph]:
        for path, text in texts(document):
            if not path.startswith("unreadable."):
                for character in self.uncovered(text):
                    yield MissingGlyph(character=character, field=path)


def checking_with(law: Law, today: Callable[[], date], uncovered: Uncovered) -> Checking:
    """Make the check with all rules."""
    return Checking(law, today, uncovered, all_rules())
