"""A process of its own for the reader of workbooks, which may die without taking us with it.

The reader ends the whole process when it runs out of memory, and no Python can catch that.
"""

import gc
import os
import pickle
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import IO, TYPE_CHECKING, Any

from olapp.exchange.book import Stopped

if TYPE_CHECKING:
    from olapp.exchange.parts import Part

FLAG = "--read-sheets"
"""By which the bundled program knows that it is such a process."""
MEMORY = 512 * 2**20
"""Bytes such a process may take."""
_SECONDS = 300
_PATIENCE = 120.0
"""Seconds to wait for a word; 50,000 rows of 20 cells take one."""
_GLANCE = 0.05
_WORKBOOK = "-"
_LENGTH = struct.Struct("<I")
_AHEAD = 8


class ReaderDied(Exception):  # noqa: N818 - what became of it
    """The process ended before it was done; ``is_exhausted`` when it ran out of bounds."""

    def __init__(self, *, is_exhausted: bool) -> None:
        super().__init__(is_exhausted)
        self.is_exhausted = is_exhausted


class Reading:
    """A process that is reading, or about to."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._parts: Queue[Any] = Queue(_AHEAD)
        self._closed = Event()
        self._thread = Thread(target=self._receive, daemon=True)
        self._thread.start()

    def parts(self, cancelled: Callable[[], bool]) -> Iterator[Any]:
        """Let it begin, and give what it sends.

        ReaderDied when it ends early or keeps silent for too long; Stopped when ``cancelled``.
        """
        with suppress(OSError):  # gone already: the loop below says why
            _pipe(self._process.stdin).write(b"g")
            _pipe(self._process.stdin).flush()
        while (part := self._next(cancelled)) is not None:
            yield part
        if code := self._process.wait():
            raise ReaderDied(is_exhausted=code not in (1, 2))

    def _next(self, cancelled: Callable[[], bool]) -> Any:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if cancelled():
                raise Stopped
            try:
                return self._parts.get(timeout=_GLANCE)
            except Empty:
                continue
        raise ReaderDied(is_exhausted=True)

    def _receive(self) -> None:
        """Take frames off the pipe, on a thread of its own, until it ends."""
        pipe = _pipe(self._process.stdout)
        while head := pipe.read(_LENGTH.size):
            size = _LENGTH.unpack(head.ljust(_LENGTH.size, b"\0"))[0]
            body = pipe.read(size)
            if len(body) < size or not self._put(pickle.loads(body)):  # noqa: S301 - ours
                break
        self._put(None)

    def _put(self, part: Any) -> bool:
        while not self._closed.is_set():
            try:
                self._parts.put(part, timeout=_GLANCE)
            except Full:
                continue
            return True
        return False

    def close(self) -> None:
        """End it, whatever it is doing."""
        self._closed.set()
        self._process.kill()
        self._process.wait()
        self._thread.join()
        _pipe(self._process.stdout).close()
        with suppress(OSError):  # a letter it never took
            _pipe(self._process.stdin).close()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # noqa: S101 - both are asked for below
    return stream


@contextmanager
def reading(path: Path, encoding: str = _WORKBOOK) -> Iterator[Reading]:
    """Start the process; it waits for ``parts`` to be asked for, and is gone after the block.

    ``encoding`` is given for a web page, and not for a workbook.
    """
    process = subprocess.Popen(  # noqa: S603 - ourselves
        [*_command(), encoding, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    run = Reading(process)
    try:
        yield run
    finally:
        run.close()


def _command() -> list[str]:
    """Say how to start ourselves: as the bundled program, or with nothing but our own modules."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    paths = [path or os.getcwd() for path in sys.path]  # noqa: PTH109 - as Python means ""
    code = f"import sys; sys.path[:] = {paths!r}; from olapp.exchange.child import serve; serve()"
    return [sys.executable, "-I", "-S", "-c", code]


def serve() -> None:
    """Be such a process: the last arguments name encoding and file, a letter on stdin says begin.

    It ends with 1 when the file cannot be read, with another code when it would take too much.
    """
    from olapp.exchange.limits import hold_back  # noqa: PLC0415 - the parent needs none

    hold_back(MEMORY, _SECONDS)
    gc.disable()  # millions of cells, and no circles among them
    with os.fdopen(0, "rb") as told, os.fdopen(1, "wb") as out:
        if not told.read(1):
            return
        try:
            for part in _parts(sys.argv[-2], Path(sys.argv[-1])):
                body = pickle.dumps(part, pickle.HIGHEST_PROTOCOL)
                out.write(_LENGTH.pack(len(body)) + body)
                out.flush()
        except MemoryError:
            os._exit(3)


def _parts(encoding: str, path: Path) -> "Iterator[Part]":
    if encoding == _WORKBOOK:
        from olapp.exchange import spreadsheet  # noqa: PLC0415 - one of the two is enough

        return spreadsheet.parts(path)
    from olapp.exchange import web_page  # noqa: PLC0415

    return web_page.parts(path, encoding)
