"""Events: legal event codes of CN and their names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from olapp.domain.holding import LegalEvent
from olapp.domain.patent import PatentStatus
from olapp.exchange.headers import folded
from olapp.exchange.tables import table


@dataclass(frozen=True, slots=True)
class Code:
    """A legal event code: what happens to the right, and how the event is called."""

    code: str
    effect: str
    name: str
    status: PatentStatus | None = None


@cache
def codes() -> Mapping[str, Code]:
    """Give every code of CN."""
    return MappingProxyType(
        {
            code: Code(code, each["effect"], name, _status(each.get("status")))
            for each in table("events.toml")["code"]
            for code, name in each["codes"].items()
        }
    )


def _status(word: str | None) -> PatentStatus | None:
    return None if word is None else PatentStatus(word)


@cache
def _by_name() -> Mapping[str, str]:
    """Folded names that belong to one code alone."""
    found: dict[str, str] = {}
    for each in codes().values():
        name = folded(each.name)
        found[name] = "" if name in found else each.code
    return MappingProxyType({name: code for name, code in found.items() if code})


def event(on: date | None, code: str = "", name: str = "", detail: str = "") -> LegalEvent:
    """Make an event of what a source gives: the code by the name, the name by the code."""
    code = code.strip().upper() or _by_name().get(folded(name), "")
    known = codes().get(code)
    return LegalEvent(on=on, code=code, name=name or (known.name if known else ""), detail=detail)


def is_name(text: str) -> bool:
    """Whether a word is the name of an event."""
    return folded(text) in _by_name()
