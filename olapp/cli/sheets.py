"""Names of files to be written, as words of the command line."""

import argparse
from collections.abc import Callable
from pathlib import Path

from olapp.domain.sentence import N_
from olapp.i18n import Language

SHEETS = (".xlsx", ".csv")


def named(say: Language, *endings: str) -> Callable[[str], Path]:
    """Give a reader of file names with one of these endings; the ending decides the format."""

    def read(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() in endings:
            return path
        told = N_("The name of “{text}” must end in {endings}.")
        raise argparse.ArgumentTypeError(say(told, text=text, endings=" / ".join(endings)))

    return read
