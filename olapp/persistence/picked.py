"""Values to pick from: the ones that begin with the text first, unreadable ones left out."""

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import RowMapping, Select, case
from sqlalchemy.sql.elements import KeyedColumnElement

from olapp import codec
from olapp.persistence.kept import Known
from olapp.persistence.searched import begins, matches

V = TypeVar("V")


def offered(wanted: Select[Any], column: KeyedColumnElement[str], text: str) -> Select[Any]:
    """Narrow a selection to what a person typed; everything when that is nothing."""
    search = matches(column, text)
    if search is None:
        return wanted
    return wanted.where(search).order_by(case((begins(column, text), 0), else_=1))


def read(kind: type[V], rows: Iterable[RowMapping]) -> tuple[Known[V], ...]:
    """Give the values of rows; one whose text is damaged is not offered."""
    return tuple(known for row in rows if (known := _known(kind, row)) is not None)


def _known(kind: type[V], row: RowMapping) -> Known[V] | None:
    try:
        value = codec.decode(kind, row["body"])
    except codec.UnreadableDocument:
        return None
    return Known(id=row["id"], value=value, used_at=row["used_at"])
