"""What a person states of many patents at once; what is not said stays as it is."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFacts:
    """Answers that hold for every patent chosen; ``None`` is not said."""

    has_licensed: bool | None = None
    """Whether licences to others exist."""
    is_suspended: bool | None = None
    is_pledged: bool | None = None
    has_live_declaration: bool | None = None
    has_invalidation_pending: bool | None = None
    are_fees_paid: bool = False
    """Whether every annual fee is paid whose last day has passed, patent by patent."""
    fees_paid_through: int | None = None
    """The last patent year paid, where it is the same for all; goes before the answer above."""
    fees_checked_on: date | None = None
    """The day of the fees paid; with the day itself left out that is the day they are stated."""
    register_checked_on: date | None = None

    @property
    def tells_of_fees(self) -> bool:
        """Whether anything is said of the fees paid."""
        return self.are_fees_paid or self.fees_paid_through is not None

    def is_silent(self) -> bool:
        """Whether nothing is said at all."""
        return self == StatedFacts()

    def lies_ahead(self, today: date) -> bool:
        """Whether a day of a look is still to come."""
        days = (self.fees_checked_on, self.register_checked_on)
        return any(day is not None and day > today for day in days)
