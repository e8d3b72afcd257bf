"""The archive: everything on the desk as a zip of JSON lines, so that any program can read it."""

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from olapp.codec.schema import schema
from olapp.domain.dates import BEIJING
from olapp.domain.declaration import Declaration
from olapp.domain.holding import Holding
from olapp.exchange.book import Stopped
from olapp.exchange.steps import Step as Progress
from olapp.persistence import dumping
from olapp.persistence.revisions import HEAD
from olapp.services.kept_files import sha256
from olapp.services.refusals import cannot_write

FORMAT, VERSION = "olapp-export", 1
MANIFEST, README = "manifest.json", "README.txt"
TABLES, SCHEMAS, ATTACHED = "tables/", "schema/", "attachments/"
_OFTEN = 2000
_CHUNK = 2**20
_README = """\
olapp export, version 1 / olapp 全部数据导出，第 1 版

tables/*.jsonl    one table each, one row a line, JSON in UTF-8, in the order of the keys
schema/           tables.json: the columns; holding.json and declaration.json: JSON Schema (2020-12)
                  of the column "body" of holding_bodies, holding_past; of documents, their versions
                  and exports
attachments/      attached documents, named by their SHA-256; their names are in the table
                  "attachments"
manifest.json     size, SHA-256 and number of rows of every file above

holdings + holding_bodies: patents as they are now; holding_past: every earlier state.
documents + document_versions: declarations and their history. imports: what was imported when.
Moments are UTC; days are written YYYY-MM-DD; amounts ending in _fen are whole fen.

tables/*.jsonl    每个文件一张表，每行一条记录，UTF-8 编码的 JSON，按主键排序
schema/           tables.json：各表的列；holding.json、declaration.json：“body”列的 JSON Schema
attachments/      附件文档，以 SHA-256 值命名；原文件名见 attachments 表
manifest.json     以上各文件的大小、SHA-256 值和行数

holdings、holding_bodies：专利的当前内容；holding_past：历次修改前的内容。
documents、document_versions：声明及其历史。imports：导入记录。
时刻为协调世界时；日期写作 YYYY-MM-DD；以 _fen 结尾的金额以分为单位。
"""


@dataclass(slots=True)
class _Writing:
    """An archive that is being written."""

    file: zipfile.ZipFile
    at: datetime
    progress: Progress
    cancelled: Callable[[], bool]
    of: int = 0
    done: int = 0
    entries: list[dict[str, Any]] = field(default_factory=list)

    def put(self, name: str, pieces: Iterable[bytes], *, has_rows: bool = False) -> int:
        """Write one file of the archive, piece by piece, and give the number of pieces."""
        info = zipfile.ZipInfo(name, self.at.astimezone(BEIJING).timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        seen, size, count = hashlib.sha256(), 0, 0
        with self.file.open(info, "w", force_zip64=True) as stream:
            for piece in pieces:
                stream.write(piece)
                seen.update(piece)
                size += len(piece)
                count += 1
                if has_rows:
                    self.step(name)
        entry = {"name": name, "size": size, "sha256": seen.hexdigest()}
        self.entries.append(entry | ({"rows": count} if has_rows else {}))
        return count

    def step(self, name: str) -> None:
        """Count a row; Stopped when the person wants no archive after all."""
        if not self.done % _OFTEN:
            if self.cancelled():
                raise Stopped
            self.progress(self.done, max(self.of, self.done), name)
        self.done += 1


def write_archive(
    path: Path,
    database: Path,
    attachments: Path,
    *,
    at: datetime,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> tuple[tuple[str, int], ...] | None:
    """Write the archive whole or not at all, and count what is in it; None when cancelled."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".olapp-")
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream, zipfile.ZipFile(stream, "w") as file:
                counts = _write(_Writing(file, at, progress, cancelled), database, attachments)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except Stopped:
        return None
    except OSError as error:
        raise cannot_write(path, error) from error
    return counts


def _write(writing: _Writing, database: Path, attachments: Path) -> tuple[tuple[str, int], ...]:
    tables = dumping.tables()
    writing.put(README, [_README.encode()])
    for name, body in _schemas().items():
        writing.put(f"{SCHEMAS}{name}.json", [_json(body, indent=1)])
    with dumping.moment_of(database) as moment:
        writing.of = sum(dumping.count(moment, table) for table in tables.values())
        counts = [
            (name, writing.put(f"{TABLES}{name}.jsonl", _lines(moment, name), has_rows=True))
            for name in tables
        ]
        hashes = {row["sha256"] for row in dumping.rows(moment, tables["attachments"])}
    counts.append(("files", sum(_put_file(writing, attachments / name) for name in sorted(hashes))))
    made_at = writing.at.isoformat()
    about = {"format": FORMAT, "version": VERSION, "revision": HEAD, "made_at": made_at}
    writing.put(MANIFEST, [_json(about | {"entries": writing.entries}, indent=1)])
    return tuple(counts)


def _lines(moment: dumping.Moment, table: str) -> Iterator[bytes]:
    return (_json(row) + b"\n" for row in dumping.rows(moment, dumping.tables()[table]))


def _put_file(writing: _Writing, path: Path) -> bool:
    """Write an attached document; one that is lost or damaged is left out."""
    if sha256(path) != path.name:
        return False
    with path.open("rb") as stream:
        writing.put(f"{ATTACHED}{path.name}", iter(lambda: stream.read(_CHUNK), b""))
    return True


def _schemas() -> dict[str, Any]:
    columns = {
        name: [
            {"name": column, "kind": kind, "may_be_empty": may_be_empty}
            for column, kind, may_be_empty in dumping.columns(table)
        ]
        for name, table in dumping.tables().items()
    }
    return {
        "tables": columns,
        "holding": schema(Holding),
        "declaration": schema(Declaration),
    }


def _json(value: object, indent: int | None = None) -> bytes:
    separators = None if indent else (",", ":")
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    return text.encode("utf-8", "surrogatepass")
