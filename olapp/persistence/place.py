"""The place of a database file: for its owner's eyes, on a disk of this computer, never lost."""

import contextlib
import os
import re
import shutil
import sys
from itertools import count
from pathlib import Path

from olapp.files import write_whole
from olapp.persistence.troubles import NetworkFolder, ReadOnly, files_told

SIDE_FILES = ("-wal", "-shm")
"""What SQLite writes beside a database; they take the file mode of the database."""
_NOTE = "-checked"
_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_MOUNTS = Path("/proc/self/mounts")
_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|afs|ncpfs|ceph|glusterfs|lustre|gpfs|beegfs|orangefs|davfs2?|coda"
    r"|fuse\.(?:sshfs|rclone|davfs2?|glusterfs|ceph\S*|s3fs|smbnetfs|gvfsd\S*|curlftpfs)"
)
_REMOTE_DRIVE = 4
_KNOWS_EFFECTIVE_IDS = os.access in os.supports_effective_ids


def prepare(path: Path) -> None:
    """Make folder and file where they are missing, readable by their owner alone.

    A folder on a network is a trouble, as is one that cannot be made or written.
    """
    with files_told(str(path)):
        path.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
        kind = network_kind(path.parent)
        if kind is not None:
            raise NetworkFolder(str(path), kind=kind)
        if path.is_dir():
            raise IsADirectoryError(str(path))
        with contextlib.suppress(FileExistsError):
            create(path)
    _ask_for_writing(path)


def _ask_for_writing(path: Path) -> None:
    """ReadOnly before SQLite is asked: it would leave side files that stay read-only for ever.

    Asked, not tried: to close a file drops every lock that this process holds on it.
    """
    for place in (path.parent, path, *(beside(path, side) for side in SIDE_FILES)):
        can_be_written = os.access(place, os.W_OK, effective_ids=_KNOWS_EFFECTIVE_IDS)
        if place.exists() and not can_be_written:
            raise ReadOnly(str(place))


def beside(path: Path, side: str) -> Path:
    """Give the path of a side file of a database."""
    return path.with_name(path.name + side)


def create(path: Path) -> None:
    """Make an empty private file; FileExistsError rather than touch what is there."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE_FILE))


def noted(path: Path) -> str:
    """Give what was last noted beside a database; empty when nothing was."""
    try:
        return beside(path, _NOTE).read_text("utf-8", "replace")
    except OSError:
        return ""


def note(path: Path, text: str) -> None:
    """Note a line beside a database; where that is not possible, nothing is noted."""
    with contextlib.suppress(OSError):
        write_whole(beside(path, _NOTE), text.encode())


def unused(path: Path) -> Path:
    """Give the path, or the first numbered one beside it that does not exist yet."""
    if not path.exists():
        return path
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(other for other in numbered if not other.exists())


def copy(source: Path, target: Path) -> None:
    """Copy a file, privately, onto the disk itself; FileExistsError when the target exists."""
    create(target)
    shutil.copyfile(source, target)
    settle(target)


def replace(new: Path, target: Path) -> None:
    """Put a finished file in the place of another in one step that survives a power cut."""
    settle(new)
    new.replace(target)
    settle(target.parent)


def settle(path: Path) -> None:
    """Wait until a file, or a folder's list of files, is on the disk."""
    if sys.platform == "win32" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def network_kind(folder: Path) -> str | None:
    """Give the kind of network file system a folder lies on; None when local or not known."""
    if _is_remote_drive(folder.resolve().drive):
        return "SMB"
    if not _MOUNTS.exists():
        return None
    return network_kind_in(_MOUNTS.read_text("utf-8", "surrogateescape"), folder)


def network_kind_in(mounts: str, folder: Path) -> str | None:
    """Look a folder up in a mount table (proc(5)); the longest and last mount holds it."""
    real = folder.resolve()
    holder, kind = Path("/"), ""
    for line in mounts.splitlines():
        _, point, found, *_ = line.split(" ")
        mount = Path(_unescaped(point))
        if real.is_relative_to(mount) and len(mount.parts) >= len(holder.parts):
            holder, kind = mount, found
    return kind if _NETWORK.fullmatch(kind) else None


def _unescaped(point: str) -> str:
    r"""Mount tables write blanks as \040."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), point)


def _is_remote_drive(drive: str) -> bool:
    r"""Whether a Windows drive (``Z:`` or ``\\host\share``) is on another computer."""
    is_remote = drive.startswith("\\\\")
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - there only

        kind: int = ctypes.windll.kernel32.GetDriveTypeW(drive + "\\")
        is_remote = is_remote or kind == _REMOTE_DRIVE
    return is_remote
