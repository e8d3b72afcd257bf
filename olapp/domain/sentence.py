"""Sentences: an English msgid and its values; the edge of the program translates them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def N_(text: str) -> str:  # noqa: N802 - the name gettext tools know
    """Mark a text for translation and return it as it is."""
    return text


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English msgid with ``{named}`` places, and the values that fill them."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Give the English sentence, for logs and developers."""
        return self.text.format(**self.values) if self.values else self.text
