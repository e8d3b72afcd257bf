"""What papers are written against beside the document: the day, and what the checks said."""

from dataclasses import dataclass
from datetime import date

from olapp.domain.finding import Severity


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding, already said in Chinese, for the filing guide."""

    severity: Severity
    sentence: str
    remedy: str = ""
    is_confirmed: bool = True
    """Whether its grounds are confirmed."""
    field: str = ""


@dataclass(frozen=True, slots=True)
class PaperSetting:
    """The day of printing, and the findings; ``None`` where no check was run."""

    today: date
    findings: tuple[Remark, ...] | None = None
