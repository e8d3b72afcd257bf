"""A font file as the printer meets it: its characters at once, its outlines when first drawn."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import category

from olapp.domain.sentence import Sentence
from olapp.pdf.coverage import DAMAGED, Coverage, UnusableFont, read_coverage

if TYPE_CHECKING:
    from olapp.pdf.repairs import EmbeddedFont

_PRIVATE_USE = "Co"
# Controls, direction marks and other formats, lone surrogates, private use, line separators.
_NO_WRITING = frozenset(("Cc", "Cf", "Cs", _PRIVATE_USE, "Zl", "Zp"))


class Face:
    """One font file; one that cannot be used has no characters and a reason."""

    def __init__(self, path: Path, name: str, *, private: bool = False) -> None:
        """Name the file; ``private`` lets it draw private-use characters (the person's own)."""
        self.path = path
        self.name = name
        self.reason: Sentence | None = None
        self._barred = _NO_WRITING - {_PRIVATE_USE} if private else _NO_WRITING

    @cached_property
    def coverage(self) -> Coverage:
        """Which characters the file claims to have."""
        try:
            return read_coverage(self.path)
        except (UnusableFont, OSError) as error:
            return self._refuse(error)

    @cached_property
    def font(self) -> "EmbeddedFont":
        """The font as reportlab embeds it; UnusableFont when its tables are broken."""
        from olapp.pdf.repairs import (  # noqa: PLC0415 - reportlab takes 0.2 s
            READING_ERRORS,
            EmbeddedFont,
        )

        try:
            return EmbeddedFont(self.name, self.path)
        except (OSError, *READING_ERRORS) as error:
            raise UnusableFont(DAMAGED) from error

    @cached_property
    def family(self) -> str:
        """The family name, as ``Noto Serif SC``."""
        name: bytes = self.font.face.familyName
        return name.decode(errors="replace")

    def draws(self, character: str) -> bool:
        """Whether this file can put the character on paper."""
        if character not in self.coverage or category(character) in self._barred:
            return False
        try:
            return self.font.face.draws(ord(character))
        except UnusableFont as error:
            self.coverage = self._refuse(error)
            return False

    def is_usable(self) -> bool:
        """Whether the file can be read at all; if not, ``reason`` says why."""
        _ = self.coverage
        if self.reason is None:
            try:
                _ = self.font
            except UnusableFont as error:
                self.coverage = self._refuse(error)
        return self.reason is None

    def advance(self, character: str) -> float:
        """Give the width of a character, in thousandths of the size."""
        return self.font.face.advance(ord(character))

    def _refuse(self, error: UnusableFont | OSError) -> Coverage:
        self.reason = error.reason if isinstance(error, UnusableFont) else Sentence(DAMAGED)
        return Coverage(())
