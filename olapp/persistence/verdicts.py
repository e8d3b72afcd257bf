"""Verdicts of the eligibility run, each on one version of a holding."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from olapp.persistence.bulk import Values, delete_many, insert_many, pages
from olapp.persistence.holding_query import conditions
from olapp.persistence.kept_portfolio import ALL_HOLDINGS, HoldingQuery, KeptVerdict
from olapp.persistence.portfolio_tables import holdings
from olapp.persistence.portfolio_tables import verdicts as table

_PRESENT = holdings.join(
    table, (table.c.holding_id == holdings.c.id) & (table.c.version == holdings.c.version)
)


class Verdicts:
    """The verdicts of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def keep_many(self, verdicts: Iterable[KeptVerdict]) -> None:
        """Keep verdicts, each in the place of an earlier one on its holding."""
        for page in pages(verdicts):
            keys = [each.holding_id for each in page]
            delete_many(self._connection, table, "holding_id", keys)
            insert_many(self._connection, table, [_row(each) for each in page])

    def get(self, holding_id: int) -> KeptVerdict | None:
        """Give the verdict on the present facts of a holding; None when there is none."""
        wanted = select(table).select_from(_PRESENT).where(table.c.holding_id == holding_id)
        row = self._connection.execute(wanted).first()
        return None if row is None else _kept(row)

    def grouped(self, query: HoldingQuery = ALL_HOLDINGS) -> dict[tuple[str, str], int]:
        """Count what a query finds by verdict and the code that weighs heaviest."""
        groups: Counter[tuple[str, str]] = Counter()
        for verdict, codes, count in self._counted(query):
            groups[verdict, codes[0] if codes else ""] += count
        return dict(groups)

    def by_code(self, query: HoldingQuery = ALL_HOLDINGS) -> dict[tuple[str, str], int]:
        """Count what a query finds by verdict and by each rule that has its part in it."""
        groups: Counter[tuple[str, str]] = Counter()
        for verdict, codes, count in self._counted(query):
            for code in codes:
                groups[verdict, code] += count
        return dict(groups)

    def ids(self, code: str, query: HoldingQuery = ALL_HOLDINGS) -> tuple[int, ...]:
        """Give the holdings among a query's in whose verdict a rule has its part."""
        wanted = (
            select(table.c.holding_id)
            .select_from(_PRESENT)
            .where(table.c.codes.contains(f"\n{code}\n"), *conditions(query, self._connection))
        )
        return tuple(self._connection.execute(wanted.order_by(holdings.c.number)).scalars())

    def _counted(self, query: HoldingQuery) -> Iterator[tuple[str, tuple[str, ...], int]]:
        """Count by verdict and by all the rules that have their part in it."""
        wanted = (
            select(table.c.verdict, table.c.codes, func.count())
            .select_from(_PRESENT)
            .where(*conditions(query, self._connection))
            .group_by(table.c.verdict, table.c.codes)
        )
        for verdict, codes, count in self._connection.execute(wanted):
            yield verdict, _codes(codes), count


def _row(each: KeptVerdict) -> Values:
    codes = "".join(f"\n{code}" for code in each.codes)
    return (
        each.holding_id,
        each.version,
        str(each.verdict),
        each.judged_on.isoformat(),
        f"{codes}\n" if codes else "",
        each.body,
    )


def _kept(row: Row[Any]) -> KeptVerdict:
    return KeptVerdict(
        holding_id=row.holding_id,
        version=row.version,
        verdict=row.verdict,
        judged_on=date.fromisoformat(row.judged_on),
        codes=_codes(row.codes),
        body=row.body,
    )


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split())
