"""The printer of the desk, real, for the tests of services."""

import sys
from collections.abc import Iterator
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from olapp.app import tools
from olapp.services.desk import Tools
from olapp.settings import Settings

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def desk_tools() -> Tools:
    """Everything that works on files, as of the day of the samples."""
    return tools(Settings(), TODAY)


@pytest.fixture(scope="session")
def patents() -> ModuleType:
    """Made-up patents, and the desk they lie on."""
    path = Path(__file__).with_name("portfolio_desk.py")
    spec = spec_from_file_location("portfolio_desk", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["portfolio_desk"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def desk(patents: ModuleType, desk_tools: Tools, tmp_path: Path) -> Iterator[Any]:
    """A desk without any patent."""
    made = patents.PortfolioDesk(tmp_path, desk_tools)
    yield made
    made.store.close()
