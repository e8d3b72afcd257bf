import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted(ROOT.glob("requirements*.lock"))
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def canonical(requirement: str) -> str:
    name = re.split(r"[<>=~!\[; ]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def test_there_is_a_lock_for_the_gate_the_bench_and_the_build() -> None:
    assert [lock.name for lock in LOCKS] == [
        "requirements-bench.lock",
        "requirements-build.lock",
        "requirements.lock",
    ]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_says_nothing_of_where_the_files_came_from(lock: Path) -> None:
    text = lock.read_text()
    assert "http" not in text
    assert "--index" not in text
    assert "--find-links" not in text
    assert " @ " not in text


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_has_one_version_and_a_hash(lock: Path) -> None:
    entries = re.split(r"\n(?=\S)", lock.read_text().strip())
    for entry in entries:
        assert PIN.match(entry), entry
        assert "--hash=sha256:" in entry, entry


def test_every_declared_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    declared = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    locked = {name for name, _ in PIN.findall((ROOT / "requirements.lock").read_text())}
    assert {canonical(requirement) for requirement in declared} <= locked


def test_the_two_halves_of_qt_are_of_one_release() -> None:
    versions = dict(PIN.findall((ROOT / "requirements.lock").read_text()))
    assert versions["pyside6-pdf"].startswith(versions["pyside6-essentials"] + ".")
    assert versions["shiboken6"] == versions["pyside6-essentials"]
