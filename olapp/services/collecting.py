"""Garbage collection, put off while a whole file of values without circles is made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_waiting: list[bool] = []
"""One for each block that runs now; it tells whether collection was on before."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no circles in this block, on any thread; references alone free what is unused.

    A collection walks over every value there is: with a plan of 50,000 patents, again and again.
    """
    with _lock:
        _waiting.append(gc.isenabled())
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            was_on = _waiting.pop()
            if not _waiting and was_on:
                gc.enable()
