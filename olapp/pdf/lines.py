"""Lines broken by Chinese rules, one way for all text whatever its faces.

No line begins with a mark that closes or ends with one that opens (GB/T 15834), Latin words and
numbers stay whole unless longer than a line, and the space at a break is dropped.
"""

import re
from bisect import bisect_right
from unicodedata import combining

from olapp.pdf.galley import Galley, Line

NO_START = frozenset("，。、；：？！）》】」』〕〉”’］｝〗〞．·…—～％‰℃°々／!),.:;?]}%/")
NO_END = frozenset("（《【「『〔〈“‘［｛〖〝￥¥＄$£€＃#／/([{")
_SPACES = re.compile(" *")
_BOUND_SPACE = "\xa0"
_FIRST_EAST_ASIAN = 0x2E80
_SLACK = 0.001
_FEW = 8


def break_lines(galley: Galley, first: float, rest: float) -> list[Line]:
    """Fill lines one after the other.

    ``first`` and ``rest`` are the widths of the first line and the others, in thousandths of the
    size of the type. An empty galley gives one empty line.
    """
    text, ends = galley.text, galley.ends
    lines: list[Line] = []
    start, room, length = 0, first, len(text)
    while start < length or not lines:
        used = ends[start - 1] if start else 0.0
        fit = max(bisect_right(ends, used + room + _SLACK, start, length), start + 1)
        cut = _last_break(text, start, fit) if fit < length else length
        lines.append((start, _without_spaces(text, start, cut)))
        start, room = _next_letter(text, cut), rest
    return lines


def may_break(text: str, at: int) -> bool:
    """Whether a line may end before the character at this place."""
    before, after = text[at - 1], _letter(text, _next_letter(text, at))
    if after in NO_START or before in NO_END or combining(after):
        return False
    if _BOUND_SPACE in (before, after):
        return False
    if text[at] == " " or before == " ":
        return True
    return not (_is_western(before) and _is_western(after))


def _last_break(text: str, start: int, fit: int) -> int:
    """Find the last place to break a line that may go up to ``fit``."""
    for at in range(fit, start, -1):
        if may_break(text, at):
            return at
    return _forced_break(text, start, fit)


def _forced_break(text: str, start: int, fit: int) -> int:
    """Cut a word longer than the line, if possible not before or after a mark."""
    for at in range(fit, max(start, fit - _FEW), -1):
        if text[at] not in NO_START and text[at - 1] not in NO_END and not combining(text[at]):
            return at
    return fit


def _is_western(character: str) -> bool:
    """Whether a character belongs to words that are kept whole: Latin, Greek, digits, signs."""
    return ord(character) < _FIRST_EAST_ASIAN and (character.isalnum() or character.isascii())


def _next_letter(text: str, at: int) -> int:
    found = _SPACES.match(text, at)
    return found.end() if found else at


def _letter(text: str, at: int) -> str:
    return text[at] if at < len(text) else " "


def _without_spaces(text: str, start: int, stop: int) -> int:
    """Leave out the spaces at the end of a line."""
    return start + len(text[start:stop].rstrip(" "))
