"""The printer of the desk, real, for the tests of services."""

from datetime import date

import pytest

from olapp.app import tools
from olapp.services.desk import Tools
from olapp.settings import Settings

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def desk_tools() -> Tools:
    """Everything that works on files, as of the day of the samples."""
    return tools(Settings(), TODAY)
