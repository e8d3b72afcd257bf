"""How long work tells its steps, and hears that it should stop."""

from collections.abc import Callable
from typing import TypeAlias

Step: TypeAlias = Callable[[int, int, str], None]
"""Is told parts done, parts in all (0 when nobody knows), and the name of what is under way."""


def ignore_step(done: int, of: int, name: str) -> None:
    """Tell nobody."""


def never() -> bool:
    """Say that nobody stops it."""
    return False
