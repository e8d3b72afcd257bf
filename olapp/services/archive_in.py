"""An archive read back: every file of it proved before anything of ours is touched."""

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble, reason
from olapp.exchange.book import Stopped
from olapp.exchange.steps import Step as Progress
from olapp.persistence import dumping
from olapp.persistence.database import Store
from olapp.persistence.revisions import HEAD
from olapp.services.archive import ATTACHED, FORMAT, MANIFEST, TABLES, VERSION

_NAMES = re.compile(
    r"README\.txt|manifest\.json|schema/[a-z]{1,40}\.json|tables/[a-z_]{1,40}\.jsonl"
    r"|attachments/[0-9a-f]{64}"
)
_MOST_FILES = 1_000_000
_MOST_BYTES = 64 * 2**30
_LARGEST_MANIFEST = 256 * 2**20
_LONGEST_LINE = 64 * 2**20
"""Bytes of one row; no report of an import of ours comes near."""
_DENSEST, _DENSE_FROM = 200, 2**20
"""What is packed more tightly than this, from this size on, is a bomb: text reaches 30 at best."""
_CHUNK = 2**20
_OFTEN = 2000
Infos = dict[str, zipfile.ZipInfo]
Entries = dict[str, dict[str, Any]]


class BadArchive(Trouble):
    """A file is no export of ours, or not as it was written."""

    def __init__(self, where: str, why: Sentence) -> None:
        """Say which file, and why."""
        super().__init__(
            Sentence(N_("The export cannot be read: {why}"), {"why": why}),
            where,
            Sentence(N_("Choose a file that “Export everything” wrote; nothing was changed.")),
        )


@dataclass(frozen=True, slots=True)
class Found:
    """What was in an archive, laid out in a folder that goes away again."""

    database: Path
    files: Path
    """The folder of attached documents, named by their hash."""
    hashes: frozenset[str]
    counts: tuple[tuple[str, int], ...]


