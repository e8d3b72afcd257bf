"""Lists of drafts: filtered, sorted and paged by the database."""

from sqlalchemy import ColumnElement, Connection, func, select

from olapp.persistence.documents import SHOWN, draft_row
from olapp.persistence.kept import DraftQuery, DraftRow, Order
from olapp.persistence.searched import matches
from olapp.persistence.tables import documents

_COLUMNS = {
    Order.CHANGED: documents.c.changed_at,
    Order.CREATED: documents.c.created_at,
    Order.TITLE: documents.c.title,
    Order.NUMBER: documents.c.number,
    Order.STATE: documents.c.state,
}
_NEWEST_FIRST = {Order.CHANGED, Order.CREATED}


def listed(  # noqa: PLR0917 - the connection and the five words of a list
    connection: Connection,
    query: DraftQuery,
    order: Order,
    is_reversed: bool,
    offset: int,
    limit: int,
) -> tuple[DraftRow, ...]:
    """Give one page of a list; drafts that sort alike come newest first."""
    columns = [documents.c[name] for name in (*SHOWN, "names", "state")]
    falls = (order in _NEWEST_FIRST) != is_reversed
    first = _COLUMNS[order].desc() if falls else _COLUMNS[order].asc()
    page = select(*columns).where(*_conditions(query)).order_by(first, documents.c.id.desc())
    found = connection.execute(page.offset(offset).limit(limit)).mappings()
    return tuple(draft_row(dict(row)) for row in found)


def counted(connection: Connection, query: DraftQuery) -> int:
    """Count the whole list."""
    counting = select(func.count()).select_from(documents).where(*_conditions(query))
    return connection.execute(counting).scalar_one()


def _conditions(query: DraftQuery) -> list[ColumnElement[bool]]:
    trashed = documents.c.trashed_at
    conditions: list[ColumnElement[bool]] = [
        trashed.is_not(None) if query.trashed else trashed.is_(None)
    ]
    if query.state is not None:
        conditions.append(documents.c.state == query.state.value)
    if query.is_template is not None:
        conditions.append(documents.c.is_template.is_(query.is_template))
    search = matches(documents.c.sought, query.text)
    return conditions if search is None else [*conditions, search]
