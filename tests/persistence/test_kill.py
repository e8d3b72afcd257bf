"""Kills at random moments: set OLAPP_KILLS to the number wanted, OLAPP_SEED to other moments."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from olapp.persistence.database import Store

KILLS = int(os.environ.get("OLAPP_KILLS", "25"))
SEED = int(os.environ.get("OLAPP_SEED", "1"))
SCRIPT = Path(__file__).with_name("typist.py")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a typist is a forked process")


@pytest.fixture
def typist() -> ModuleType:
    """The typist's script, to know what each step must have left."""
    spec = spec_from_file_location("typist", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def office(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that starts a typist whenever it is told to."""
    command = [sys.executable, str(SCRIPT), str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        yield process


def tell(office: subprocess.Popen[str]) -> None:
    assert office.stdin is not None
    office.stdin.write("type\n")
    office.stdin.flush()


def said(office: subprocess.Popen[str]) -> list[str]:
    assert office.stdout is not None
    return office.stdout.readline().split()


def killed(office: subprocess.Popen[str], chance: random.Random) -> tuple[int, int]:
    """Kill a typist at a random moment, in one of five while it opens the store, else while it
    types; give the last draft and step that it told.
    """
    tell(office)
    told, process = said(office)
    assert told == "typist"
    last = (0, 0)
    if chance.random() > 0.2:
        last = draft_and_step(said(office))
    time.sleep(chance.random() * 0.06)
    os.kill(int(process), signal.SIGKILL)
    while (line := said(office)) != ["ended"]:
        last = draft_and_step(line)
    return last


def draft_and_step(line: list[str]) -> tuple[int, int]:
    told, draft, step = line
    assert told == "kept"
    return int(draft), int(step)


def test_a_process_killed_at_any_moment_loses_nothing_it_had_kept(
    path: Path, office: subprocess.Popen[str], typist: ModuleType
) -> None:
    chance = random.Random(SEED)  # noqa: S311 - moments, not secrets
    last = (0, 0)
    for _ in range(KILLS):
        last = max(last, killed(office, chance))
        with Store.open(path) as store, store.read() as unit:
            store.check()
            kept = {row.id: row.version for row in unit.drafts.find(limit=10_000)}
            newest = max(kept.items(), default=(0, 0))
            following = {last, (last[0], last[1] + 1), (last[0] + 1, 1)}
            assert newest in following
            assert unit.drafts.count() == newest[0]
            for draft_id, version in kept.items():
                expected = typist.CHANGES if draft_id != newest[0] else newest[1]
                assert version == expected
            for draft_id in sorted(kept)[-3:]:
                draft = unit.drafts.get(draft_id)
                assert draft.document == typist.document(draft.version)
                history = unit.drafts.history(draft_id)
                assert history[0].version == draft.version
                assert unit.drafts.at_version(draft_id, draft.version) == draft.document
        last = newest
    assert last > (1, 1), "no typist got anywhere"
