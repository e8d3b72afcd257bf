"""Everything a front end can ask, built once and handed down."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from olapp.i18n import Language
from olapp.services.batch import Batch
from olapp.services.checking import Checking
from olapp.services.drafts import Drafts
from olapp.services.due import Due
from olapp.services.importing import Importing
from olapp.services.portfolio import Portfolio
from olapp.services.printing import Printing
from olapp.services.safekeeping import Safekeeping
from olapp.services.samples import Samples
from olapp.services.screening import Screening
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
    portfolio: Portfolio
    importing: Importing
    screening: Screening
    batch: Batch
    due: Due
    safekeeping: Safekeeping
    data_folder: Path
    keep_settings: Callable[[Settings], None]
