"""Copies of documents in a folder of the desk, each named by the hash of its content."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO

from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble, reason
from olapp.services.refusals import cannot_write

_CHUNK = 2**20
_LONGEST_NAME = 60
_LONGEST_ENDING = 20


def copy_in(path: Path, folder: Path) -> tuple[str, int]:
    """Copy a file into the folder, whole or not at all; gives its SHA-256 and its bytes.

    Trouble when it cannot be read, or the folder refuses.
    """
    try:
        with path.open("rb") as source:
            return _take_in(source, folder)
    except OSError as error:
        raise _unreadable(path, error) from error


def copy_out(copy: Path, sha256: str, name: str, folder: Path) -> Path:
    """Write a copy under a document's own name into a folder, never over another file.

    Trouble when the copy is gone or no longer what it was.
    """
    try:
        body = copy.read_bytes()
    except OSError as error:
        raise _unreadable(copy, error) from error
    if hashlib.sha256(body).hexdigest() != sha256:
        raise Trouble(
            Sentence(N_("The copy of this document was changed since it was attached.")),
            str(copy),
            Sentence(N_("Put a backup back, or attach the document again.")),
        )
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        target = _unused(folder / safe_name(name))
        with os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(body)
    except OSError as error:
        raise cannot_write(folder, error) from error
    return target


def forget(copy: Path) -> None:
    """Delete a copy no holding needs any more; one that will not go stays and does no harm."""
    with suppress(OSError):
        copy.unlink(missing_ok=True)


def safe_name(name: str) -> str:
    r"""Give the last part of a file name, whatever system wrote it, fit for this one.

    >>> safe_name(r"..\..\证书.pdf"), safe_name("..")
    ('证书.pdf', 'document')
    """
    last = PureWindowsPath(PurePosixPath(name).name).name
    plain = "".join(mark for mark in last if mark.isprintable() and mark not in '<>:"/\\|?*')
    plain = plain.encode("utf-8", "replace").decode().strip(" .")
    stem, dot, ending = plain.rpartition(".")
    short = f"{stem[:_LONGEST_NAME]}{dot}{ending[:_LONGEST_ENDING]}"
    return short or "document"


def _take_in(source: BinaryIO, folder: Path) -> tuple[str, int]:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".olapp-")
    except OSError as error:
        raise cannot_write(folder, error) from error
    digest, size = hashlib.sha256(), 0
    try:
        with os.fdopen(handle, "wb") as target:
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
                _write(target, chunk, folder)
            target.flush()
            os.fsync(target.fileno())
        Path(name).replace(folder / digest.hexdigest())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return digest.hexdigest(), size


def _write(target: BinaryIO, chunk: bytes, folder: Path) -> None:
    """Write; a full disk is a trouble of the folder, not of the file that is read."""
    try:
        target.write(chunk)
    except OSError as error:
        raise cannot_write(folder, error) from error


def _unused(path: Path) -> Path:
    number, free = 2, path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free


def _unreadable(path: Path, error: OSError) -> Trouble:
    return Trouble(
        Sentence(N_("The file cannot be read: {reason}."), {"reason": reason(error)}),
        str(path),
        Sentence(N_("Check that it exists, is a file, and that you may read it.")),
    )
