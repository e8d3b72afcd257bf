"""The troubles of a store, and what the errors of files and engines mean to a person."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from olapp.domain.declaration import Declaration
from olapp.domain.holding import Holding
from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble
from olapp.persistence.kept import Draft
from olapp.persistence.kept_portfolio import KeptHolding

TRY_AGAIN = N_("Close the other program, or wait until it is done, and try again.")
LEFT_ALONE = N_("Choose another file; this one was left as it is.")


class StoreTrouble(Trouble):
    """A trouble with the place where everything is kept; the class says which one."""

    what_happened = N_("The database cannot be used.")
    what_to_do = LEFT_ALONE

    def __init__(self, where: str, **values: object) -> None:
        """Say where; the values fill the sentence of the class."""
        super().__init__(Sentence(self.what_happened, values), where, Sentence(self.what_to_do))


class Damaged(StoreTrouble):
    """The file is no database any more, or not a whole one; `rescue.rescue` is the way out."""

    what_happened = N_("The database is damaged.")
    what_to_do = N_(
        "Have it rescued: the damaged file is set aside, and what can be read goes into a new one."
    )


class DamageFound(Damaged):
    """Damage that showed while the file was in use; the next opening offers the way out."""

    what_to_do = N_("Close the program and start it again: it then offers to rescue what it can.")


class NewerDatabase(StoreTrouble):
    """A later olapp has changed the tables."""

    what_happened = N_("A newer version of olapp wrote this database.")
    what_to_do = N_("Update olapp and open it again; the file was left as it is.")


class ForeignDatabase(StoreTrouble):
    """The database belongs to another program."""

    what_happened = N_("This is the database of another program.")


class Locked(StoreTrouble):
    """Somebody else has been writing for longer than we wait."""

    what_happened = N_("Another program keeps the database locked.")
    what_to_do = TRY_AGAIN


class ReadOnly(StoreTrouble):
    """File or folder may be read only."""

    what_happened = N_("The database cannot be written: its file or folder is read-only.")
    what_to_do = N_("Allow writing to the file and its folder, or choose a folder of your own.")


class Unopenable(StoreTrouble):
    """The file, or one beside it, cannot be opened: taken away, perhaps, or not allowed."""

    what_happened = N_("The database cannot be opened.")
    what_to_do = N_("Check that the file is still there and that you may write to its folder.")


class DiskFull(StoreTrouble):
    """No room for what was to be kept; what was kept before is whole."""

    what_happened = N_("The disk is full.")
    what_to_do = N_("Make room and try again; everything kept before is still there.")


class DiskFault(StoreTrouble):
    """The operating system could not read or write."""

    what_happened = N_("The disk does not read or write as it should.")
    what_to_do = N_("Check that the disk is connected and sound, then try again.")


class Unusable(StoreTrouble):
    """A folder, a missing drive, a name the file system refuses."""

    what_happened = N_("No database can be kept at this place.")
    what_to_do = N_("Choose a file in a folder of your own.")


class NetworkFolder(StoreTrouble):
    """Write-ahead logging needs memory that all writers share; network folders have none."""

    what_happened = N_("This folder is on a network ({kind}), where the database is not safe.")
    what_to_do = N_("Choose a folder on a disk of this computer.")


class Unreachable(StoreTrouble):
    """A database server does not answer."""

    what_happened = N_("The database server does not answer.")
    what_to_do = N_("Check the address and the network, then try again.")


class NoCopy(StoreTrouble):
    """A copy is made of files only."""

    what_happened = N_("A database on a server cannot be copied from here.")
    what_to_do = N_("Use the backup of the server.")


class Gone(StoreTrouble):
    """Somebody erased the draft meanwhile."""

    what_happened = N_("This draft is no longer there.")
    what_to_do = N_("Look at the list again; it may have been erased in another window.")


class UnreadableDraft(StoreTrouble):
    """The text of a document is not what it was when kept; ``body`` is what there is."""

    what_happened = N_("This draft cannot be read.")
    what_to_do = N_("Take an earlier version from its history, or update olapp.")

    def __init__(self, where: str, body: bytes) -> None:
        """Keep the text, so that it can still be saved to a file."""
        super().__init__(where)
        self.body = body


class StaleWrite(StoreTrouble):
    """A change was made on top of a version that is no longer the present one."""

    what_happened = N_("This draft was changed elsewhere in the meantime.")
    what_to_do = N_("Compare the two and choose; nothing was overwritten.")

    def __init__(self, where: str, mine: Declaration, theirs: Draft) -> None:
        """Keep both: what was to be written, and what is there."""
        super().__init__(where)
        self.mine = mine
        self.theirs = theirs


class HoldingGone(Gone):
    """Somebody took the holding out of the portfolio meanwhile."""

    what_happened = N_("This patent is no longer in the portfolio.")
    what_to_do = N_("Look at the list again; it may have been removed in another window.")


class ImportGone(Gone):
    """An import of this number is not in the log."""

    what_happened = N_("This import is no longer in the log.")
    what_to_do = N_("Look at the list of imports again.")


class UnreadableHolding(StoreTrouble):
    """The text of a holding is not what it was when kept; ``body`` is what there is."""

    what_happened = N_("The record of this patent cannot be read.")
    what_to_do = N_("Put a backup back, or remove the patent and import it again.")

    def __init__(self, where: str, body: str) -> None:
        """Keep the text, so that it can still be saved to a file."""
        super().__init__(where)
        self.body = body


class StaleHolding(StoreTrouble):
    """A change was made on top of a version of a holding that is no longer the present one."""

    what_happened = N_("This patent was changed elsewhere in the meantime.")
    what_to_do = N_("Compare the two and choose; nothing was overwritten.")

    def __init__(self, where: str, mine: Holding, theirs: KeptHolding) -> None:
        """Keep both: what was to be written, and what is there."""
        super().__init__(where)
        self.mine = mine
        self.theirs = theirs


_BY_CODE: dict[int, type[StoreTrouble]] = {
    sqlite3.SQLITE_PERM: ReadOnly,
    sqlite3.SQLITE_BUSY: Locked,
    sqlite3.SQLITE_LOCKED: Locked,
    sqlite3.SQLITE_READONLY: ReadOnly,
    sqlite3.SQLITE_IOERR: DiskFault,
    sqlite3.SQLITE_CORRUPT: Damaged,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_CANTOPEN: Unopenable,
    sqlite3.SQLITE_PROTOCOL: Locked,
    sqlite3.SQLITE_NOTADB: Damaged,
}
_BY_ERRNO: dict[int, type[StoreTrouble]] = {
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
    errno.EROFS: ReadOnly,
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EIO: DiskFault,
}
_PRIMARY = 0xFF
"""Extended codes of SQLite carry the plain one in their lowest byte."""


@contextmanager
def engine_told(where: str) -> Iterator[None]:
    """Turn errors of the database engine into troubles; bugs stay what they are."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        kind = _of_engine(error)
        if kind is None:
            raise
        raise kind(where) from error


@contextmanager
def files_told(where: str) -> Iterator[None]:
    """Turn errors of the file system into troubles."""
    try:
        yield
    except OSError as error:
        raise _BY_ERRNO.get(error.errno or 0, Unusable)(where) from error


def _of_engine(error: DBAPIError | sqlite3.Error) -> type[StoreTrouble] | None:
    """Give the trouble behind an error of SQLite or of a server's driver, if it is one."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(origin, sqlite3.Error):
        return _BY_CODE.get(getattr(origin, "sqlite_errorcode", 0) & _PRIMARY)
    return Unreachable if isinstance(error, OperationalError) else None
