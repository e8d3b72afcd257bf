"""The history of a document: what can be looked back at, without a row for every key pressed.

The newest row is always the present version. A row takes in the changes of one minute, counted from
its first; a change later than that, or one with a note, opens a new row, and a row with a note is
never written over. So a pause and a noted change each leave the state before them behind; what was
printed is kept with its export. Of rows without a note, the last 200 stay.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, func, insert, select, update

from olapp.persistence.kept import Version
from olapp.persistence.tables import document_versions as versions

SPAN = timedelta(minutes=1)
MOST = 200


def record(  # noqa: PLR0917 - a row of six
    connection: Connection,
    document_id: int,
    version: int,
    body: str,
    form_revision: str,
    at: datetime,
    note: str | None,
) -> None:
    """Write a version down, into the newest row where it still belongs to that."""
    last = _newest(connection, document_id)
    content = {"version": version, "at": at, "form_revision": form_revision, "body": body}
    if last is not None and note is None and _is_open(last, at):
        here = _row(document_id, last["version"])
        connection.execute(update(versions).where(*here).values(content))
        return
    fresh = {"document_id": document_id, "since": at, "note": note}
    connection.execute(insert(versions).values(content | fresh))
    _thin(connection, document_id)


def annotate(connection: Connection, document_id: int, note: str) -> None:
    """Put a note on the present version, which keeps it for good."""
    last = _newest(connection, document_id)
    if last is not None:
        here = _row(document_id, last["version"])
        connection.execute(update(versions).where(*here).values(note=note))


def of(connection: Connection, document_id: int) -> tuple[Version, ...]:
    """Give the history, newest first."""
    columns = (versions.c.version, versions.c.since, versions.c.at, versions.c.note)
    mine = select(*columns).where(versions.c.document_id == document_id)
    found = connection.execute(mine.order_by(versions.c.version.desc())).mappings()
    return tuple(Version(**row) for row in found)


def body(connection: Connection, document_id: int, version: int) -> str | None:
    """Give the text of a version; None when there is no such version."""
    wanted = select(versions.c.body).where(*_row(document_id, version))
    found: str | None = connection.execute(wanted).scalar()
    return found


def _newest(connection: Connection, document_id: int) -> RowMapping | None:
    mine = select(versions.c.version, versions.c.since, versions.c.note).where(
        versions.c.document_id == document_id
    )
    return connection.execute(mine.order_by(versions.c.version.desc()).limit(1)).mappings().first()


def _is_open(last: RowMapping, at: datetime) -> bool:
    """Whether a row still takes changes in; a clock set back closes it."""
    return last["note"] is None and timedelta(0) <= at - last["since"] < SPAN


def _thin(connection: Connection, document_id: int) -> None:
    """Drop the oldest rows without a note beyond the last MOST."""
    mine = (versions.c.document_id == document_id, versions.c.note.is_(None))
    if connection.execute(select(func.count()).where(*mine)).scalar_one() <= MOST:
        return
    first_kept = (
        select(versions.c.version)
        .where(*mine)
        .order_by(versions.c.version.desc())
        .limit(1)
        .offset(MOST - 1)
    )
    oldest = connection.execute(first_kept).scalar_one()
    connection.execute(delete(versions).where(*mine, versions.c.version < oldest))


def _row(document_id: int, version: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return versions.c.document_id == document_id, versions.c.version == version
