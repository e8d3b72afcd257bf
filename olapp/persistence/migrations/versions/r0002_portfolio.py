"""The portfolio: holdings with history and search, imports, verdicts, deadlines, views, files."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    _holdings()
    _holding_bodies()
    _holding_past()
    _imports()
    _verdicts()
    _deadline_sources()
    _deadlines()
    _views()
    _attachments()
    _batches()
    _batch_drafts()
    _holdings_sought()


def _holdings() -> None:
    op.create_table(
        "holdings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("made_at", sa.String(27), nullable=False),
        sa.Column("changed_at", sa.String(27), nullable=False),
        sa.Column("made_by", sa.Integer),
        sa.Column("application_key", sa.String(80)),
        sa.Column("grant_key", sa.String(80)),
        sa.Column("publication_key", sa.String(80)),
        sa.Column("number", sa.String(80)),
        sa.Column("title", sa.Text),
        sa.Column("kind", sa.String(20)),
        sa.Column("state", sa.String(20)),
        sa.Column("filed_on", sa.String(10)),
        sa.Column("granted_on", sa.String(10)),
        sa.Column("expires_on", sa.String(10)),
        sa.Column("owners", sa.Text),
        sa.Column("applicants", sa.Text),
        sa.Column("inventors", sa.Text),
        sa.Column("department", sa.Text),
        sa.Column("reference", sa.Text),
        sa.Column("tags", sa.Text),
        sa.Column("main_class", sa.Text),
        sa.Column("published_as", sa.String(80)),
        sa.Column("publication_number", sa.String(80)),
        sa.Column("country", sa.String(10)),
        sa.Column("fee_due_on", sa.String(10)),
        sa.Column("fee_year", sa.Integer),
        sa.Column("fee_fen", sa.BigInteger),
        sa.Column("as_of", sa.String(10)),
        sa.PrimaryKeyConstraint("id", name="pk_holdings"),
    )
    op.create_index("ix_holdings_changed_at", "holdings", ["changed_at"])
    op.create_index("ix_holdings_made_by", "holdings", ["made_by"])
    op.create_index("ix_holdings_application_key", "holdings", ["application_key"])
    op.create_index("ix_holdings_grant_key", "holdings", ["grant_key"])
    op.create_index("ix_holdings_publication_key", "holdings", ["publication_key"])
    op.create_index("ix_holdings_number", "holdings", ["number"])
    op.create_index("ix_holdings_title", "holdings", ["title"])
    op.create_index("ix_holdings_filed_on", "holdings", ["filed_on"])
    op.create_index("ix_holdings_expires_on", "holdings", ["expires_on"])
    op.create_index("ix_holdings_fee_due_on", "holdings", ["fee_due_on"])


def _holding_bodies() -> None:
    op.create_table(
        "holding_bodies",
        sa.Column("holding_id", sa.Integer, nullable=False),
        sa.Column("sought", sa.Text),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("holding_id", name="pk_holding_bodies"),
        sa.ForeignKeyConstraint(
            ["holding_id"], ["holdings.id"], name="fk_holding_bodies_holding_id", ondelete="CASCADE"
        ),
    )


def _holding_past() -> None:
    op.create_table(
        "holding_past",
        sa.Column("holding_id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("since", sa.String(27), nullable=False),
        sa.Column("made_at", sa.String(27), nullable=False),
        sa.Column("made_by", sa.Integer),
        sa.Column("import_id", sa.Integer),
        sa.Column("edit_id", sa.Integer),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("holding_id", "version", name="pk_holding_past"),
    )
    op.create_index("ix_holding_past_import_id", "holding_past", ["import_id"])
    op.create_index("ix_holding_past_edit_id", "holding_past", ["edit_id"])


def _imports() -> None:
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("source", sa.String(40), nullable=False),
        sa.Column("as_of", sa.String(10)),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("undone_at", sa.String(27)),
        sa.Column("counts", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_imports"),
    )


def _verdicts() -> None:
    op.create_table(
        "verdicts",
        sa.Column("holding_id", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("judged_on", sa.String(10), nullable=False),
        sa.Column("codes", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("holding_id", name="pk_verdicts"),
        sa.ForeignKeyConstraint(
            ["holding_id"], ["holdings.id"], name="fk_verdicts_holding_id", ondelete="CASCADE"
        ),
    )


def _deadline_sources() -> None:
    op.create_table(
        "deadline_sources",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_deadline_sources"),
        sa.UniqueConstraint("body", name="uq_deadline_sources_body"),
    )


def _deadlines() -> None:
    op.create_table(
        "deadlines",
        sa.Column("holding_id", sa.Integer, nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("due_on", sa.String(10), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("nominal", sa.String(10), nullable=False),
        sa.Column("rolled", sa.String(10)),
        sa.Column("year", sa.Integer),
        sa.Column("amount", sa.String(40)),
        sa.Column("is_assumed", sa.Boolean, nullable=False),
        sa.Column("source_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("holding_id", "key", name="pk_deadlines"),
        sa.ForeignKeyConstraint(
            ["holding_id"], ["holdings.id"], name="fk_deadlines_holding_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["deadline_sources.id"], name="fk_deadlines_source_id"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_deadlines_due_on", "deadlines", ["due_on"])


def _views() -> None:
    op.create_table(
        "views",
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_views"),
    )


def _attachments() -> None:
    op.create_table(
        "attachments",
        sa.Column("holding_id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("added_at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("holding_id", "sha256", name="pk_attachments"),
    )
    op.create_index("ix_attachments_sha256", "attachments", ["sha256"])


def _batches() -> None:
    op.create_table(
        "batches",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_batches"),
    )


def _batch_drafts() -> None:
    op.create_table(
        "batch_drafts",
        sa.Column("batch_id", sa.Integer, nullable=False),
        sa.Column("holding_id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("document_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("batch_id", "holding_id", name="pk_batch_drafts"),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batches.id"], name="fk_batch_drafts_batch_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
            name="fk_batch_drafts_document_id",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_batch_drafts_document_id", "batch_drafts", ["document_id"])


def _holdings_sought() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE holdings_sought USING fts5"
            "(words, numbers, content='', columnsize=0, tokenize='ascii')"
        )
