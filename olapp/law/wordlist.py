"""A word list: patterns that betray something in a text, and where they do not count."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff"
_SPACED_OUT = re.compile(rf"(?<=[{_HAN}])[^\S\r\n]+(?=[{_HAN}])")


@dataclass(frozen=True, slots=True, eq=False)
class WordList:
    """Patterns that betray something, and harmless phrases in which they do not count."""

    name: str
    patterns: tuple[re.Pattern[str], ...]
    harmless: tuple[re.Pattern[str], ...] = ()

    def hits(self, text: str) -> tuple[str, ...]:
        """Give the telling pieces of a text, each once, in their order; overlapping ones are one.

        Blanks between Chinese characters do not hide a word.
        """
        return _hits(self, text)


@lru_cache(maxsize=256)
def _hits(words: WordList, text: str) -> tuple[str, ...]:
    """Search a text once: while a person types in one box, the others stay as they are."""
    close = _SPACED_OUT.sub("", text)
    found = [match for shape in words.patterns for match in shape.finditer(close)]
    if not found:
        return ()
    covered = _merged(match.span() for shape in words.harmless for match in shape.finditer(close))
    telling = _merged(match.span() for match in found if not _lies_in(covered, match))
    return tuple(dict.fromkeys(close[start:end] for start, end in telling))


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
