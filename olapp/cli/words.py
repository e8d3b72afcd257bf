"""argparse's own words in the language of the person.

argparse asks gettext for them, in the domain of the process and the language of its environment.
"""

import gettext
import os
from pathlib import Path

from olapp.domain.sentence import N_

WORDS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("ignored explicit argument %r"),
)
"""Marked here, so that the catalogues have them."""
_DOMAIN = "desk"


def speak(code: str, catalogues: Path) -> None:
    """Let argparse speak a language of ours; ``catalogues`` is the folder of all languages."""
    os.environ["LANGUAGE"] = code
    gettext.bindtextdomain(_DOMAIN, catalogues)
    gettext.textdomain(_DOMAIN)
