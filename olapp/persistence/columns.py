"""Column types that give back exactly what was put in."""

from datetime import UTC, datetime
from functools import lru_cache

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator

_SHAPE = "%Y-%m-%dT%H:%M:%S.%fZ"


class Moment(TypeDecorator[datetime]):
    """A moment with its zone, as UTC text of one width: sorts as time, to the microsecond."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write; ValueError when the moment has no zone."""
        return None if value is None else written(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Read back, in UTC."""
        return None if value is None else datetime.fromisoformat(value)


@lru_cache(maxsize=16)
def written(moment: datetime) -> str:
    """Give the text of a moment; ValueError when it has no zone.

    >>> written(datetime(2026, 11, 22, 14, 16, 53, tzinfo=UTC))
    '2026-11-22T14:16:53.000000Z'
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs its zone")
    return moment.astimezone(UTC).strftime(_SHAPE)
