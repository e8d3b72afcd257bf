"""Word lists: advertising, undefined prices, limits on takers; data that a person may edit."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class WordList:
    """Patterns that betray something, and harmless phrases in which they do not count."""

    name: str
    patterns: tuple[re.Pattern[str], ...]
    harmless: tuple[re.Pattern[str], ...]

    def hits(self, text: str) -> tuple[str, ...]:
        """Give the telling pieces of a text, each once, in their order."""
        covered = [m.span() for shape in self.harmless for m in shape.finditer(text)]
        found = [
            match
            for shape in self.patterns
            for match in shape.finditer(text)
            if not any(a <= match.start() and match.end() <= b for a, b in covered)
        ]
        ordered = sorted(found, key=lambda match: match.start())
        return tuple(dict.fromkeys(match[0] for match in ordered))


def read_words(name: str, text: str) -> WordList:
    """Read a list from TOML: ``patterns`` and ``harmless``, both regular expressions."""
    data = tomllib.loads(text)
    return WordList(
        name,
        tuple(re.compile(shape) for shape in data["patterns"]),
        tuple(re.compile(shape) for shape in data.get("harmless", ())),
    )


def shipped_words() -> Mapping[str, WordList]:
    """Read the lists shipped with the program, by name."""
    folder = files(__package__) / "wordlists"
    names = [item.name for item in folder.iterdir() if item.name.endswith(".toml")]
    return {
        name.removesuffix(".toml"): read_words(
            name.removesuffix(".toml"), (folder / name).read_text(encoding="utf-8")
        )
        for name in names
    }
