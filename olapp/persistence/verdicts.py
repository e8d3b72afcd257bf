"""Verdicts of the eligibility run, each on one version of a holding."""

from collections.abc import Iterable

from sqlalchemy import Connection

from olapp.persistence.kept_portfolio import HoldingQuery, KeptVerdict

_ALL = HoldingQuery()


class Verdicts:
    """The verdicts of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def keep_many(self, verdicts: Iterable[KeptVerdict]) -> None:
        """Keep verdicts, each in the place of an earlier one on its holding."""
        raise NotImplementedError

    def get(self, holding_id: int) -> KeptVerdict | None:
        """Give the verdict on the present facts of a holding; None when there is none."""
        raise NotImplementedError

    def grouped(self, query: HoldingQuery = _ALL) -> dict[tuple[str, str], int]:
        """Count what a query finds by verdict and the code that weighs heaviest."""
        raise NotImplementedError

    def ids(self, code: str, query: HoldingQuery = _ALL) -> tuple[int, ...]:
        """Give the holdings among a query's in whose verdict a rule has its part."""
        raise NotImplementedError
