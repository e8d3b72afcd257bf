"""The shape of the window's code: small modules, short constructors, no god window."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "olapp" / "ui"
MODULES = sorted(ROOT.rglob("*.py"))


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions() -> Iterator[tuple[str, int]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                yield f"{path.name}:{node.name}", length


def test_the_window_stays_under_200_lines() -> None:
    assert lines(ROOT / "main_window.py") < 200


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_grows_over_300_lines(path: Path) -> None:
    assert lines(path) < 300


def test_no_function_grows_over_40_lines() -> None:
    assert not [name for name, length in functions() if length > 40]


def test_half_of_all_functions_are_short() -> None:
    lengths = sorted(length for _, length in functions())
    assert lengths[len(lengths) // 2] <= 10
