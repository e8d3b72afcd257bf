"""The tables. Private to this package: what leaves it are the frozen values of `kept`."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from olapp.persistence.columns import Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("title", Text, nullable=False),
    Column("number", String(80), nullable=False),
    Column("names", Text, nullable=False),
    Column("sought", Text, nullable=False),
    Column("state", String(20), nullable=False),
    Column("is_template", Boolean, nullable=False),
    Column("form_revision", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("trashed_at", Moment),
    Column("body", Text, nullable=False),
    Index(None, "changed_at"),
    Index(None, "number"),
    sqlite_autoincrement=True,
)
"""What is filed, as canonical JSON; beside it, only what lists and searches need.

``names`` are the patentees, one a line; ``sought`` is the folded text that searches look through.
"""

document_versions = Table(
    "document_versions",
    metadata,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("since", Moment, nullable=False),
    Column("at", Moment, nullable=False),
    Column("note", Text),
    Column("form_revision", String(40), nullable=False),
    Column("body", Text, nullable=False),
)
"""The history of a document, the present version included; `history` says what is kept."""

parties = Table(
    "parties",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("name", Text, nullable=False),
    Column("sought", Text, nullable=False),
    Column("code", String(80), nullable=False),
    Column("used_at", Moment, nullable=False),
    Column("body", Text, nullable=False),
    Index(None, "kind", "used_at"),
)
"""Patentees, agencies and contacts to pick from; ``code`` tells those of one name apart."""

patents = Table(
    "patents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", String(80), nullable=False),
    Column("title", Text, nullable=False),
    Column("sought", Text, nullable=False),
    Column("used_at", Moment, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("number"),
    Index(None, "used_at"),
)

exports = Table(
    "exports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column(
        "document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("version", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("form_revision", String(40), nullable=False),
    Column("rules", String(64), nullable=False),
    Column("body", Text, nullable=False),
)
"""What was printed: the document as it then was, and the fingerprint of the rules then in force."""

export_files = Table(
    "export_files",
    metadata,
    Column("export_id", ForeignKey("exports.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
)
