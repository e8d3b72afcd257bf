"""What a person typed: whether a field is blank, holds unreadable text, or is out of use."""

import re
import unicodedata

from olapp.domain.declaration import Declaration, PeriodMode, Unreadable
from olapp.law import tariff
from olapp.law.prose import LONGEST_LINE

_AMOUNT = re.compile(
    rf"fee\.(?:{'|'.join(tariff.SINGLE_AMOUNTS)}"
    r"|instalments\.\d+\.amount|steps\.\d+\.(?:over|up_to))"
)
_RATE = re.compile(r"fee\.(?:rate|steps\.\d+\.rate)")
_OUT_OF_USE = {PeriodMode.YEARS: "period.end", PeriodMode.FIXED_END: "period.years"}
_SHOWN = 60

_NON_CHARACTERS = "".join(f"\\U{plane:04x}fffe-\\U{plane:04x}ffff" for plane in range(17))
UNPRINTABLE = re.compile(
    "["
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control, but tab and line ends
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction
    r"\u00ad\u180e\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffc"  # invisible
    r"\ufffd\ufdd0-\ufdef"  # replacement, noncharacters
    rf"{_NON_CHARACTERS}"
    r"\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e007f"  # surrogates, private use, tags
    r"\U000f0000-\U000ffffd\U00100000-\U0010fffd"  # private use
    "]"
)
"""Signs that cannot be seen, or that each computer draws otherwise."""


def spelt(text: str) -> str:
    """Give a text with its unprintable signs named by their code points, as [U+202E]."""
    return UNPRINTABLE.sub(lambda sign: f"[U+{ord(sign[0]):04X}]", text)


def blank(text: str | None) -> bool:
    """Whether nothing is written: None, or white space only."""
    return text is None or not text.strip()


def line(text: str | None) -> str:
    """Give the part of a one-line entry that rules look at, empty for none."""
    return (text or "")[:LONGEST_LINE]


def narrow(text: str | None) -> str:
    """Give a one-line entry half-width, without blanks at its ends."""
    return unicodedata.normalize("NFKC", line(text)).strip()


def shortened(text: str) -> str:
    """Give the beginning of a text on one line, for quoting it; unprintable signs as [U+202E]."""
    plain = spelt(" ".join(text[: _SHOWN * 4].split()))
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN] + "…"


def typed(declaration: Declaration, field: str) -> bool:
    """Whether text that could not be read stands in a field; it is then not simply empty."""
    return any(entry.field == field for entry in declaration.unreadable)


def is_amount(entry: Unreadable) -> bool:
    """Whether the field wants an amount of money."""
    return _AMOUNT.fullmatch(entry.field) is not None


def is_rate(entry: Unreadable) -> bool:
    """Whether the field wants a rate."""
    return _RATE.fullmatch(entry.field) is not None


def in_use(declaration: Declaration, entry: Unreadable) -> bool:
    """Whether the field counts under the choices made elsewhere; what does not is not printed."""
    if entry.field.startswith("fee."):
        return tariff.counts(declaration.fee, entry.field)
    mode = declaration.period.mode
    return mode is None or entry.field != _OUT_OF_USE[mode]
