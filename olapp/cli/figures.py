"""Whole numbers as words of the command line."""

import argparse
from collections.abc import Callable

from olapp.domain.sentence import N_
from olapp.i18n import Language

MOST = 10**9
"""More than anything here is counted."""


def whole(say: Language, least: int = 0, most: int = MOST) -> Callable[[str], int]:
    """Give a reader of whole numbers in a span; argparse tells the person when it is none."""

    def read(text: str) -> int:
        if text.isdecimal() and len(text) <= len(str(MOST)) and least <= int(text) <= most:
            return int(text)
        told = N_("“{text}” is no whole number from {least} to {most}.")
        raise argparse.ArgumentTypeError(say(told, text=text, least=least, most=most))

    return read
