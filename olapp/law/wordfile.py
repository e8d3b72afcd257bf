"""Reading a word list from its file, with every fault named."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from olapp.law.keys import check_keys
from olapp.law.wordlist import WordList

_KEYS = {"about", "adds", "parts", "words", "characters", "patterns", "harmless"}
_PART = re.compile(r"<([a-z]+)>")
_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|.)")
_LATIN = re.compile("[A-Za-z]")


def read_words(name: str, text: str) -> WordList:
    """Read a list from TOML; ValueError names the list and the key that is wrong.

    ``words`` are taken as they stand and ``characters`` one by one; ``patterns`` and ``harmless``
    are regular expressions in which ``<name>`` stands for an entry of the table ``parts``.
    """
    return add_words(name, text, WordList(name, ()))


def add_words(name: str, text: str, shipped: WordList) -> WordList:
    """Read a person's list, which takes the place of a shipped one, or joins it: ``adds = true``.

    Faults are named as by :func:`read_words`.
    """
    data = _table(name, text)
    patterns, harmless = _patterns(name, data), _shapes(name, data, "harmless")
    if data.get("adds", False):
        patterns, harmless = [*shipped.patterns, *patterns], [*shipped.harmless, *harmless]
    if not patterns:
        raise ValueError(f"{name}: none of patterns, words and characters is given")
    return WordList(shipped.name, tuple(patterns), tuple(harmless))


def _table(name: str, text: str) -> dict[str, Any]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise ValueError(f"{name}: {fault}") from None
    check_keys(name, data, set(), _KEYS)
    if data.get("adds", False) not in (True, False):
        raise ValueError(f"{name}: adds must be true or false")
    return data


def _patterns(name: str, data: Mapping[str, Any]) -> list[re.Pattern[str]]:
    """Put patterns, words and characters into one list of patterns."""
    patterns = _shapes(name, data, "patterns")
    if words := _texts(name, data, "words"):
        longest_first = sorted(words, key=len, reverse=True)
        patterns.append(re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE))
    if characters := _characters(name, data):
        patterns.append(re.compile(f"[{re.escape(characters)}]"))
    return patterns


def _shapes(name: str, data: Mapping[str, Any], key: str) -> list[re.Pattern[str]]:
    parts = _parts(name, data)
    return [_compiled(name, key, shape, parts) for shape in _texts(name, data, key)]


def _texts(name: str, data: Mapping[str, Any], key: str) -> list[str]:
    """Give a list of texts under a key; nothing when it is left out."""
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise ValueError(f"{name}: {key} must be a list of texts, none empty")
    return value


def _parts(name: str, data: Mapping[str, Any]) -> Mapping[str, str]:
    """Give the table of parts; nothing when it is left out."""
    value = data.get("parts", {})
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise ValueError(f"{name}: parts must be a table of texts")
    return value


def _characters(name: str, data: Mapping[str, Any]) -> str:
    """Give the characters of one text, line breaks apart; nothing when it is left out."""
    value = data.get("characters", "")
    if not isinstance(value, str):
        raise ValueError(f"{name}: characters must be one text")  # noqa: TRY004 - it is the file's
    return "".join(value.split())


def _compiled(name: str, key: str, shape: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    try:
        pattern = _pattern(_expanded(shape, parts))
    except KeyError as fault:
        raise ValueError(f"{name}: {key}: {shape}: parts has no {fault}") from None
    except RecursionError:
        raise ValueError(f"{name}: parts: one of them contains itself") from None
    except re.error as fault:
        raise ValueError(f"{name}: {key}: {shape}: {fault}") from None
    if pattern.match(""):
        raise ValueError(f"{name}: {key}: {shape}: matches where nothing stands")
    return pattern


def _pattern(shape: str) -> re.Pattern[str]:
    """Compile without regard to case; where no Latin letter stands, without asking for it.

    Ranges of Chinese characters take long to compile when case is disregarded.
    """
    has_latin = _LATIN.search(_ESCAPE.sub("", shape)) is not None
    return re.compile(shape, re.IGNORECASE if has_latin else 0)


def _expanded(shape: str, parts: Mapping[str, str]) -> str:
    """Put the parts in their places; parts may have places of their own."""
    return _PART.sub(lambda part: f"(?:{_expanded(parts[part[1]], parts)})", shape)
