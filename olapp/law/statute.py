"""The law as a whole, ready to be asked: acts by day, the calendar, the word lists."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from olapp.law.instrument import Instrument, Parameter, shipped_instruments
from olapp.law.wordlist import WordList
from olapp.law.words import shipped_words, words_from
from olapp.law.workdays import Workdays, shipped_workdays


@dataclass(frozen=True, slots=True, eq=False)
class Law:
    """All acts we know, the working-day calendar, and the word lists.

    Compared by identity, so that what is worked out from it can be kept beside it.
    """

    instruments: tuple[Instrument, ...]
    workdays: Workdays
    words: Mapping[str, WordList]

    def parameter(self, key: str, day: date) -> Parameter:
        """Give a parameter as the newest act in force on a day sets it; KeyError when none does."""
        found = self.set_in(self.edition(day), key)
        if found is None:
            raise KeyError(f"{key} on {day}")
        return found

    def first(self, key: str, day: date) -> Parameter:
        """Give a parameter as set on a day, or as the first act we know of set it after that.

        KeyError when no act does.
        """
        found = self.set_in(self.edition(day), key)
        setting = (act.parameters[key] for act in self.instruments if key in act.parameters)
        found = found or next(setting, None)
        if found is None:
            raise KeyError(key)
        return found

    def edition(self, day: date) -> int:
        """Number the states of the law: while the number is the same, every parameter is."""
        return bisect_right(_changes(self), day)

    def set_in(self, edition: int, key: str) -> Parameter | None:
        """Give a parameter in an edition of the law; None when no act sets it."""
        return _in_force(self, key, edition)


@lru_cache(maxsize=16)
def _changes(law: Law) -> tuple[date, ...]:
    days = {act.effective for act in law.instruments}
    days.update(act.until for act in law.instruments if act.until is not None)
    return tuple(sorted(days))


@lru_cache(maxsize=4096)
def _in_force(law: Law, key: str, edition: int) -> Parameter | None:
    day = _changes(law)[edition - 1] if edition else date.min
    for act in reversed(law.instruments):
        if key in act.parameters and act.in_force_on(day):
            return act.parameters[key]
    return None


def shipped_law(own_words: Path | None = None) -> Law:
    """Give the law as it ships with the program, with a person's own word lists laid over.

    ValueError names the file and the key of a list that is broken.
    """
    words = words_from(own_words) if own_words is not None else shipped_words()
    return Law(shipped_instruments(), shipped_workdays(), words)
