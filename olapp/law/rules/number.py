"""Whether the patent number of box 1 (专利号) is there, right, and the only one."""

import re
import unicodedata
from collections.abc import Iterator

from stdnum.exceptions import ValidationError

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Severity
from olapp.domain.numbers import patent as numbers
from olapp.domain.patent import PatentKind
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import (
    guidelines_five,
    number_format,
    questions,
    regulations,
    tool,
)
from olapp.law.entries import blank, line, shortened
from olapp.law.rule import Setting, Spot, Unsure, rule

_BETWEEN_NUMBERS = re.compile(r"[、,;/|\n\r和及与]+")
_NUMBER = re.compile(r"(?:\d{12}|\d{8})\.?[0-9X]", re.ASCII)
_DIGITS_OF_A_NUMBER = 8
KIND_DIGITS = {
    PatentKind.INVENTION: "18",
    PatentKind.UTILITY_MODEL: "29",
    PatentKind.DESIGN: "3",
}
KIND_WORDS = {
    PatentKind.INVENTION: N_("invention"),
    PatentKind.UTILITY_MODEL: N_("utility model"),
    PatentKind.DESIGN: N_("design"),
}
_YEAR_AHEAD = N_("The year in {number} is still to come: today is {today}.")
_SEE_THE_YEAR = N_(
    "Compare the number with the certificate; and see whether the day set on this computer, or "
    "asked for, is right."
)


def _is_several(text: str) -> bool:
    """Whether two numbers stand in a text, apart or run together."""
    parts = _BETWEEN_NUMBERS.split(unicodedata.normalize("NFKC", text))
    whole = [part for part in parts if sum(map(str.isdigit, part)) >= _DIGITS_OF_A_NUMBER]
    return len(whole) > 1 or len(_NUMBER.findall(numbers.folded(text))) > 1


def _shape(text: str, at: Setting) -> str | None:
    """Give the compact number when it has one of the two shapes and its year has come."""
    number = _timeless(text)
    return number if number and numbers.year(number) <= at.today.year else None


def _timeless(text: str) -> str | None:
    """Give the compact number when it has one of the two shapes, in whatever year."""
    try:
        number = numbers.compact(text)
        numbers.validate(number[:-1] + numbers.calc_check_digit(number[:-1]))
    except ValidationError:
        return None
    return number if number.isascii() else None


def is_one_number(text: str | None, at: Setting) -> bool:
    """Whether a text is a single number of the right shape, whatever its check digit."""
    return not _is_several(line(text)) and _shape(line(text), at) is not None


def _right_number(d: Declaration, at: Setting) -> str | None:
    """Give the compact number when it is one that can exist, else None."""
    number = _shape(line(d.patent.number), at)
    return number if number and numbers.is_valid(number) else None


@rule(
    "OL-NUM-01",
    "The patent number is empty.",
    remedy=N_("Enter the patent number, as on the certificate."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("85.2(1)"),),
)
def number_is_empty(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """A declaration states the patent number."""
    if blank(d.patent.number):
        yield Spot("patent.number")


@rule(
    "OL-NUM-02",
    "“{number}” does not have the shape of a patent number.",
    remedy=N_(
        "Write ZL, four digits for the year, the kind, seven digits, a dot and the check "
        "digit; before October 2003 two digits for the year and five after the kind."
    ),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(number_format(),),
)
def number_is_malformed(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """A number has 8 digits and a check digit up to 2003, 12 and a check digit since 2003.

    Its kind digit is 1, 2, 3, 8 or 9, and its year is not ahead of us. ZL, CN, the dot and blanks
    do not matter.
    """
    text = line(d.patent.number)
    if not blank(text) and not _is_several(text) and _shape(text, at) is None:
        texts = (_YEAR_AHEAD, _SEE_THE_YEAR) if _timeless(text) else ("", "")
        yield Spot("patent.number", *texts, number=shortened(text), today=at.today)


@rule(
    "OL-NUM-03",
    "The check digit of {number} does not fit; these digits would end in {check}.",
    remedy=N_("Compare every digit with the certificate or the register."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(number_format(),),
)
def check_digit_is_wrong(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """The digits weighed 2 to 9 over and over, summed modulo 11, give the check digit; 10 is X."""
    text = line(d.patent.number)
    number = None if _is_several(text) else _shape(text, at)
    if number is not None and numbers.calc_check_digit(number[:-1]) != number[-1]:
        check = numbers.calc_check_digit(number[:-1])
        yield Spot("patent.number", number=numbers.format(number), check=check)


@rule(
    "OL-NUM-04",
    "The number {number} does not belong to the kind chosen ({kind}).",
    remedy=N_(
        "Choose the kind that the number shows: 1 or 8 invention, 2 or 9 utility model, 3 design."
    ),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(number_format(),),
)
def kind_digit_differs(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """The digit behind the year tells the kind. A number that is wrong itself tells nothing."""
    number, kind = _right_number(d, at), d.patent.kind
    if number and kind and numbers.kind_digit(number) not in KIND_DIGITS[kind]:
        yield Spot("patent.kind", number=numbers.format(number), kind=Sentence(KIND_WORDS[kind]))


@rule(
    "OL-NUM-05",
    "More than one patent number is entered: “{number}”.",
    remedy=N_("File one declaration for each patent; duplicate this one as a template."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(questions("3"), guidelines_five("1", "5.3")),
)
def several_numbers(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """One declaration is about one patent."""
    text = line(d.patent.number)
    if _is_several(text):
        yield Spot("patent.number", number=shortened(text))


@rule(
    "OL-NUM-06",
    "The number was given in {year}, but the filing date is {filed}.",
    remedy=N_("Check the filing date; for a divisional application say that it is one."),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(number_format(),),
)
def filing_year_differs(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """Number and filing date have one year, PCT entries (kind digits 8 and 9) apart.

    A divisional application keeps the old filing date: its number may be younger, never older.
    """
    number, filed = _right_number(d, at), d.patent.filed_on
    if number is None or filed is None or numbers.kind_digit(number) not in "123":
        return
    year = numbers.year(number)
    is_fine = year >= filed.year if d.patent.is_divisional else year == filed.year
    if not is_fine:
        yield Spot("patent.filed_on", year=year, filed=filed)


@rule(
    "OL-NUM-08",
    "There is another declaration for {number}.",
    remedy=N_("Go on with the one that exists, or delete one of them."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(tool(),),
)
def number_is_there_twice(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """One patent stands once on a desk, however its number is written."""
    number = _right_number(d, at)
    if number in at.other_numbers:
        yield Spot("patent.number", number=numbers.format(number or ""))
