"""Whether class, title, dates and publication number in box 1 (专利信息) can be right."""

import re
from collections.abc import Iterator

from olapp.domain.dates import day_before
from olapp.domain.declaration import Declaration
from olapp.domain.finding import Severity
from olapp.domain.numbers import publication
from olapp.domain.numbers.patent import folded
from olapp.domain.patent import PatentKind
from olapp.domain.sentence import N_, Sentence
from olapp.law.acts import (
    guidelines,
    guidelines_five,
    guidelines_one,
    interim_measures,
    patent_law,
    regulations,
    tool,
    unconfirmed,
)
from olapp.law.entries import blank, line, shortened
from olapp.law.rule import Setting, Spot, Unsure, rule
from olapp.law.rules.number import KIND_WORDS
from olapp.law.term import expiry

GRANT_LETTERS = {
    PatentKind.INVENTION: "BC",
    PatentKind.UTILITY_MODEL: "UY",
    PatentKind.DESIGN: "SD",
}
_IPC = re.compile(r"[A-H]\d{2}[A-Z]\d{1,4}/\d{2,6}(?:\(\d{4}\.\d{2}\))?", re.ASCII)
_LOCARNO = re.compile(r"(?:LOC\(\d{1,2}\)(?:CL)?\.?)?\d{2}-\d{2}", re.ASCII)
_CLASSES = {
    PatentKind.INVENTION: (_IPC,),
    PatentKind.UTILITY_MODEL: (_IPC,),
    PatentKind.DESIGN: (_LOCARNO,),
    None: (_IPC, _LOCARNO),
}


@rule(
    "OL-NUM-07",
    "Publication number “{number}” does not fit the grant of this kind: {kind}.",
    remedy=N_(
        "Copy the publication number of the grant from the certificate: CN, digits that begin "
        "with 1, 2 or 3 by kind, and B, U or S."
    ),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(
        guidelines_five("8", "2.2"),
        unconfirmed(N_("Digit series of publication numbers")),
    ),
)
def publication_number_differs(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """Letter and first digit tell the kind: B with 1, U with 2, S with 3; older grants C, Y, D.

    A is the letter of an application as published, not of a grant.
    """
    number, kind = line(d.patent.publication_number), d.patent.kind
    if not blank(number) and kind is not None and not _fits(number, kind):
        kind_word = Sentence(KIND_WORDS[kind])
        yield Spot("patent.publication_number", number=shortened(number), kind=kind_word)


def _fits(number: str, kind: PatentKind) -> bool:
    if not publication.is_valid(number):
        return False
    return publication.letter(number) in GRANT_LETTERS[kind] and publication.first_digit_fits(
        number
    )


@rule(
    "OL-NUM-09",
    "The grant date {granted} is not after the filing date {filed}.",
    remedy=N_("Check both dates against the certificate."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(tool(),),
)
def grant_is_not_after_filing(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """No patent is granted on or before the day it is filed."""
    granted, filed = d.patent.granted_on, d.patent.filed_on
    if granted is not None and filed is not None and granted <= filed:
        yield Spot("patent.granted_on", granted=granted, filed=filed)


@rule(
    "OL-NUM-10",
    "The main class “{typed}” does not have the shape of one.",
    remedy=N_(
        "Copy it from the publication of the grant: like G01N33/18 for inventions and utility "
        "models, like 26-05 for designs."
    ),
    severity=Severity.WARNING,
    on=Declaration,
    sources=(
        guidelines("5"),
        unconfirmed(N_("Shapes of IPC and Locarno classes")),
    ),
)
def main_class_is_malformed(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """The gazette shows the main class: IPC, or Locarno for designs."""
    text = line(d.patent.main_class)
    if blank(text):
        yield Spot("patent.main_class", N_("The main class is not filled in."))
    elif not any(shape.fullmatch(folded(text)) for shape in _CLASSES[d.patent.kind]):
        yield Spot("patent.main_class", typed=shortened(text.strip()))


@rule(
    "OL-NUM-11",
    "The title is empty.",
    remedy=N_("Enter the title of the patent, as on the certificate."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(regulations("147.2"), guidelines("5")),
)
def title_is_empty(d: Declaration, _at: Setting) -> Iterator[Spot | Unsure]:
    """Papers name the patent by number and title; the gazette shows the title."""
    if blank(d.patent.title):
        yield Spot("patent.title")


@rule(
    "OL-NUM-12",
    "The title has {count} characters; a title has at most {most}.",
    remedy=N_("Compare the title with the register."),
    severity=Severity.INFO,
    on=Declaration,
    sources=(guidelines_one("4.1.1"),),
)
def title_is_long(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """A title has up to 60 characters, the sixtieth included; blanks at its ends do not count."""
    count = len((d.patent.title or "").strip())
    most = at.limit("title.characters")
    if most is not None and count > most:
        yield Spot("patent.title", count=count, most=most)


@rule(
    "OL-NUM-13",
    "The expiry date {stated} is wrong: this right expires on {expiry}.",
    remedy=N_(
        "Count from the filing date: inventions 20 years, utility models 10, designs filed up "
        "to 31 May 2021 10 and later ones 15; enter a compensated term where it is asked."
    ),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(patent_law("42"), interim_measures("10")),
)
def stated_expiry_is_wrong(d: Declaration, at: Setting) -> Iterator[Spot | Unsure]:
    """Designs filed up to 31 May 2021 last 10 years, later ones 15 (Announcement 423, Art. 10).

    The other kinds are held to their terms likewise. The last protected day, one day earlier, is
    taken for the expiry date too, since extracts show either.
    """
    stated = d.patent.believed_expiry
    end = expiry(at.law, d.patent)
    if stated is not None and end is not None and stated not in {end, day_before(end)}:
        yield Spot("patent.believed_expiry", stated=stated, expiry=end)
