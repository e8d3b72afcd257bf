"""An import between two steps, to go on from when the page is made anew."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from olapp.services.importing import Looked, Plan


@dataclass(frozen=True, slots=True)
class Halfway:
    """An import not taken in yet, as far as it came."""

    looked: "Looked"
    is_remapped: bool
    day: date | None
    plan: "Plan | None"
    waiting: tuple[Path, ...]
