"""What every test stands on: no display, no folder of the person, real PDF readers."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from olapp.ui.immortal import make_immortal

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# pytest-qt calls Qt around every test, see the module.
make_immortal()

# The same examples every time: a gate that fails now and then teaches nobody.
settings.register_profile("gate", derandomize=True, deadline=None)
settings.load_profile("gate")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material beside the project; most copies of the project have none."""
    if not SHARED.is_dir():
        pytest.skip(
            "no ../shared beside the project: its reference samples are not on this machine"
        )
    return SHARED


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test out of the data, settings and state of whoever runs it."""
    for name in ("HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))


@pytest.fixture(scope="session")
def pdf_tool() -> Callable[..., str]:
    """Runs pdftotext, pdffonts, pdftoppm or qpdf and returns what it prints.

    Called as `pdf_tool("pdftotext", "-layout", path, "-")`. A missing tool skips the test on a
    person's machine and fails it in continuous integration.
    """

    def run(tool: str, *arguments: str | Path) -> str:
        if shutil.which(tool) is None:
            say = pytest.fail if os.environ.get("CI") else pytest.skip
            say(f"{tool} is not installed; ./dev test says how")
        command = [tool, *map(str, arguments)]
        return subprocess.run(command, check=True, capture_output=True).stdout.decode()

    return run
