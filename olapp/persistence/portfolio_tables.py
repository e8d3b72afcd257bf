"""The tables of the portfolio, beside those of `tables`; private to this package as well.

Days are ISO text, which sorts as time on every engine and costs nothing to read back.
"""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from olapp.persistence.columns import Moment
from olapp.persistence.tables import metadata

__all__ = [
    "attachments",
    "batch_drafts",
    "batches",
    "deadline_sources",
    "deadlines",
    "holding_bodies",
    "holding_past",
    "holdings",
    "imports",
    "metadata",
    "verdicts",
    "views",
]

holdings = Table(
    "holdings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("made_by", Integer),
    Column("application_key", String(80)),
    Column("grant_key", String(80)),
    Column("publication_key", String(80)),
    Column("number", String(80)),
    Column("title", Text),
    Column("kind", String(20)),
    Column("state", String(20)),
    Column("filed_on", String(10)),
    Column("granted_on", String(10)),
    Column("expires_on", String(10)),
    Column("owners", Text),
    Column("applicants", Text),
    Column("inventors", Text),
    Column("department", Text),
    Column("reference", Text),
    Column("tags", Text),
    Column("main_class", Text),
    Column("published_as", String(80)),
    Column("publication_number", String(80)),
    Column("country", String(10)),
    Column("fee_due_on", String(10)),
    Column("fee_year", Integer),
    Column("fee_fen", BigInteger),
    Column("as_of", String(10)),
    Index(None, "application_key"),
    Index(None, "grant_key"),
    Index(None, "publication_key"),
    Index(None, "made_by"),
    Index(None, "number"),
    Index(None, "title"),
    Index(None, "filed_on"),
    Index(None, "expires_on"),
    Index(None, "fee_due_on"),
    Index(None, "changed_at"),
)
"""What lists show, sort and filter by, derived from the body; NULL is not known.

``made_by`` is the import that made the row. Names stand one a line; tags with a line break before
and behind each, so that one is found whole.
"""

holding_bodies = Table(
    "holding_bodies",
    metadata,
    Column("holding_id", ForeignKey("holdings.id", ondelete="CASCADE"), primary_key=True),
    Column("sought", Text),
    Column("body", Text, nullable=False),
)
"""The holdings themselves, packed, apart from what lists run through.

``sought`` is for engines without the full-text table of `searching`.
"""

holding_past = Table(
    "holding_past",
    metadata,
    Column("holding_id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True),
    Column("since", Moment, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("made_by", Integer),
    Column("import_id", Integer),
    Column("edit_id", Integer),
    Column("body", Text, nullable=False),
    Index(None, "import_id"),
    Index(None, "edit_id"),
)
"""States of holdings that were replaced or removed, by which import or edit; a person's: neither.

No parent: what was removed can be brought back.
"""

imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("name", Text, nullable=False),
    Column("source", String(40), nullable=False),
    Column("as_of", String(10)),
    Column("sha256", String(64), nullable=False),
    Column("undone_at", Moment),
    Column("counts", Text, nullable=False),
    Column("body", Text, nullable=False),
)

verdicts = Table(
    "verdicts",
    metadata,
    Column("holding_id", ForeignKey("holdings.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("verdict", String(20), nullable=False),
    Column("judged_on", String(10), nullable=False),
    Column("codes", Text, nullable=False),
    Column("body", Text, nullable=False),
)
"""Verdicts on one version of a holding; those on another version count for nothing."""

deadline_sources = Table(
    "deadline_sources",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("body", Text, nullable=False, unique=True),
)
"""Each ground of a deadline once: there are a few dozen for all patents."""

deadlines = Table(
    "deadlines",
    metadata,
    Column("holding_id", ForeignKey("holdings.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(40), primary_key=True),
    Column("due_on", String(10), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("nominal", String(10), nullable=False),
    Column("rolled", String(10)),
    Column("year", Integer),
    Column("amount", String(40)),
    Column("is_assumed", Boolean, nullable=False),
    Column("source_id", ForeignKey("deadline_sources.id"), nullable=False),
    Index(None, "due_on"),
    sqlite_with_rowid=False,
)
"""``due_on`` is the moved day where it is known, else the nominal one."""

views = Table(
    "views",
    metadata,
    Column("name", String(200), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("body", Text, nullable=False),
)

attachments = Table(
    "attachments",
    metadata,
    Column("holding_id", Integer, primary_key=True, autoincrement=False),
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("added_at", Moment, nullable=False),
    Index(None, "sha256"),
)
"""No parent, as for the past: they come back with a holding that was removed."""

batches = Table(
    "batches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("body", Text, nullable=False),
)

batch_drafts = Table(
    "batch_drafts",
    metadata,
    Column("batch_id", ForeignKey("batches.id", ondelete="CASCADE"), primary_key=True),
    Column("holding_id", Integer, primary_key=True, autoincrement=False),
    Column(
        "document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True
    ),
)
