"""Alembic's revisions, run without an ini file from inside the installed package."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def configuration(connection: Connection) -> Config:
    """Give Alembic's configuration for a connection that is already open."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config


def upgrade(connection: Connection, target: str = "head") -> None:
    """Run the missing revisions; the caller's unit of work commits or drops them as one."""
    command.upgrade(configuration(connection), target)
