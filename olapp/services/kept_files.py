"""Copies of attached documents, named by their hash: brought from one folder to another, once."""

import hashlib
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from olapp.services.refusals import written

POOL = "files"
"""Name of the folder beside backups that holds attached documents."""


def beside(backup: Path) -> Path:
    """Give the folder of documents that belongs to a backup made elsewhere."""
    return backup.with_name(f"{backup.stem}-{POOL}")


def bring(hashes: Iterable[str], source: Path, target: Path) -> None:
    """Bring documents that the target lacks and the source has; Trouble when the target refuses.

    A document that is damaged in the source is not brought.
    """
    for name in hashes:
        old, new = source / name, target / name
        if not new.exists() and old.is_file() and sha256(old) == name:
            with written(new):
                _copy(old, new)


def sha256(path: Path) -> str:
    """Give the hash of a file, in hexadecimal; empty when it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _copy(old: Path, new: Path) -> None:
    """Copy whole or not at all, for the person alone."""
    new.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = new.with_name(new.name + ".part")
    with suppress(FileNotFoundError):
        part.unlink()
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    shutil.copyfile(old, part)
    part.replace(new)
