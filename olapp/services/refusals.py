"""Refusals: what a disk does not take, told as a trouble."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble, reason


def cannot_write(path: Path, error: OSError) -> Trouble:
    """Give the trouble with a place that refuses."""
    return Trouble(
        Sentence(N_("The file cannot be written: {reason}."), {"reason": reason(error)}),
        str(path),
        Sentence(N_("Choose another folder, or free some space there.")),
    )


@contextmanager
def written(path: Path) -> Iterator[None]:
    """Raise the trouble with a place when what is done there is refused."""
    try:
        yield
    except OSError as error:
        raise cannot_write(path, error) from error
