"""The first tables: documents with history, parties and patents to pick, exports."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    _documents()
    _document_versions()
    _parties()
    _patents()
    _exports()


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("number", sa.String(80), nullable=False),
        sa.Column("names", sa.Text, nullable=False),
        sa.Column("sought", sa.Text, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("is_template", sa.Boolean, nullable=False),
        sa.Column("form_revision", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("created_at", sa.String(27), nullable=False),
        sa.Column("changed_at", sa.String(27), nullable=False),
        sa.Column("trashed_at", sa.String(27)),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_documents_changed_at", "documents", ["changed_at"])
    op.create_index("ix_documents_number", "documents", ["number"])


def _document_versions() -> None:
    op.create_table(
        "document_versions",
        sa.Column("document_id", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("since", sa.String(27), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("form_revision", sa.String(40), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("document_id", "version", name="pk_document_versions"),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
            name="fk_document_versions_document_id",
            ondelete="CASCADE",
        ),
    )


def _parties() -> None:
    op.create_table(
        "parties",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sought", sa.Text, nullable=False),
        sa.Column("code", sa.String(80), nullable=False),
        sa.Column("used_at", sa.String(27), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_parties"),
    )
    op.create_index("ix_parties_kind_used_at", "parties", ["kind", "used_at"])


def _patents() -> None:
    op.create_table(
        "patents",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("number", sa.String(80), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("sought", sa.Text, nullable=False),
        sa.Column("used_at", sa.String(27), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_patents"),
        sa.UniqueConstraint("number", name="uq_patents_number"),
    )
    op.create_index("ix_patents_used_at", "patents", ["used_at"])


def _exports() -> None:
    op.create_table(
        "exports",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("document_id", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("form_revision", sa.String(40), nullable=False),
        sa.Column("rules", sa.String(64), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_exports"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_exports_document_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_exports_document_id", "exports", ["document_id"])
    op.create_table(
        "export_files",
        sa.Column("export_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("export_id", "position", name="pk_export_files"),
        sa.ForeignKeyConstraint(
            ["export_id"], ["exports.id"], name="fk_export_files_export_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_export_files_sha256", "export_files", ["sha256"])
