"""The door for files from outside: one call, whatever the file is."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from olapp.exchange.book import Book

Step: TypeAlias = Callable[[int, int, str], None]
"""Is told parts done, parts in all, and the name of the next."""


def ignore_step(done: int, of: int, name: str) -> None:
    """Tell nobody."""


def never() -> bool:
    """Say that nobody stops it."""
    return False


def read_book(
    path: Path, *, progress: Step = ignore_step, cancelled: Callable[[], bool] = never
) -> Book:
    """Read a file by its content, in bounded memory and time.

    UnreadableFile says why it cannot be read, Stopped that ``cancelled`` said so.
    """
    raise NotImplementedError
