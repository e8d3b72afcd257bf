"""Files written whole or not at all, for the person alone."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def write_whole(path: Path, body: bytes) -> None:
    """Write a file (0600) through a temporary one beside it; OSError leaves the old file as it was.

    Folders on the way are made, for the person alone (0700).
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".olapp-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(body)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def appearing_together(folder: Path) -> Iterator[Path]:
    """Give a hidden folder whose files appear in ``folder`` together when the block succeeds.

    When it fails nothing appears; a folder made for it goes again. Files of the same name are
    replaced.
    """
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".olapp-") as name:
            yield Path(name)
            for path in sorted(Path(name).iterdir()):
                path.replace(folder / path.name)
    finally:
        if is_new:
            with suppress(OSError):  # it has files in it now, as it should
                folder.rmdir()
