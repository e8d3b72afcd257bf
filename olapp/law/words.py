"""Word lists: advertising, undefined prices, limits on takers; data that a person may edit."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

_KEYS = {"about", "adds", "parts", "words", "characters", "patterns", "harmless"}
_PART = re.compile(r"<([a-z]+)>")
_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff"
_SPACED_OUT = re.compile(rf"(?<=[{_HAN}])[^\S\r\n]+(?=[{_HAN}])")


@dataclass(frozen=True, slots=True)
class WordList:
    """Patterns that betray something, and harmless phrases in which they do not count."""

    name: str
    patterns: tuple[re.Pattern[str], ...]
    harmless: tuple[re.Pattern[str], ...] = ()

    def hits(self, text: str) -> tuple[str, ...]:
        """Give the telling pieces of a text, each once, in their order.

        Blanks between Chinese characters do not hide a word.
        """
        close = _SPACED_OUT.sub("", text)
        found = [match for shape in self.patterns for match in shape.finditer(close)]
        if not found:
            return ()
        covered = _merged(
            match.span() for shape in self.harmless for match in shape.finditer(close)
        )
        telling = (match for match in found if not _lies_in(covered, match))
        return tuple(dict.fromkeys(match[0] for match in _outermost(telling)))


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the spans that overlap, in their order."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _lies_in(spans: list[tuple[int, int]], match: re.Match[str]) -> bool:
    """Whether a match lies within one of the ordered spans."""
    before = bisect_right(spans, (match.start(), len(match.string) + 1))
    return before > 0 and match.end() <= spans[before - 1][1]


def _outermost(found: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """Order matches by place, and leave out those inside a longer one."""
    kept: list[re.Match[str]] = []
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        if not kept or match.end() > kept[-1].end():
            kept.append(match)
    return kept


def read_words(name: str, text: str) -> WordList:
    """Read a list from TOML; ValueError names the list and the key that is wrong.

    ``words`` are taken as they stand and ``characters`` one by one; ``patterns`` and ``harmless``
    are regular expressions in which ``<name>`` stands for an entry of the table ``parts``.
    """
    return _word_list(name, _table(name, text))


def _table(name: str, text: str) -> dict[str, Any]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise ValueError(f"{name}: {fault}") from None
    if unknown := sorted(set(data) - _KEYS):
        raise ValueError(f"{name}: unknown key {', '.join(unknown)}")
    return data


def _word_list(name: str, data: Mapping[str, Any]) -> WordList:
    parts = data.get("parts", {})
    patterns = [_compiled(name, "patterns", each, parts) for each in _texts(name, data, "patterns")]
    if words := _texts(name, data, "words"):
        longest_first = sorted(words, key=len, reverse=True)
        patterns.append(re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE))
    if characters := _characters(name, data):
        patterns.append(re.compile(f"[{re.escape(characters)}]"))
    harmless = [_compiled(name, "harmless", each, parts) for each in _texts(name, data, "harmless")]
    if not patterns:
        raise ValueError(f"{name}: none of patterns, words and characters is given")
    return WordList(name, tuple(patterns), tuple(harmless))


def _texts(name: str, data: Mapping[str, Any], key: str) -> list[str]:
    """Give a list of texts under a key; nothing when it is left out."""
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise ValueError(f"{name}: {key} must be a list of texts, none empty")
    return value


def _characters(name: str, data: Mapping[str, Any]) -> str:
    """Give the characters of one text, line breaks apart; nothing when it is left out."""
    value = data.get("characters", "")
    if not isinstance(value, str):
        raise ValueError(f"{name}: characters must be one text")
    return "".join(value.split())


def _compiled(name: str, key: str, shape: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    try:
        return re.compile(_expanded(shape, parts), re.IGNORECASE)
    except KeyError as fault:
        raise ValueError(f"{name}: {key}: {shape}: parts has no {fault}") from None
    except RecursionError:
        raise ValueError(f"{name}: parts: one of them contains itself") from None
    except re.error as fault:
        raise ValueError(f"{name}: {key}: {shape}: {fault}") from None


def _expanded(shape: str, parts: Mapping[str, str]) -> str:
    """Put the parts in their places; parts may have places of their own."""
    return _PART.sub(lambda part: f"(?:{_expanded(parts[part[1]], parts)})", shape)


def shipped_words() -> Mapping[str, WordList]:
    """Read the lists shipped with the program, by name."""
    folder = files(__package__) / "wordlists"
    names = [item.name for item in folder.iterdir() if item.name.endswith(".toml")]
    return {
        name.removesuffix(".toml"): read_words(
            name.removesuffix(".toml"), (folder / name).read_text(encoding="utf-8")
        )
        for name in sorted(names)
    }


def words_from(folder: Path) -> Mapping[str, WordList]:
    """Give the shipped lists with those of a person's folder laid over them.

    A file replaces the shipped list of its name, or adds to it when it says ``adds = true``.
    ValueError names the file and the key that is wrong.
    """
    lists = dict(shipped_words())
    for path in sorted(folder.glob("*.toml")):
        data = _table(str(path), path.read_text(encoding="utf-8"))
        own = _word_list(str(path), data)
        shipped = lists.get(path.stem) if data.get("adds") is True else None
        lists[path.stem] = WordList(
            path.stem,
            (*(shipped.patterns if shipped else ()), *own.patterns),
            (*(shipped.harmless if shipped else ()), *own.harmless),
        )
    return lists
