import ast
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]
# Dependencies that any layer above the domain may use, and why that harms nobody.
FREE = {
    "platformdirs": "names folders, opens nothing",
    "tomli-w": "writes a text",
    "python-stdnum": "check digits, used in the domain",
}
MODULES = {
    "PySide6-Essentials": "PySide6",
    "PySide6-Pdf": "PySide6",
    "SQLAlchemy": "sqlalchemy",
    "Pillow": "PIL",
    "python-calamine": "python_calamine",
    "XlsxWriter": "xlsxwriter",
}


def imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_every_dependency_is_held_in_its_layer_or_free_on_purpose() -> None:
    held = {name for contract in CONTRACTS for name in contract.get("forbidden_modules", [])}
    for requirement in PROJECT["project"]["dependencies"]:
        name = requirement.split("==")[0].split(">=")[0]
        assert name in FREE or MODULES.get(name, name) in held, name


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "olapp" / "domain").rglob("*.py")),
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_the_domain_needs_only_the_standard_library_and_stdnum(path: Path) -> None:
    allowed = sys.stdlib_module_names | {"olapp", "stdnum"}
    assert imports(path) <= allowed
