"""Texts from outside: made plain, cut into lists; nothing in them is ever markup or formula."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from unicodedata import category, is_normalized, normalize

_EXCEL_MARKS = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REPEATED = 400
"""Longer cells hardly occur twice."""
EMPTY = frozenset(
    {"", "-", "--", "---", "—", "——", "/", "N/A", "n/a", "NULL", "null", "无数据", "<s"}
)
"""What exports write into a cell that says nothing."""
_DROPPED = frozenset({"Cc", "Cf", "Cs"})
_BLOCKS = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "title"})
_SILENT = frozenset({"script", "style", "head"})
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(?:[\s/:][^<>]*)?>|<!--[^<>]*-->")
_NUMBERED = re.compile(r"[0-9]{1,3}[.．、]\s*(?=[^\s0-9])")
_BEHIND = re.compile(r"\s*(?:\[[A-Z]{2}\]|\([0-9]{4}-[0-9]{2}-[0-9]{2}\))$")
_GROUPS = re.compile(r"([A-H][0-9]{2}[A-Z])([0-9]{1,4})/([0-9]{2,6})")
_PADDED = re.compile(r"([A-HY][0-9]{2}[A-Z])([0-9]{4})([0-9]{2,6})")
_EDITION = re.compile(r"\([0-9]{4}\.[0-9]{2}\)[A-Z]?.*|[ACN]?[IN]$")


def is_empty(text: str) -> bool:
    """Whether a cell says nothing, in any of the ways exports say so."""
    return text in EMPTY


def clean(text: str) -> str:
    """Give a text without control characters, composed (NFC), with LF between its lines."""
    if text.isprintable() and is_normalized("NFC", text) and "_x" not in text:
        return text.strip()
    plain = _EXCEL_MARKS.sub(_excel_mark, text) if "_x" in text else text
    plain = plain.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if not plain.isprintable():
        plain = "".join(c for c in plain if c == "\n" or category(c) not in _DROPPED)
    return normalize("NFC", plain).strip()


def _excel_mark(match: re.Match[str]) -> str:
    """Give the character that workbooks write as ``_x000D_``."""
    mark = chr(int(match[1], 16))
    return mark if mark.isspace() else ""


def line(text: str) -> str:
    """Give a text in one line, with single blanks."""
    plain = clean(text)
    if "  " not in plain and plain.isprintable():
        return plain
    return " ".join(plain.split())


def is_damaged(text: str) -> bool:
    """Whether characters were lost on the way: signs of replacement, runs of question marks."""
    return "\ufffd" in text or "???" in text


def _between_tags(text: str) -> Iterator[str]:
    """Give what stands between tags; nothing out of a script, a line end for a paragraph."""
    end = silent = 0
    for tag in _TAG.finditer(text):
        if not silent:
            yield text[end : tag.start()]
        end = tag.end()
        name = (tag[2] or "").casefold()
        if name in _SILENT:
            silent = 0 if tag[1] else 1
        if name in _BLOCKS:
            yield "\n"
    if not silent:
        yield text[end:]


def without_markup(text: str) -> str:
    """Give the words of a text that may hold HTML; a lone ``<`` of a formula stays."""
    if "<" in text or "&" in text:
        text = unescape("".join(_between_tags(text)))
    lines = (" ".join(each.split()) for each in clean(text).splitlines())
    return "\n".join(each for each in lines if each)


@lru_cache(maxsize=64)
def _splitter(separators: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(each) for each in sorted(separators, key=len)[::-1]))


def parts(text: str, separators: tuple[str, ...]) -> tuple[str, ...]:
    """Cut a cell into its values by the separators of its source; each once, in their order."""
    cut = _parts if len(text) <= _REPEATED else _parts.__wrapped__
    return cut(text, separators)


@lru_cache(maxsize=16384)
def _parts(text: str, separators: tuple[str, ...]) -> tuple[str, ...]:
    whole = clean(text)
    if not separators or is_empty(whole):
        return () if is_empty(whole) else (line(whole),)
    pieces = (" ".join(each.split()) for each in _splitter(separators).split(whole))
    return tuple(dict.fromkeys(each for each in pieces if not is_empty(each)))


def names(text: str, separators: tuple[str, ...]) -> tuple[str, ...]:
    """Cut a cell into names of parties; no ``1.`` before and no ``[US]`` behind."""
    cut = _names if len(text) <= _REPEATED else _names.__wrapped__
    return cut(text, separators)


@lru_cache(maxsize=16384)
def _names(text: str, separators: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_name, _parts.__wrapped__(text, separators)))


def _name(text: str) -> str:
    if not (text[:1].isdigit() or text.endswith(("]", ")"))) or len(text) > _REPEATED:
        return text
    return _BEHIND.sub("", _NUMBERED.sub("", text, count=1)) or text


def symbol(text: str) -> str:
    """Write a class as the office does: ``H04N  7/18`` and ``H04N000718`` are H04N7/18."""
    return _symbol(text) if len(text) <= _REPEATED else line(text)


@lru_cache(maxsize=16384)
def _symbol(text: str) -> str:
    plain = "".join(clean(text).split())
    match = _GROUPS.match(plain) or _PADDED.fullmatch(plain)
    if match is None:
        return line(_EDITION.sub("", text))
    return f"{match[1]}{int(match[2])}/{match[3]}"
