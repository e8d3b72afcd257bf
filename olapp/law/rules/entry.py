"""Rules on what was typed: entries nobody can read, signs nobody can see, texts beyond measure."""

import unicodedata
from collections.abc import Iterator

from olapp.domain.declaration import Declaration
from olapp.domain.finding import Severity
from olapp.domain.sentence import N_
from olapp.law.acts import tool
from olapp.law.entries import UNPRINTABLE, in_use, is_amount, is_rate, shortened
from olapp.law.prose import bound, filed_texts
from olapp.law.rule import Setting, Spot, rule

_MOST_NAMED = 5


@rule(
    "OL-ENT-01",
    "“{text}” cannot be read as a value of this field.",
    remedy=N_("Type it in another way; a date for example as 2026-11-23."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(tool(),),
)
def entry_is_unreadable(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """Text that is no value of its field is kept as it was typed, but cannot be filed.

    Amounts and rates have rules of their own, OL-FEE-04 and OL-FEE-07. Fields that do not count
    under the choices made are left alone.
    """
    for entry in d.unreadable:
        if not (is_amount(entry) or is_rate(entry)) and in_use(d, entry):
            yield Spot(entry.field, text=shortened(entry.text))


@rule(
    "OL-ENT-02",
    "This text holds signs that cannot be seen or printed: {signs}.",
    remedy=N_("Delete them, or type the text anew; they often come along with copied text."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(tool(),),
)
def sign_is_unprintable(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """What is filed has to say what it seems to say.

    Control characters, marks that turn the direction of writing, invisible signs, the replacement
    character, noncharacters, lone surrogates and private-use characters (which each computer draws
    otherwise) are named by their code points. Tabs and line ends are in order.
    """
    for field, text in filed_texts(d):
        if found := dict.fromkeys(UNPRINTABLE.findall(text[: bound(field)])):
            yield Spot(field, signs=tuple(map(_named, list(found)[:_MOST_NAMED])))


def _named(sign: str) -> str:
    name = unicodedata.name(sign, "")
    return f"U+{ord(sign):04X} {name}".strip()


@rule(
    "OL-ENT-03",
    "The text beginning “{text}” has {count} characters, more than the {most} that fit here.",
    remedy=N_("Shorten it, and put the rest into an enclosure."),
    severity=Severity.ERROR,
    on=Declaration,
    sources=(tool(),),
)
def text_is_too_long(d: Declaration, _at: Setting) -> Iterator[Spot]:
    """Longer than any real text of its kind: 200 characters for a name, 500 for a line, 20,000.

    An error and no warning, since the rules on wording read no further than that: what comes
    behind is unread, and must not pass for sound.
    """
    for field, text in filed_texts(d):
        if len(text) > bound(field):
            yield Spot(field, text=shortened(text), count=len(text), most=bound(field))
