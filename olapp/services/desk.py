"""Everything a front end can ask, built once and handed down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from olapp.i18n import Language
from olapp.services.checking import Checking
from olapp.services.drafts import Drafts
from olapp.services.printing import Printing
from olapp.services.samples import Samples
from olapp.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What works on files alone, without the database."""

    checking: Checking
    printing: Printing
    samples: Samples
    today: Callable[[], date]
    language: Callable[[str], Language]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(Tools):
    """The whole desk of one person."""

    drafts: Drafts
    data_folder: Path
    keep_settings: Callable[[Settings], None]
