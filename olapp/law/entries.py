"""What a person typed: whether a field is blank, holds unreadable text, or is out of use."""

import re

from olapp.domain.declaration import Declaration, PeriodMode, Unreadable
from olapp.law import tariff

_AMOUNT = re.compile(
    r"fee\.(?:amount|yearly_amount|entry_fee|floor|ceiling"
    r"|instalments\.\d+\.amount|steps\.\d+\.(?:over|up_to))"
)
_RATE = re.compile(r"fee\.(?:rate|steps\.\d+\.rate)")
_OUT_OF_USE = {PeriodMode.YEARS: "period.end", PeriodMode.FIXED_END: "period.years"}
_SHOWN = 60


def blank(text: str | None) -> bool:
    """Whether nothing is written: None, or white space only."""
    return text is None or not text.strip()


def shortened(text: str) -> str:
    """Give the beginning of a text on one line, for quoting it in a sentence."""
    line = " ".join(text[: _SHOWN * 4].split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"


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
