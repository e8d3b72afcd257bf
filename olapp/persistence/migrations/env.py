"""Alembic's environment: runs on the connection it is handed, inside the caller's unit of work."""

from typing import Any

from alembic import context

from olapp.persistence.schema import metadata


def is_ours(name: str | None, kind: str, _parents: Any) -> bool:
    """Whether Alembic should compare a thing: not the full-text table."""
    return kind != "table" or not (name or "").startswith("holdings_sought")


def run() -> None:
    """Run the revisions that Alembic's command asks for."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        render_as_batch=True,
        include_name=is_ours,
    )
    with context.begin_transaction():
        context.run_migrations()


if __name__ == "env_py":  # the name under which Alembic loads this file
    run()
