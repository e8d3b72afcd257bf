"""Undoing: what an import or an edit made goes, what it replaced or removed comes back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, exists, func, select

from olapp.domain.holding import Holding
from olapp.persistence import deadline_writing
from olapp.persistence import holding_writing as writing
from olapp.persistence.bulk import pages
from olapp.persistence.holding_rows import decoded, moment
from olapp.persistence.kept_portfolio import Index, KeptHolding, PastHolding, PutBack
from olapp.persistence.portfolio_tables import attachments, holding_past, holdings

past = holding_past.c
Present = Callable[[Iterable[int]], Iterator[KeptHolding]]
"""Gives the present state of holdings that are there."""


def undo(
    connection: Connection,
    present: Present,
    index: Callable[[Holding], Index],
    import_id: int | None,
    edit_id: int | None,
) -> PutBack:
    """Undo one of the two; what has been changed since is left as it is."""
    mine = past.import_id == import_id if edit_id is None else past.edit_id == edit_id
    restored: set[int] = set()
    left = _rows(connection, mine)
    while able := [row for row in left if row.is_last and row.now in {None, row.version + 1}]:
        for page in pages(able):
            _restore(connection, present, index, page)
        restored |= {row.holding_id for row in able}
        left = _rows(connection, mine)
    made = _made(connection, import_id) if import_id is not None else {}
    removed = [key for key, is_untouched in made.items() if is_untouched]
    for page in pages(removed):
        writing.delete_holdings(connection, list(present(page)))
    deadline_writing.forget_unused(connection)
    touched = {key for key, is_untouched in made.items() if not is_untouched}
    return PutBack(
        removed=tuple(removed),
        restored=tuple(sorted(restored - set(removed))),
        kept=tuple(sorted(touched | {row.holding_id for row in left})),
    )


def _made(connection: Connection, import_id: int) -> dict[int, bool]:
    """Give what an import made and is there, with whether it is as it was made."""
    has_documents = exists().where(attachments.c.holding_id == holdings.c.id)
    wanted = select(holdings.c.id, (holdings.c.version == 1) & ~has_documents)
    found = connection.execute(wanted.where(holdings.c.made_by == import_id))
    return {key: bool(is_untouched) for key, is_untouched in found}


def _rows(connection: Connection, mine: ColumnElement[bool]) -> Sequence[Any]:
    """Give the states replaced, with whether nothing came after, and the version of now."""
    later = holding_past.alias()
    is_last = ~exists().where(later.c.holding_id == past.holding_id, later.c.version > past.version)
    wanted = select(holding_past, is_last.label("is_last"), holdings.c.version.label("now"))
    wanted = wanted.outerjoin(holdings, holdings.c.id == past.holding_id).where(mine)
    return connection.execute(wanted).all()


def _restore(
    connection: Connection,
    present: Present,
    index: Callable[[Holding], Index],
    rows: list[Any],
) -> None:
    old = {row.holding_id: _kept(row) for row in rows}
    there = {kept.id: kept for kept in present(old)}
    writing.update_holdings(
        connection,
        ((there[key], kept, index(kept.holding)) for key, kept in old.items() if key in there),
    )
    gone = [(kept, index(kept.holding)) for key, kept in old.items() if key not in there]
    writing.insert_holdings(connection, gone)
    for row in rows:
        here = (past.holding_id == row.holding_id, past.version == row.version)
        connection.execute(delete(holding_past).where(*here))


def _kept(row: Any) -> KeptHolding:
    return KeptHolding(
        id=row.holding_id,
        version=row.version,
        holding=decoded(row.body, str(row.holding_id)),
        made_at=moment(row.made_at),
        changed_at=moment(row.since),
        made_by=row.made_by,
    )


def states(connection: Connection, holding_id: int) -> tuple[PastHolding, ...]:
    """Give the states of a holding that were replaced, the oldest first."""
    mine = select(holding_past).where(past.holding_id == holding_id).order_by(past.version)
    return tuple(
        PastHolding(
            version=row.version,
            since=row.since,
            holding=decoded(row.body, str(holding_id)),
            import_id=row.import_id,
            edit_id=row.edit_id,
        )
        for row in connection.execute(mine)
    )


def last_edit(connection: Connection) -> int:
    """Give the highest number of an edit that can still be undone."""
    return connection.execute(select(func.max(past.edit_id))).scalar() or 0
