"""How numbers, amounts and rates are typed and shown."""

import re
import unicodedata

from olapp.domain.money import Rate, Yuan
from olapp.domain.sentence import N_
from olapp.ui.editors.line import Spelling

_WHOLE = re.compile(r"[-+]?\d{1,9}")


def read_whole(text: str) -> int:
    """Read a whole number of at most nine digits, full-width ones too; ValueError otherwise.

    >>> read_whole(" １2 ")
    12
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if not _WHOLE.fullmatch(plain):
        raise ValueError(text)
    return int(plain)


def write_amount(amount: Yuan) -> str:
    """Write an amount with grouping, to the fen or as exactly as it was given.

    >>> write_amount(Yuan.of("1200.5")), write_amount(Yuan.of("0.125"))
    ('1,200.50', '0.125')
    """
    if amount.value == amount.rounded():
        return str(amount)
    return f"{amount.value.normalize():,f}"


WHOLE = Spelling(
    read=read_whole,
    write=str,
    complaint=N_("This cannot be read as a whole number. Write digits only, as in 30."),
    example="30",
)
AMOUNT = Spelling(
    read=Yuan.parse,
    write=write_amount,
    complaint=N_("This cannot be read as an amount. Write it as in 1,200.50."),
    example="1,200.50",
)
RATE = Spelling(
    read=Rate.parse,
    write=str,
    complaint=N_("This cannot be read as a rate. Write it as in 2.5%."),
    example="2.5%",
)
