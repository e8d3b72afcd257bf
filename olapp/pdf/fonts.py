"""The fonts of the printer: the bundled Song faces, and others for what those lack."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from threading import RLock
from unicodedata import category

from olapp.domain.sentence import N_, Sentence
from olapp.domain.trouble import Trouble
from olapp.pdf.coverage import UnusableFont
from olapp.pdf.face import Face
from olapp.pdf.installed import font_files, font_folders

REGULAR = "NotoSerifSC-Regular.ttf"
BOLD = "NotoSerifSC-Bold.ttf"
SANS = "NotoSansSC-Regular.ttf"
LINE_BREAKS = "\n\r\v\f\x85\u2028\u2029"
"""Characters that end a line; the printer obeys them instead of drawing them."""
SPACE = "Zs"
"""Category of spaces; one that no font has is printed as an ordinary one."""
_SOFT_HYPHEN = "\xad"  # the only invisible character that the bundled faces have
_OBEYED = frozenset(LINE_BREAKS + "\t")


@dataclass(frozen=True, slots=True)
class RefusedFont:
    """A font named by the person that cannot be used, and why."""

    path: Path
    reason: Sentence


class Weight:
    """The faces of one weight, in the order they are asked; widths as a table that fills itself."""

    def __init__(self, fonts: "Fonts", own: Face) -> None:
        self._fonts = fonts
        self.own = own
        self.own_characters = own.coverage.characters() - {_SOFT_HYPHEN}
        self.advances = _Advances(self)

    def face_of(self, character: str) -> Face | None:
        """Give the face that draws a character, ``None`` when no font has it."""
        if character in self.own_characters:
            return self.own
        return self._fonts.fallback(character)


class _Advances(dict[str, float]):
    """Widths in thousandths of the size, by character."""

    def __init__(self, weight: Weight) -> None:
        super().__init__()
        self._weight = weight

    def __missing__(self, character: str) -> float:
        face = self._weight.face_of(character)
        if face is None:
            raise KeyError(character)
        width = self[character] = face.advance(character)
        return width


class Fonts:
    """All fonts at hand. One per process; may be asked from any thread."""

    def __init__(self, folder: Path, extra: tuple[Path, ...], installed: tuple[Path, ...]) -> None:
        self._folder = folder
        self._installed = installed
        self._extra = tuple(
            Face(path, f"extra-{number}", private=True) for number, path in enumerate(extra)
        )
        self._found: dict[str, Face | None] = {}
        self._lock = RLock()

    @classmethod
    def load(
        cls, folder: Path, extra: tuple[Path, ...] = (), installed: tuple[Path, ...] | None = None
    ) -> "Fonts":
        """Find the bundled fonts; nothing is read before it is needed.

        ``extra`` are font files named by the person, asked before any other fallback;
        ``installed`` are folders of further fonts, the platform's own unless given.
        Trouble when a bundled font is not there.
        """
        for name in (REGULAR, BOLD, SANS):
            if not (folder / name).is_file():
                raise _no_fonts(folder / name)
        return cls(folder, extra, font_folders() if installed is None else installed)

    @cached_property
    def regular(self) -> Weight:
        """The Song face of the text."""
        return self._weight("regular", REGULAR)

    @cached_property
    def bold(self) -> Weight:
        """The Song face of titles and labels; cut, so that rarer characters come regular."""
        return self._weight("bold", BOLD)

    def open_bundled(self) -> None:
        """Read the bundled faces for drawing; Trouble when one is broken."""
        for weight in (self.regular, self.bold):
            try:
                _ = weight.own.font
            except UnusableFont as error:
                raise _no_fonts(weight.own.path) from error

    @cached_property
    def refused(self) -> tuple[RefusedFont, ...]:
        """Fonts named by the person that cannot be used."""
        bad = [face for face in self._extra if not face.is_usable()]
        return tuple(RefusedFont(face.path, face.reason) for face in bad if face.reason)

    def missing(self, text: str) -> tuple[str, ...]:
        """Give the characters that no font has, in the order of the text."""
        own = self.regular.own_characters
        if own.issuperset(text):
            return ()
        doubtful = set(text) - own - _OBEYED
        lost = {c for c in doubtful if self.fallback(c) is None and category(c) != SPACE}
        return tuple(dict.fromkeys(c for c in text if c in lost)) if lost else ()

    def fallback(self, character: str) -> Face | None:
        """Give the face for a character that the asking weight lacks."""
        with self._lock:
            if character not in self._found:
                faces = chain((self.regular.own, *self._extra, self._sans), self._others())
                self._found[character] = next((f for f in faces if f.draws(character)), None)
            return self._found[character]

    @cached_property
    def _sans(self) -> Face:
        return Face(self._folder / SANS, "sans")

    @cached_property
    def _machine(self) -> tuple[Face, ...]:
        files = font_files(self._installed)
        return tuple(Face(path, f"installed-{number}") for number, path in enumerate(files))

    def _others(self) -> Iterator[Face]:
        """Give the fonts of the machine, looked for only when all others have failed."""
        yield from self._machine

    def _weight(self, name: str, file: str) -> Weight:
        face = Face(self._folder / file, name)
        weight = Weight(self, face)
        if face.reason is not None:
            raise _no_fonts(face.path)
        return weight


def _no_fonts(path: Path) -> Trouble:
    return Trouble(
        Sentence(N_("A font that belongs to the program cannot be read.")),
        str(path),
        Sentence(N_("Install the program again.")),
    )
