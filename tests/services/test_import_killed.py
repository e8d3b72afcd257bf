"""Imports killed at random moments: set OLAPP_KILLS to the number wanted (50 for the full run)."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from olapp.persistence.database import Store

KILLS = int(os.environ.get("OLAPP_KILLS", "5"))
SEED = int(os.environ.get("OLAPP_SEED", "1"))
Contents = dict[str, list[tuple[object, ...]]]
SCRIPT = Path(__file__).with_name("importer.py")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="an importer is a forked process")


@pytest.fixture
def importer() -> ModuleType:
    """The importer's script, to make its files and the desk it starts from."""
    spec = spec_from_file_location("importer", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def office(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that starts an importer whenever it is told to."""
    command = [sys.executable, str(SCRIPT), str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        yield process


def contents(path: Path) -> Contents:
    """Every table but the log and its moments, and what the full text finds."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("sqlite_", "holdings_sought")) and name != "imports"
        ]
        found = {
            name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr)  # noqa: S608
            for name in names
        }
        found["sought"] = connection.execute(
            "SELECT rowid FROM holdings_sought('words : 装置') ORDER BY 1"
        ).fetchall()
    return found


def test_an_import_killed_at_any_moment_leaves_the_desk_before_or_after_it(
    tmp_path: Path, office: subprocess.Popen[str], importer: ModuleType
) -> None:
    chance = random.Random(SEED)  # noqa: S311 - moments, not secrets
    importer.earlier(tmp_path)
    importer.list_of(tmp_path)
    path = tmp_path / "olapp.db"
    with Store.open(path) as store:
        service = importer.importing(store, tmp_path)
        importer.take_in(service, tmp_path / "earlier.csv")
        before = contents(path)
        began = time.monotonic()
        whole = importer.take_in(service, tmp_path / "list.csv")
        span = time.monotonic() - began
        after = marked(path, whole)
        service.undo(whole)
    assert contents(path) == before
    known = {"before": before, "after": after}
    states = [killed(office, chance, path, known, span) for _ in range(KILLS)]
    assert set(states) <= known.keys(), states


def marked(path: Path, number: int) -> Contents:
    """The contents with the number of an import, which goes up each time, taken out."""
    found = contents(path)
    for name in ("holdings", "holding_past"):
        place = {"holdings": 4, "holding_past": 5}[name]
        found[name] = [
            (*row[:place], "this" if row[place] == number else row[place], *row[place + 1 :])
            for row in found[name]
        ]
    return found


def killed(
    office: subprocess.Popen[str],
    chance: random.Random,
    path: Path,
    known: dict[str, Contents],
    span: float,
) -> str:
    """Kill an importer at a random moment of its work, and tell how it left the desk."""
    assert office.stdin is not None
    assert office.stdout is not None
    office.stdin.write("go\n")
    office.stdin.flush()
    told, process = office.stdout.readline().split()
    assert told == "importer"
    for _ in range(chance.randint(1, 2)):
        assert office.stdout.readline().strip() in {"import", "undo"}
    time.sleep(chance.random() * span)
    os.kill(int(process), signal.SIGKILL)
    while office.stdout.readline().strip() != "ended":
        pass
    with Store.open(path) as store:
        store.check()
        with store.read() as unit:
            newest, *_ = unit.imports.all()
    found = marked(path, newest.id)
    return next((name for name, state in known.items() if state == found), "neither")
