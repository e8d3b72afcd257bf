"""Trouble: what the environment did to us, and what the person can do about it."""

import errno
from collections.abc import Callable
from dataclasses import dataclass

from olapp.domain.sentence import N_, Sentence

_REASONS = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("you may not do that there"),
    errno.EPERM: N_("you may not do that there"),
    errno.EROFS: N_("the disk can only be read"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a file stands where a folder should be"),
    errno.EEXIST: N_("a file stands where a folder should be"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EIO: N_("the disk does not read or write as it should"),
}


def reason(error: OSError) -> object:
    """Say why the system refused, as a value of a sentence; in its own words where we have none."""
    text = _REASONS.get(error.errno or 0)
    return error.strerror or str(error) if text is None else Sentence(text)


@dataclass(frozen=True, slots=True)
class WayOut:
    """What the program can do about a trouble, when the person says so."""

    label: str
    """English msgid, a verb first: what stands on the button."""
    act: Callable[[], Sentence]
    """Does it, and gives what came of it; may raise a Trouble of its own."""


class Trouble(Exception):  # noqa: N818 - a trouble is not our error
    """A disk, a lock, a file or a version stands in the way.

    ``what`` says what happened, ``where`` names the place (a file, a folder, a database),
    ``remedy`` says what to do, and ``way_out`` does it, where the program itself can.
    """

    way_out: WayOut | None = None

    def __init__(self, what: Sentence, where: str, remedy: Sentence) -> None:
        """Keep the three answers every trouble owes the person."""
        super().__init__(f"{what} ({where}) {remedy}")
        self.what = what
        self.where = where
        self.remedy = remedy
