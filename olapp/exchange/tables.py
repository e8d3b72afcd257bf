"""Tables of this package: TOML files beside the modules, read once."""

import tomllib
from importlib.resources import files
from typing import Any


def table(name: str) -> dict[str, Any]:
    """Give what a TOML file of this package says."""
    text = files("olapp.exchange").joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)
