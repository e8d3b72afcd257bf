"""The word lists: advertising, undefined prices, limits on takers; files that a person may edit."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from olapp.law.wordfile import add_words, read_words
from olapp.law.wordlist import WordList

_SUFFIX = ".toml"


class Shelf(Mapping[str, WordList]):
    """Word lists by name: a person's own, and the shipped ones, read when first asked for."""

    def __init__(self, own: Mapping[str, WordList]) -> None:
        self._read = dict(own)
        self._folder = files(__package__) / "wordlists"
        shipped = (item.name for item in self._folder.iterdir() if item.name.endswith(_SUFFIX))
        self._names = sorted({*own, *(name.removesuffix(_SUFFIX) for name in shipped)})

    def __getitem__(self, name: str) -> WordList:
        if name not in self._read:
            if name not in self._names:
                raise KeyError(name)
            text = (self._folder / (name + _SUFFIX)).read_text(encoding="utf-8")
            self._read[name] = read_words(name, text)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def shipped_words() -> Mapping[str, WordList]:
    """Give the lists shipped with the program, by name."""
    return Shelf({})


def words_from(folder: Path) -> Mapping[str, WordList]:
    """Give the shipped lists with those of a person's folder laid over them.

    A file replaces the shipped list of its name, or adds to it when it says ``adds = true``.
    ValueError names the file and the key that is wrong.
    """
    shipped = shipped_words()
    own = {}
    for path in sorted(folder.glob("*" + _SUFFIX)):
        name = path.name.removesuffix(_SUFFIX)
        base = shipped[name] if name in shipped else WordList(name, ())
        own[name] = add_words(str(path), _text(path), base)
    return Shelf(own)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{path}: not in UTF-8") from None
