"""Statuses: the words of all sources for the state of a right, and what they come down to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from olapp.domain.holding import RightState
from olapp.domain.patent import PatentStatus
from olapp.exchange.headers import folded
from olapp.exchange.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What one word says."""

    state: RightState | None = None
    status: PatentStatus | None = None
    is_alive: bool = False
    """Alive, be it granted or not."""
    is_event: bool = False
    burden: str | None = None
    """``licence``, ``pledge``, ``preservation`` or ``offer``: the word says that there is one."""
    is_twin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What a status cell says, all its words together."""

    state: RightState | None = None
    status: PatentStatus | None = None
    is_alive: bool = False
    is_twin: bool = False
    burdens: frozenset[str] = frozenset()
    events: tuple[str, ...] = ()
    """The words that are events, as written."""
    unknown: tuple[str, ...] = ()
    """Words nobody knows, as written."""


@cache
def _meanings() -> Mapping[str, Meaning]:
    found = {}
    for each in table("statuses.toml")["word"]:
        meaning = Meaning(
            state=RightState(each["state"]) if "state" in each else None,
            status=PatentStatus(each["status"]) if "status" in each else None,
            is_alive=each.get("alive", False),
            is_event=each.get("event", False),
            burden=each.get("burden"),
            is_twin=each.get("twin", False),
        )
        found.update(dict.fromkeys(map(folded, each["words"]), meaning))
    return MappingProxyType(found)


@lru_cache(maxsize=4096)
def read_status(words: tuple[str, ...]) -> Status:
    """Read the words of one status cell. Words that contradict each other leave the state open."""
    known = [(word, _meanings().get(folded(word))) for word in words]
    said = [meaning for _, meaning in known if meaning is not None]
    states = {each.state for each in said if each.state is not None}
    deciding = next((each for each in said if each.state is not None), None)
    is_one = deciding is not None and len(states) == 1
    return Status(
        state=deciding.state if deciding and is_one else None,
        status=deciding.status if deciding and is_one else None,
        is_alive=any(each.is_alive for each in said),
        is_twin=any(each.is_twin for each in said),
        burdens=frozenset(each.burden for each in said if each.burden),
        events=tuple(word for word, each in known if each is not None and each.is_event),
        unknown=tuple(word for word, each in known if each is None),
    )
