"""Where a declaration stands between the desk and the gazette."""

from enum import StrEnum


class DraftState(StrEnum):
    """The life of a declaration: drafted, signed, filed, answered, ended."""

    DRAFTING = "drafting"
    SIGNED = "signed"
    FILED = "filed"
    CORRECTION = "correction"
    ANNOUNCED = "announced"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
