"""Countries: the codes of offices (WIPO ST.3), from codes and from Chinese names."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from olapp.exchange.tables import table

_CODE = re.compile(r"[A-Z]{2}")


@cache
def _names() -> Mapping[str, str]:
    said = table("countries.toml")
    return MappingProxyType({name: code for code, names in said.items() for name in names})


def code_of(text: str) -> str | None:
    """Give the two-letter code of what a cell names; None when it is not known."""
    plain = text.strip()
    return plain if _CODE.fullmatch(plain) else _names().get(plain)
