"""Reading numbers as they are found in the wild: what a text is, before asking whether it is right.

>>> read("CN201010596747XA")
Reading(form=<NumberForm.APPLICATION: 'application'>, number='201010596747X', check_given=True)
>>> read("CN201711214252A").number
'2017112142524'
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from olapp.domain.numbers import patent, publication


class NumberForm(StrEnum):
    """What a text turned out to be."""

    APPLICATION = "application"
    PUBLICATION = "publication"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Reading:
    """A number found in a text: its form, its compact value, and whether its check digit was there.

    A check digit that was not given is computed: it proves nothing.
    """

    form: NumberForm
    number: str = ""
    check_given: bool = False


_DOTTED = re.compile(r"(?:ZL|CN)?([0-9]{12}|[0-9]{8})\.([0-9X])(?:[A-Z][0-9]?|[0-9]{8}[A-Z]{2})?")
_RUN_ON = re.compile(r"(?:ZL|CN)?([0-9]{12}|[0-9]{8})([0-9X])[A-Z]?")
_BARE = re.compile(r"(?:ZL|CN)?([0-9]{4}[12389][0-9]{7}|8[5-8][123][0-9]{5})[A-Z]?")
_NEITHER = Reading(NumberForm.NEITHER)


def read(text: str) -> Reading:
    """Tell what a text is; a number that fails its own check is NEITHER, never corrected."""
    plain = publication.compact(text)
    if publication.is_valid(plain) and not _is_old_application(plain):
        return Reading(NumberForm.PUBLICATION, plain)
    for shape in (_DOTTED, _RUN_ON):
        match = shape.fullmatch(plain)
        if match and patent.is_valid(match[1] + match[2]):
            return Reading(NumberForm.APPLICATION, match[1] + match[2], check_given=True)
    match = _BARE.fullmatch(plain)
    if match:
        whole = match[1] + patent.calc_check_digit(match[1])
        if patent.is_valid(whole):
            return Reading(NumberForm.APPLICATION, whole)
    return _NEITHER


def _is_old_application(plain: str) -> bool:
    """Whether what has the shape of a nine-digit publication number is ``CN031234569A``.

    Series of publication numbers begin with 1, 2 or 3; the years of old numbers do not.
    """
    return not publication.first_digit_fits(plain) and patent.is_valid(plain[2:11])
