"""What the figures were taken with."""

import os
import platform
import sqlite3
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

_LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "reportlab", "pikepdf", "msgspec", "typst")


def facts() -> Iterator[str]:
    """Name the machine and the versions, line by line."""
    cores = os.cpu_count()
    yield f"{platform.system()} {platform.machine()}, {cores} cores"
    yield f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    yield ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
