"""The last net: a report of a bug without a word of the person's documents."""

import logging
import platform
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion

from olapp import __version__

_log = logging.getLogger(__name__)


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Write a report: versions, the kind of error, and the places in the code.

    Neither messages nor values of variables are in it, since both may hold what was typed.
    """
    lines = [
        f"olapp {__version__}, Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        "",
        *_places(kind, error, trace),
    ]
    return "\n".join(lines)


def _places(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> Iterator[str]:
    cause = error.__cause__ or error.__context__
    if cause is not None:
        yield from _places(type(cause), cause, cause.__traceback__)
        yield "-> then"
    yield f"{kind.__module__}.{kind.__qualname__}"
    for frame in traceback.extract_tb(trace):
        yield f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"


def _short(filename: str) -> str:
    """Name a file from its package on: where a program lies tells who uses it."""
    parts = Path(filename).parts
    start = next((at for at, part in enumerate(parts) if part in {"olapp", "site-packages"}), -1)
    return "/".join(parts[start:])


def log(text: str) -> None:
    """Write a report to the log."""
    _log.error("%s", text)
