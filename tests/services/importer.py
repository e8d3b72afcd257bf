"""Somebody who imports and undoes without a pause, in a process that may be killed at any moment.

Each line read from standard input starts an importer on the folder named on the command line. It
says its process number, then what it begins.
"""

import csv
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from olapp.domain.numbers import patent
from olapp.law.statute import shipped_law
from olapp.persistence.database import Store
from olapp.services.importing import Importing
from olapp.services.portfolio import Portfolio

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
TODAY = date(2026, 11, 24)
ROWS = 700
"""More than one portion of a commit."""
HEADER = ("申请号", "标题", "申请人", "申请日", "法律状态", "公开(公告)号")


def list_of(folder: Path) -> Path:
    """Write the list that is imported: half of it changes what `earlier` told."""
    return _table(folder / "list.csv", range(ROWS), "授权", date(2026, 11, 2))


def earlier(folder: Path) -> Path:
    """Write the list that is on the desk from the start."""
    return _table(folder / "earlier.csv", range(0, ROWS, 2), "公开", date(2026, 11, 1))


def importing(store: Store, folder: Path) -> Importing:
    """Give the service on a store."""
    portfolio = Portfolio(store, shipped_law(), lambda: NOW, lambda: TODAY, folder / "attachments")
    return Importing(store, portfolio.index, lambda: NOW, lambda: TODAY, folder / "mappings.json")


def take_in(service: Importing, path: Path) -> int:
    """Import a file and give the number of the import."""
    looked = service.look(path)
    plan = looked and service.plan(looked)
    done = plan and service.commit(plan)
    if not done:
        raise RuntimeError(path)
    return done.import_id


def say(line: str) -> None:
    """Write a line at once and whole."""
    os.write(1, f"{line}\n".encode())


def work(folder: Path) -> None:
    """Import and undo for ever."""
    with Store.open(folder / "olapp.db") as store:
        service = importing(store, folder)
        looked = service.look(folder / "list.csv")
        if looked is None:
            raise RuntimeError(folder)
        while True:
            open_ones = [row.id for row in service.imports()[:-1] if row.undone_at is None]
            for number in open_ones:
                say("undo")
                service.undo(number)
            plan = service.plan(looked)
            say("import")
            if plan is not None:
                service.commit(plan)


def main() -> None:
    """Start an importer for each line, and say when it has ended."""
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            say(f"importer {os.getpid()}")
            work(Path(sys.argv[1]))
        os.waitpid(child, 0)
        say("ended")


def _table(path: Path, numbers: range, status: str, day: date) -> Path:
    rows = []
    for number in numbers:
        body = f"20201{number:07d}"
        shown = f"{body}.{patent.calc_check_digit(body)}"
        title = f"一种第{number}号装置"
        rows.append((shown, title, "示例大学", "2020-02-24", status, f"CN11{number:07d}A"))
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEADER, *rows])
    noon = datetime(day.year, day.month, day.day, 4, tzinfo=UTC).timestamp()
    os.utime(path, (noon, noon))
    return path


if __name__ == "__main__":
    main()
