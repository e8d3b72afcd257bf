"""Days as words of the command line."""

import argparse
from datetime import date

from olapp.domain.dates import read_date
from olapp.domain.sentence import N_
from olapp.i18n import Language


def day(say: Language, text: str) -> date:
    """Read a day; argparse tells the person when it is none."""
    try:
        return read_date(text)
    except ValueError:
        told = say(N_("“{text}” is no day; write it as 2026-11-23."), text=text)
        raise argparse.ArgumentTypeError(told) from None
