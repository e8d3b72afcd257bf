import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_a_wheel_carries_the_resources_inside_the_package(packed: set[str]) -> None:
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert resources
    assert {f"olapp/{path.relative_to(ROOT)}" for path in resources} <= packed


def test_a_wheel_carries_every_catalogue_compiled(packed: set[str]) -> None:
    for source in (ROOT / "resources" / "locale").rglob("*.po"):
        assert f"olapp/{source.with_suffix('.mo').relative_to(ROOT)}" in packed


def test_a_wheel_carries_the_legal_acts(packed: set[str]) -> None:
    acts = list((ROOT / "olapp" / "law").rglob("*.toml"))
    assert {str(path.relative_to(ROOT)) for path in acts} <= packed


def test_a_wheel_carries_no_tests_and_no_tools(packed: set[str]) -> None:
    tops = {name.split("/")[0] for name in packed}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"olapp"}
