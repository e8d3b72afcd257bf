"""The sources known, each a TOML file: its name, the headers that give it away, its habits."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from olapp.exchange.headers import folded
from olapp.exchange.mapping import UNKNOWN
from olapp.exchange.tables import table
from olapp.forms.spec import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSource:
    """A system or a habit that files come from."""

    key: str
    name: Label
    marks: frozenset[str]
    """Folded headers that only this source writes, or few others."""
    needs: int
    """How many of them make it sure; 0: it is not told by headers."""
    separators: tuple[str, ...]
    """What stands between several values of one cell."""
    omits_check_digit: bool
    """Whether it never writes check digits, so that a missing one is no reason for doubt."""


@cache
def sources() -> tuple[FileSource, ...]:
    """Give every source, in the order of their keys."""
    folder = files("olapp.exchange.sources")
    keys = sorted(each.name[:-5] for each in folder.iterdir() if each.name.endswith(".toml"))
    return tuple(map(_read, keys))


def _read(key: str) -> FileSource:
    said = table(f"sources/{key}.toml")
    return FileSource(
        key=key,
        name=Label(said["zh"], said["en"]),
        marks=frozenset(map(folded, said["marks"])),
        needs=said["needs"],
        separators=tuple(said["separators"]),
        omits_check_digit=said.get("omits_check_digit", False),
    )


@cache
def source(key: str) -> FileSource:
    """Give the source of a key; the unknown one for a key that is not known."""
    found = {each.key: each for each in sources()}
    return found.get(key, found[UNKNOWN])


@cache
def marks() -> frozenset[str]:
    """Give all folded headers that give a source away."""
    return frozenset().union(*(each.marks for each in sources()))


def source_of(headers: Iterable[str]) -> FileSource | None:
    """Tell the source by the headers of a table: the one with most of its marks there."""
    names = frozenset(map(folded, headers))
    shown = [(len(each.marks & names), each) for each in sources() if each.needs]
    sure = [(hits, -each.needs, each) for hits, each in shown if hits >= each.needs]
    best = max(sure, key=lambda found: found[:2], default=None)
    return best[2] if best else None
