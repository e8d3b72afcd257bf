"""The law as a whole, ready to be asked: acts by day, the calendar, the word lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
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
        for act in reversed(self.instruments):
            if key in act.parameters and act.in_force_on(day):
                return act.parameters[key]
        raise KeyError(f"{key} on {day}")


def shipped_law(own_words: Path | None = None) -> Law:
    """Give the law as it ships with the program, with a person's own word lists laid over.

    ValueError names the file and the key of a list that is broken.
    """
    words = words_from(own_words) if own_words is not None else shipped_words()
    return Law(shipped_instruments(), shipped_workdays(), words)
