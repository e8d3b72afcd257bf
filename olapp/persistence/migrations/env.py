"""Alembic's environment: runs on the connection it is handed, inside the caller's unit of work."""

from alembic import context

from olapp.persistence.tables import metadata


def run() -> None:
    """Run the revisions that Alembic's command asks for."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if __name__ == "env_py":  # the name under which Alembic loads this file
    run()
