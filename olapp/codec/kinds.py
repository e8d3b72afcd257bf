"""Kinds of value beyond plain JSON, each with its three faces: encode, decode, schema."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from olapp.domain.money import Rate, Yuan
from olapp.domain.sentence import N_


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of value is written, read and described."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]
    schema: dict[str, Any]
    fault: str
    """Said of a text that does not have its shape; an English msgid."""


# Python takes $ for the place before a last line end too; (?!\n) is for it alone.
KINDS: dict[type, Kind] = {
    Yuan: Kind(
        Yuan.canonical,
        Yuan.of,
        {
            "type": "string",
            "pattern": r"^-?[0-9]{1,18}(\.[0-9]{1,18})?$(?!\n)",
            "description": "An amount in yuan as exact text, for example 1200.50.",
        },
        N_("“{value}” is no amount in yuan; write it as 1200.50."),
    ),
    Rate: Kind(
        Rate.canonical,
        lambda text: Rate.of(text.removesuffix("%")),
        {
            "type": "string",
            "pattern": r"^-?[0-9]{1,9}(\.[0-9]{1,12})?%$(?!\n)",
            "description": "A rate in per cent as exact text, for example 2.5%.",
        },
        N_("“{value}” is no rate; write it as 2.5%."),
    ),
}


FAULTS: dict[str, str] = {kind.schema["pattern"]: kind.fault for kind in KINDS.values()}
"""What to say of a text, by the pattern it does not fit."""


def to_plain(value: Any) -> str:
    """Write a value of our own kinds; the hook msgspec calls."""
    return KINDS[type(value)].write(value)


def from_plain(kind: type, value: Any) -> Any:
    """Read a value of our own kinds; the hook msgspec calls."""
    return KINDS[kind].read(value)


def describe(kind: type) -> dict[str, Any]:
    """Describe a value of our own kinds; the hook msgspec calls."""
    return KINDS[kind].schema