class _Refused(Exception):  # noqa: N818 - the file is wrong, not we
    """Why an archive is refused."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text)
        self.sentence = Sentence(text, values)


@contextmanager
def opened_archive(
    path: Path, scratch: Path, progress: Progress, cancelled: Callable[[], bool]
) -> Iterator[Found | None]:
    """Give what is in an archive as a new database; None when cancelled, BadArchive when refused.

    Nothing is laid out by the names in the archive.
    """
    scratch.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".import-", dir=scratch) as folder:
        try:
            found = _laid_out(path, Path(folder), progress, cancelled)
        except Stopped:
            found = None
        except _Refused as refused:
            raise BadArchive(str(path), refused.sentence) from refused
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
            raise BadArchive(str(path), Sentence(_NO_ZIP)) from None
        except OSError as error:
            why = Sentence(N_("The file cannot be read: {reason}."), {"reason": reason(error)})
            raise BadArchive(str(path), why) from error
        yield found


_NO_ZIP = N_("It is no whole zip file.")


def _laid_out(path: Path, folder: Path, progress: Progress, cancelled: Callable[[], bool]) -> Found:
    with zipfile.ZipFile(path) as file:
        infos = _proved_names(file, path.stat().st_size)
        entries = _manifest(file, infos)
        database = folder / "new.db"
        Store.open(database).close()
        reading = _Reading(file, entries, progress, cancelled)
        counts = [(name, reading.fill(database, name)) for name in dumping.tables()]
        files = folder / "files"
        files.mkdir(mode=0o700)
        hashes = frozenset(
            name.removeprefix(ATTACHED) for name in entries if name.startswith(ATTACHED)
        )
        for name in sorted(hashes):
            reading.lay(name, files)
        for name in sorted(entries):
            if not name.startswith((TABLES, ATTACHED)):
                reading.prove(name)
    with Store.open(database) as store:
        store.check()
    return Found(database, files, hashes, (*counts, ("files", len(hashes))))


def _proved_names(file: zipfile.ZipFile, size: int) -> Infos:
    """Give the files by name, all of them ours, and none larger than it can honestly be."""
    infos = file.infolist()
    names = {info.filename: info for info in infos}
    if len(infos) > _MOST_FILES or len(names) < len(infos):
        raise _Refused(N_("It holds too many files, or one name twice."))
    for info in infos:
        if _NAMES.fullmatch(info.filename) is None:
            raise _Refused(
                N_("It holds something that is not ours: {name}."), name=info.filename[:80]
            )
        if info.file_size > max(_DENSE_FROM, _DENSEST * info.compress_size):
            raise _Refused(N_("It would swell beyond all measure: {name}."), name=info.filename)
    packed = sum(info.compress_size for info in infos)
    if packed > size or sum(info.file_size for info in infos) > _MOST_BYTES:
        raise _Refused(N_("It claims to hold more than it can."))
    return names


def _manifest(file: zipfile.ZipFile, infos: Infos) -> Entries:
    """Give the entries of the manifest by name; every file has one, and every entry a file."""
    if MANIFEST not in infos or infos[MANIFEST].file_size > _LARGEST_MANIFEST:
        raise _Refused(N_("It has no list of contents."))
    about = _parsed(file.read(MANIFEST), MANIFEST)
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise _Refused(N_("It has no list of contents."))
    if (about.get("version"), about.get("revision")) != (VERSION, HEAD):
        raise _Refused(N_("Another version of olapp wrote it; use that version, or update."))
    listed = about.get("entries")
    rows = listed if isinstance(listed, list) else []
    entries = {row["name"]: row for row in rows if isinstance(row, dict) and _is_entry(row)}
    wanted = {f"{TABLES}{name}.jsonl" for name in dumping.tables()}
    if set(entries) != set(infos) - {MANIFEST} or not wanted <= set(entries):
        raise _Refused(N_("Its list of contents does not fit what it holds."))
    return entries


def _is_entry(row: dict[str, Any]) -> bool:
    return all(isinstance(row.get(key), str) for key in ("name", "sha256"))


def _parsed(body: bytes, name: str) -> Any:
    try:
        return json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise _Refused(N_("It holds something that cannot be read: {name}."), name=name) from None


@dataclass(slots=True)
class _Reading:
    """An archive that is being read."""

    file: zipfile.ZipFile
    entries: Entries
    progress: Progress
    cancelled: Callable[[], bool]
    done: int = 0

    def fill(self, database: Path, table: str) -> int:
        """Read the rows of a table into the new database."""
        name = f"{TABLES}{table}.jsonl"
        try:
            with closing(self._rows(name)) as rows:
                return dumping.fill(database, dumping.tables()[table], rows)
        except dumping.UnsoundRow:
            raise _Refused(
                N_("It holds a row that cannot be one of ours: {name}."), name=name
            ) from None

    def lay(self, sha256: str, folder: Path) -> None:
        """Lay an attached document into a folder; its name is its hash, and is proved."""
        name = f"{ATTACHED}{sha256}"
        seen = hashlib.sha256()
        with self.file.open(name) as stream, (folder / sha256).open("xb") as target:
            for piece in iter(lambda: stream.read(_CHUNK), b""):
                self._step(name)
                seen.update(piece)
                target.write(piece)
        if seen.hexdigest() != sha256:
            raise _Refused(N_("It is not as it was written: {name}."), name=name)

    def prove(self, name: str) -> None:
        """See that a file nobody needs is as it was written."""
        self._compare(name, hashlib.sha256(self.file.read(name)).hexdigest())

    def _rows(self, name: str) -> Generator[object, None, None]:
        seen = hashlib.sha256()
        with self.file.open(name) as stream:
            for line in _lines(stream, name):
                seen.update(line)
                self._step(name)
                yield _parsed(line, name)
        self._compare(name, seen.hexdigest())

    def _compare(self, name: str, found: str) -> None:
        if found != self.entries[name]["sha256"]:
            raise _Refused(N_("It is not as it was written: {name}."), name=name)

    def _step(self, name: str) -> None:
        if not self.done % _OFTEN:
            if self.cancelled():
                raise Stopped
            of = sum(int(each.get("rows", 0)) for each in self.entries.values())
            self.progress(self.done, max(of, self.done), name)
        self.done += 1


def _lines(stream: IO[bytes], name: str) -> Iterator[bytes]:
    while line := stream.readline(_LONGEST_LINE + 1):
        if len(line) > _LONGEST_LINE:
            raise _Refused(N_("It holds something that cannot be read: {name}."), name=name)
        yield line
