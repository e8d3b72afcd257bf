"""Counting the characters of a text, as a limit on it does."""


def counted(text: str | None) -> int:
    """Count the characters of a text; white space is none.

    How the office itself counts is unconfirmed, so every sign, letter and digit counts as one.

    >>> counted("第一 条。 12")
    6
    """
    return len("".join((text or "").split()))
