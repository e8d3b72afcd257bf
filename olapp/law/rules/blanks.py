"""What is blank, and how typed text is quoted in a sentence."""

from typing import TypeGuard

_QUOTED = 40


def is_blank(text: str | None) -> bool:
    """Whether a text is missing or holds white space only."""
    return text is None or not text.strip()


def is_given(text: str | None) -> TypeGuard[str]:
    """Whether a text holds something to be judged."""
    return not is_blank(text)


def quoted(text: str) -> str:
    """Give a typed text short enough for a sentence, on one line."""
    line = " ".join(text[: _QUOTED * 4].split())
    return line if len(line) <= _QUOTED else line[:_QUOTED] + "…"
