"""The state of the tables: made when missing, moved on when old, refused when newer or foreign."""

from collections.abc import Callable
from enum import Enum, auto

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    insert,
    inspect,
    select,
)
from sqlalchemy.schema import CreateTable

from olapp.persistence import portfolio_tables, revisions, searching
from olapp.persistence.engines import READING

metadata = portfolio_tables.holdings.metadata
"""All tables; only together with those of the portfolio are they all."""
_stamps = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own table, which we read and stamp without it."""


class Standing(Enum):
    """How the tables found stand to those we know."""

    EMPTY = auto()
    CURRENT = auto()
    OLDER = auto()
    NEWER = auto()
    FOREIGN = auto()


def revision(connection: Connection) -> str | None:
    """Give the revision that is written in the database; None when there is none."""
    found: str | None = connection.execute(select(_stamps.c.version_num)).scalar()
    return found


def standing(connection: Connection) -> Standing:
    """Tell how the database stands, by plain statements and without changing it."""
    names = set(inspect(connection).get_table_names())
    if not names:
        return Standing.EMPTY
    if not {_stamps.name, "documents"} <= names:
        return Standing.FOREIGN
    found = revision(connection)
    if found == revisions.HEAD:
        return Standing.CURRENT
    return Standing.OLDER if found in revisions.REVISIONS else Standing.NEWER


def create_where_empty(engine: Engine) -> None:
    """Make all tables in one unit of work, unless they are there.

    Made from `tables`, which a test holds equal to what the migrations make: a first start need
    not wait for Alembic.
    """
    with engine.connect() as connection:
        if standing(connection.execution_options(**READING)) is not Standing.EMPTY:
            return
    with engine.begin() as connection:
        if standing(connection) is Standing.EMPTY:  # nobody was quicker
            metadata.create_all(connection, checkfirst=False)
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql(searching.CREATE)
            connection.execute(CreateTable(_stamps))
            connection.execute(insert(_stamps).values(version_num=revisions.HEAD))


def upgrade(engine: Engine, before: Callable[[], None] | None = None) -> None:
    """Run the missing migrations in one unit of work, ``before`` with the write lock held."""
    from olapp.persistence import migrations  # noqa: PLC0415 - Alembic costs time at each start

    with engine.begin() as connection:
        if standing(connection) is not Standing.OLDER:  # somebody was quicker
            return
        if before is not None:
            before()
        migrations.upgrade(connection)
