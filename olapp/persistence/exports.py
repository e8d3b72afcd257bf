"""Exports: which files were made from which draft, and what the draft then said."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, insert, select

from olapp import codec
from olapp.domain.declaration import Declaration
from olapp.persistence import documents as rows
from olapp.persistence.kept import Export, ExportedFile
from olapp.persistence.tables import export_files, exports
from olapp.persistence.troubles import Gone


class Exports:
    """The exports of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        """Work on a connection; the unit of work makes and ends it."""
        self._connection = connection

    def add(
        self,
        draft_id: int,
        document: Declaration,
        files: Sequence[ExportedFile],
        *,
        version: int,
        form_revision: str,
        rules: str,
        at: datetime,
    ) -> Export:
        """Keep what was written to disk, with the document it was made from.

        ``rules`` is the fingerprint of the rule set. The document is kept here too, so that it
        stays whatever becomes of the draft's history.
        """
        row = {
            "document_id": draft_id,
            "version": version,
            "at": at,
            "form_revision": form_revision,
            "rules": rules,
            "body": codec.encode(document).decode(),
        }
        key = self._connection.execute(insert(exports).values(row)).inserted_primary_key
        export_id: int = key[0] if key else 0
        written = [
            {"export_id": export_id, "position": place, "name": file.name, "sha256": file.sha256}
            for place, file in enumerate(files)
        ]
        if written:
            self._connection.execute(insert(export_files), written)
        return Export(
            id=export_id,
            draft_id=draft_id,
            version=version,
            at=at,
            files=tuple(files),
            form_revision=form_revision,
            rules=rules,
        )

    def of(self, draft_id: int) -> tuple[Export, ...]:
        """Give the exports of a draft, newest first."""
        mine = select(exports).where(exports.c.document_id == draft_id)
        found = self._connection.execute(mine.order_by(exports.c.id.desc())).mappings().all()
        return tuple(self._export(row) for row in found)

    def of_file(self, sha256: str) -> Export | None:
        """Tell from which export a file comes, by its SHA-256 in hexadecimal; the last such one."""
        having = select(export_files.c.export_id).where(export_files.c.sha256 == sha256.lower())
        wanted = select(exports).where(exports.c.id.in_(having)).order_by(exports.c.id.desc())
        found = self._connection.execute(wanted.limit(1)).mappings().first()
        return None if found is None else self._export(found)

    def document(self, export_id: int) -> Declaration:
        """Give the document as it was exported; Gone or UnreadableDraft."""
        body = self._connection.execute(select(exports.c.body).where(exports.c.id == export_id))
        found: str | None = body.scalar()
        if found is None:
            raise Gone(str(export_id))
        return rows.decoded(found, str(export_id))

    def _export(self, row: RowMapping) -> Export:
        mine = select(export_files.c.name, export_files.c.sha256).where(
            export_files.c.export_id == row["id"]
        )
        found = self._connection.execute(mine.order_by(export_files.c.position))
        return Export(
            id=row["id"],
            draft_id=row["document_id"],
            version=row["version"],
            at=row["at"],
            files=tuple(ExportedFile(name, sha256) for name, sha256 in found),
            form_revision=row["form_revision"],
            rules=row["rules"],
        )
