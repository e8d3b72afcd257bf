"""Draws a batch of packs and prints the peak of its memory, in bytes; run as a process of its own.

``python -m bench.batch 1000 2026-11-23``. The packs are let go as they are drawn.
"""

import re
import resource
import sys
from datetime import date
from pathlib import Path

from bench.declarations import distinct, richest
from olapp.app import tools
from olapp.settings import Settings

_STATUS = Path("/proc/self/status")
_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")
_UNIT = 1 if sys.platform == "darwin" else 1024
"""What ru_maxrss counts in."""


def main(count: str, day: str) -> None:
    """Draw so many packs."""
    printing = tools(Settings(), date.fromisoformat(day)).printing
    for document in distinct(richest(), 1, int(count)):
        printing.render(document)
    print(peak())


def peak() -> int:
    """Give the peak of this process; on Linux ru_maxrss would count the process that began it."""
    told = _PEAK.search(_STATUS.read_text()) if _STATUS.exists() else None
    if told:
        return int(told[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


if __name__ == "__main__":
    main(*sys.argv[1:])
